"""What a format asks where a region uses fewer kinds of support than the format knows.

The format stays as it is, and so do a profile's hash, offers and differences: only what has no answer is left out. What
a school said of a kind of support before stays asked until the school takes it away, so no answer is ever out of sight.
"""

from collections.abc import Collection, Iterable, Iterator

from .definition import FormatDefinition, Question
from .kinds import QuestionType
from .question_types import type_of
from .values import Value

_WITH_CODE = frozenset(
    {"support", "by", "state", "capacity", "words", "referral", "expertise", "facility", "keyfigure"}
)


def not_asked(
    definition: FormatDefinition, off: Collection[str], answered: Collection[str]
) -> frozenset[str]:
    """The keys of the questions about nothing but kinds of support that are `off`, of which nothing is said.

    `answered` has the keys of the visible questions with an answer. One answer keeps all questions about its kind of
    support: a level that stands goes with its words. Empty where nothing is off.
    """
    closed = closed_questions(definition, off)
    kept = frozenset(code for question in closed if question.key in answered for code in about(question))
    return frozenset(question.key for question in closed if not about(question) & kept)


def closed_questions(definition: FormatDefinition, off: Collection[str]) -> tuple[Question, ...]:
    """The questions about nothing but kinds of support that are `off`: no region waits for an answer to them."""
    if not off:
        return ()
    return tuple(question for question in definition.questions if is_closed(question, off))


def is_closed(question: Question, off: Collection[str]) -> bool:
    """Whether a question speaks about nothing but kinds of support that are `off`.

    What the law asks for is asked everywhere, and so is a list that has more to choose than those kinds.
    """
    named = about(question)
    if not named or not named <= frozenset(off) or question.tag_values("element"):
        return False
    if question.columns and not _codes(question.tags):
        return False
    naming = sum(bool(_codes(option.tags)) for option in question.options)
    is_level = question.type is QuestionType.CHOICE and len(named) == 1 and naming > 1
    return is_level or naming == len(question.options)


def as_offered(question: Question, off: Collection[str], kept: Collection[str]) -> Question:
    """The question without the options that stand for kinds of support that are `off`, but for those of `kept`.

    A question that is wholly about such kinds keeps its options: it is asked for the answer that is there.
    """
    return question if not off or is_closed(question, off) else _with_less(question, off, kept)


def _with_less(question: Question, off: Collection[str], kept: Collection[str]) -> Question:
    columns = tuple(_with_less(column, off, kept) for column in question.columns)
    left = tuple(option for option in question.options if option.key in kept or not _is_off(option.tags, off))
    if len(left) == len(question.options) and columns == question.columns:
        return question
    return question.model_copy(update={"options": left, "columns": columns})


def chosen_in(question: Question, value: Value) -> frozenset[str]:
    """The keys of the options that an answer chooses, in a table in any row and column."""
    rows = value if question.columns and isinstance(value, list) else ()
    cells = (
        (column, row.get(column.key)) for row in rows if isinstance(row, dict) for column in question.columns
    )
    return frozenset(type_of(question).chosen(question, value)).union(
        *(type_of(column).chosen(column, cell) for column, cell in cells)
    )


def no_longer_offered(question: Question, off: Collection[str], chosen: Collection[str]) -> tuple[str, ...]:
    """The labels of chosen options that stand for kinds of support that are `off`."""
    return tuple(
        option.label for option in question.options if option.key in chosen and _is_off(option.tags, off)
    )


def about(question: Question) -> frozenset[str]:
    """The codes of the catalogue that a question or any of its options speaks about."""
    return frozenset(_codes(_tags(question)))


def _tags(question: Question) -> Iterator[str]:
    yield from question.tags
    for option in question.options:
        yield from option.tags
    for column in question.columns:
        yield from _tags(column)


def _is_off(tags: Iterable[str], off: Collection[str]) -> bool:
    named = _codes(tags)
    return bool(named) and named <= frozenset(off)


def _codes(tags: Iterable[str]) -> set[str]:
    parts = (tag.split(":") for tag in tags)
    return {code for kind, code, *_rest in parts if kind in _WITH_CODE}
