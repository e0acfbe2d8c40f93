"""From what someone typed or sent to a value, or a sentence that says what is wrong."""

from collections.abc import Mapping, Sequence

from .definition import Question
from .question_types import type_of
from .values import Value, ValueFault, is_empty

__all__ = ["Value", "ValueFault", "is_empty", "length_limit", "parse_form", "parse_value"]


def parse_value(question: Question, raw: object) -> Value:
    """The value of a raw answer; `None` for an empty one. Raises `ValueFault` with a Dutch sentence.

    Takes JSON values, and texts as people write them: `12,5`, `14-03-2026`, `ja`.
    """
    return None if is_empty(raw) else type_of(question).parse(question, raw)


def parse_form(question: Question, post: Mapping[str, Sequence[str]], *, prefix: str = "") -> Value:
    """The value from a web form, where fields carry the question's key after `prefix`.

    Ticked boxes repeat the field, cells of a table are called `key.row.column`. Fields of other questions are left
    alone. Raises `ValueFault`.
    """
    return type_of(question).parse_form(question, prefix + question.key, post)


def length_limit(question: Question) -> int | None:
    """The most characters that a text may have; `None` for what is no text."""
    usual = getattr(type_of(question), "usual_length", None)
    return question.max_length or usual
