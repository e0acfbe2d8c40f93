"""Answers and register facts as plain Dutch text."""

from collections.abc import Mapping

from .definition import Question
from .kinds import RegisterName
from .messages import say
from .question_types import type_of
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
    the location's code.
    """
    value = location.get(field)
    if is_empty(value) and field is RegisterName.BRIN:
        value = str(location.get("code") or "")[:4]
    if is_empty(value):
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return in_dutch(value)
    return say("word.yes" if value else "word.no") if isinstance(value, bool) else str(value)
