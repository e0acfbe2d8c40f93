"""When an answer is a new one, and when two are in each other's way."""

from collections.abc import Sequence
from typing import TypeAlias

from levend.core.canonical import canonical_json
from levend.formats.engine.values import Value, is_empty

Source: TypeAlias = "tuple[str, int | None]"
"""The random word of a browser page, and the user."""


def normal(value: Value) -> Value:
    """One shape for every answer that says nothing."""
    return None if is_empty(value) else value


def is_same(one: Value, other: Value) -> bool:
    """Whether two answers say the same; `True` is not `1`, and 8.0 is 8."""
    return canonical_json([normal(one)]) == canonical_json([normal(other)])


def is_one_line_of_typing(current: int, based_on: int, newer: Sequence[Source], here: Source) -> bool:
    """Whether every revision after `based_on`, up to `current`, came from `here`: the same browser page and person.

    So when a save arrived but its confirmation was lost on the way, what is typed next does not clash with itself.
    """
    return len(newer) == current - based_on and set(newer) == {here}
