"""What can go wrong with regimes."""


class UnknownRegime(LookupError):
    """There is no regime with this key."""
