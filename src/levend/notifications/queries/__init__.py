"""Reading the outbox."""

from .advice import advice_for
from .failures import failures
from .outbox import attempts_of, entries, kinds_above_school, letters, outbox
from .previews import previews

__all__ = [
    "advice_for",
    "attempts_of",
    "entries",
    "failures",
    "kinds_above_school",
    "letters",
    "outbox",
    "previews",
]
