"""Answers and register facts as plain Dutch text."""

from collections.abc import Mapping

from .beside import BESIDE, FEWEST_SHOWN, in_text
from .definition import Question
from .extra import register_key
from .kinds import RegisterName
from .messages import SCHOOL_TYPES, say
from .question_types import type_of
from .question_types.date import in_words
from .question_types.number import in_dutch
from .values import Value, is_empty


def display(question: Question, value: Value) -> str:
    """An answer as text, "" for none.

    One line per ticked option or row; the light marks of a long text stand as they were typed.
    """
    return "" if is_empty(value) else type_of(question).display(question, value)


def display_with(question: Question, value: Value, location: Mapping[str, object]) -> str:
    """An answer as text with what stands beside it: the figure of the source, and why the school says otherwise."""
    shown = display(question, value)
    return in_text(shown, _beside(location, question.key), value) if shown else shown


def display_register(field: RegisterName, location: Mapping[str, object]) -> str:
    """A register fact of a location, "" when it is not known; with what the school says of it.

    `location` has the keys of `RegisterName` as far as they are known; the school's BRIN is the first four signs of
    the location's code, and a number of pupils says on which day they were counted, and by whom when that is known. The
    register tells no number under five, to nobody.
    """
    entry = _beside(location, register_key(field))
    if field is RegisterName.PUPILS and "source" in entry:
        value = location.get(field)
        return in_text(in_dutch(value) if isinstance(value, int) else "", entry)
    return in_text(_register(field, location), entry)


def _beside(location: Mapping[str, object], key: str) -> dict[str, object]:
    found = location.get(BESIDE)
    entry = found.get(key) if isinstance(found, Mapping) else None
    return entry if isinstance(entry, dict) else {}


def _register(field: RegisterName, location: Mapping[str, object]) -> str:
    value = location.get(field)
    match field:
        case RegisterName.BRIN if is_empty(value):
            return str(location.get("code") or "")[:4]
        case RegisterName.PUPILS if isinstance(value, int):
            counted_on = display_register(RegisterName.PUPILS_ON, location)
            number = say("beside.hidden") if 0 < value < FEWEST_SHOWN else in_dutch(value)
            return f"{number} ({counted_on})" if counted_on else number
        case RegisterName.PUPILS_ON if isinstance(value, str):
            return in_words(value)
        case RegisterName.SCHOOL_TYPE if str(value) in SCHOOL_TYPES:
            return SCHOOL_TYPES[str(value)]
    return "" if value is None else str(value)
