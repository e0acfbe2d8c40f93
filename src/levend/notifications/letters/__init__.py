"""The letters that Levend sends: which there are, what they say, and an example of each."""

from .compose import FOLDER, LANGUAGES, compose, hidden_from_readers, without_secrets
from .examples import example_of
from .kinds import ERASED, KINDS, LetterKind

__all__ = [
    "ERASED",
    "FOLDER",
    "KINDS",
    "LANGUAGES",
    "LetterKind",
    "compose",
    "example_of",
    "hidden_from_readers",
    "without_secrets",
]
