"""What can go wrong with a letter."""


class LetterFault(ValueError):
    """The letter is unknown, or its context does not fit: a fault in our code."""
