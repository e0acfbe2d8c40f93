"""From the answers of last time to those that a new profile starts with, also over a changed format.

Answers are paired by question key. Nothing is made up: what a profile starts with stood in last time's text, and suits
the questions as they are asked now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .answers import parse_value
from .definition import FormatDefinition, Question
from .kinds import QuestionType
from .question_types.base import label_of
from .values import Answers, Row, Value, ValueFault, is_empty
from .visibility import visible_answers, visible_keys

ALIKE = (
    frozenset({QuestionType.TEXT, QuestionType.LONG_TEXT}),
    frozenset({QuestionType.CHOICE, QuestionType.RATING}),
)
"""Types whose answers have the same shape: a question may go from one to the other."""


class Reason(StrEnum):
    """Why an answer, or a part of it, was left behind."""

    QUESTION_GONE = "question_gone"
    TYPE_CHANGED = "type_changed"
    OPTION_GONE = "option_gone"
    COLUMN_GONE = "column_gone"
    DOES_NOT_FIT = "does_not_fit"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Left:
    """What was left behind: the labels of options and columns, or the sentence of a question that refused."""

    reason: Reason
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Carried:
    """One answer of last time. `value` is what the new profile starts with, None where it starts without."""

    key: str
    question: Question
    before: Value
    value: Value
    left: tuple[Left, ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.value is not None and not self.left

    @property
    def is_partly(self) -> bool:
        return self.value is not None and bool(self.left)


def carry(before: FormatDefinition, answers: Answers, now: FormatDefinition) -> tuple[Carried, ...]:
    """Every answer of last time that counted, in the order in which it was asked then.

    A question that the answers themselves close is not started with an answer: nobody would see it. Within one format
    everything is carried as it is.
    """
    counted = visible_answers(before, answers)
    found = [_one(before.question(key), value, now) for key, value in counted.items()]
    asked = visible_keys(now, {each.key: each.value for each in found if each.value is not None})
    return tuple(
        Carried(each.key, each.question, each.before, None, (Left(Reason.NOT_ASKED),))
        if each.value is not None and each.key not in asked
        else each
        for each in found
    )


def _one(question: Question, value: Value, now: FormatDefinition) -> Carried:
    if not now.has(question.key):
        return Carried(question.key, question, value, None, (Left(Reason.QUESTION_GONE),))
    kept, left = _fitted(question, now.question(question.key), value)
    return Carried(question.key, question, value, kept, left)


def _fitted(then: Question, asked: Question, value: Value) -> tuple[Value, tuple[Left, ...]]:
    """As much of an answer as the question can take now, and what was left behind."""
    if then.type is not asked.type and not any({then.type, asked.type} <= pair for pair in ALIKE):
        return None, (Left(Reason.TYPE_CHANGED),)
    left: list[Left] = []
    kept: Value = value
    match asked.type:
        case QuestionType.CHOICE | QuestionType.RATING if isinstance(value, str):
            if asked.option(value) is None:
                return None, (Left(Reason.OPTION_GONE, (label_of(then, value),)),)
        case QuestionType.CHOICES if isinstance(value, list):
            kept = _options(then, asked, value, left)
        case QuestionType.TABLE if isinstance(value, list):
            kept = _rows(then, asked, value, left)
    return _judged(asked, kept, left)


def _judged(asked: Question, kept: Value, left: list[Left]) -> tuple[Value, tuple[Left, ...]]:
    """The question itself has the last word: it takes the answer as it stands, or the answer stays behind."""
    try:
        taken = parse_value(asked, kept)
    except ValueFault as fault:
        return None, (*left, Left(Reason.DOES_NOT_FIT, (fault.message,)))
    if taken is None:
        return None, tuple(left) or (Left(Reason.DOES_NOT_FIT),)
    if not _says_the_same(asked, taken, kept):
        left.append(Left(Reason.DOES_NOT_FIT))
    return taken, tuple(left)


def _says_the_same(asked: Question, taken: Value, kept: Value) -> bool:
    """Equal, where the order of ticked options says nothing and `True` is no 1."""
    if asked.type is QuestionType.CHOICES and isinstance(taken, list) and isinstance(kept, list):
        return {str(key) for key in taken} == {str(key) for key in kept}
    return taken == kept and isinstance(taken, bool) == isinstance(kept, bool)


def _options(then: Question, asked: Question, value: Value, left: list[Left]) -> Value:
    keys = [str(key) for key in value] if isinstance(value, list) else []
    gone = tuple(label_of(then, key) for key in keys if asked.option(key) is None)
    if gone:
        left.append(Left(Reason.OPTION_GONE, gone))
    return [key for key in keys if asked.option(key) is not None]


def _rows(then: Question, asked: Question, value: Value, left: list[Left]) -> Value:
    """The rows with the cells that their columns can still take; a row that has none left goes."""
    columns = {column.key: column for column in asked.columns}
    labels = {column.key: column.label for column in then.columns}
    former = {column.key: column for column in then.columns}
    rows: list[Row] = []
    for row in value if isinstance(value, list) else []:
        cells: Row = {}
        for key, cell in (row if isinstance(row, Mapping) else {}).items():
            if is_empty(cell):
                continue
            if key not in columns:
                _note(left, Reason.COLUMN_GONE, labels.get(key, key))
                continue
            fitted, lost = _fitted(former.get(key, columns[key]), columns[key], cell)
            for each in lost:
                _note(left, each.reason, labels.get(key, key))
            if fitted is not None:
                cells[key] = fitted  # type: ignore[assignment]  # a column is never a table
        if cells:
            rows.append(cells)
    return rows


def _note(left: list[Left], reason: Reason, name: str) -> None:
    """Say a column once, however many rows it has."""
    for place, each in enumerate(left):
        if each.reason is reason:
            if name not in each.names:
                left[place] = Left(reason, (*each.names, name))
            return
    left.append(Left(reason, (name,)))
