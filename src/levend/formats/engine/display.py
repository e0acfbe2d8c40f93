"""Answers and register facts as plain Dutch text."""

from collections.abc import Mapping

from .definition import Question
from .kinds import RegisterName
from .messages import SCHOOL_TYPES
from .question_types import type_of
from .question_types.date import in_words
from .question_types.number import in_dutch
from .values import Value, is_empty


def display(question: Question, value: Value) -> str:
    """An answer as text, "" for none.

    One line per ticked option or row; the light marks of a long text stand as they were typed.
    """
    return "" if is_empty(value) else type_of(question).display(question, value)


def display_register(field: RegisterName, location: Mapping[str, object]) -> str:
    """A register fact of a location, "" when it is not known.

    `location` has the keys of `RegisterName` as far as they are known; the school's BRIN is the first four signs of
    the location's code, and a number of pupils says on which day they were counted.
    """
    value = location.get(field)
    match field:
        case RegisterName.BRIN if is_empty(value):
            return str(location.get("code") or "")[:4]
        case RegisterName.PUPILS if isinstance(value, int):
            counted_on = display_register(RegisterName.PUPILS_ON, location)
            return f"{in_dutch(value)} ({counted_on})" if counted_on else in_dutch(value)
        case RegisterName.PUPILS_ON if isinstance(value, str):
            return in_words(value)
        case RegisterName.SCHOOL_TYPE if str(value) in SCHOOL_TYPES:
            return SCHOOL_TYPES[str(value)]
    return "" if value is None else str(value)
