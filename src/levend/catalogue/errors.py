"""What can go wrong with codes."""


class UnknownCode(LookupError):
    """The catalogue has no such code."""


class CatalogueFault(ValueError):
    """The lists contradict themselves."""
