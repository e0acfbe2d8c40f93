"""A date."""

import re
from datetime import date

from ..definition import Question
from ..kinds import QuestionType
from ..messages import MONTHS, say
from ..text import clean
from ..values import Value, ValueFault
from .base import TypeOfQuestion

FIRST_YEAR, LAST_YEAR = 1900, 2100

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DUTCH = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_WRITTEN = re.compile(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})")


class Date(TypeOfQuestion):
    """Kept as yyyy-mm-dd; read that way too, or as a Dutch reader writes it: 14-3-2026, 14 maart 2026."""

    type = QuestionType.DATE
    operators = frozenset({"eq", "ne", "gt", "lt"})
    json_kind = "text"

    def is_comparable(self, question: Question, value: object) -> bool:
        return (
            isinstance(value, str)
            and bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value))
            and _read(value) is not None
        )

    def rank(self, question: Question, value: object) -> float | str:
        return str(value)

    def is_json(self, value: object) -> bool:
        return isinstance(value, str)

    def parse(self, question: Question, raw: object) -> Value:
        day = _read(clean(raw)) if isinstance(raw, str) else None
        if day is None:
            raise ValueFault(say("value.date"))
        return day.isoformat()

    def display(self, question: Question, value: Value) -> str:
        return in_words(str(value))


def in_words(text: str) -> str:
    """A date as 14 maart 2026; text that is no date stays as it is."""
    day = _read(text)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else text


def _read(text: str) -> date | None:
    year, month, day = 0, 0, 0
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DUTCH.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif (match := _WRITTEN.fullmatch(text.lower())) and match[2] in MONTHS:
        day, month, year = int(match[1]), MONTHS.index(match[2]) + 1, int(match[3])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
