"""What stands in the field of a question: the stored answer, or what was typed and could not be taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.translation import gettext as _

from levend.formats.engine.definition import Question
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.values import Row, Value

Post: TypeAlias = Mapping[str, Sequence[str]]

NEXT = "__nr__"
"""Stands in the row that the page copies, where the number of the new row comes."""


@dataclass(frozen=True)
class Choice:
    """An option as a radio button or a tick box."""

    key: str
    label: str
    id: str
    checked: bool
    is_exclusive: bool = False


@dataclass(frozen=True)
class Cell:
    """One field of a table's row."""

    name: str
    id: str
    label: str
    type: QuestionType
    text: str
    choices: tuple[Choice, ...]
    is_required: bool


@dataclass(frozen=True)
class TableRow:
    number: int
    place: str
    cells: tuple[Cell, ...]

    @property
    def shown_number(self) -> int:
        return self.number + 1


def text_in_field(question: Question, value: Value, name: str, typed: Post | None) -> str:
    """The text of a single field; numbers as Dutch writes them, dates as day-month-year."""
    if typed is not None and name in typed:
        return typed[name][-1] if typed[name] else ""
    if value is None:
        return ""
    if question.type is QuestionType.NUMBER and isinstance(value, int | float):
        return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
    if question.type is QuestionType.DATE and isinstance(value, str) and len(value) == 10:
        year, month, day = value.split("-")
        return f"{int(day)}-{int(month)}-{year}"
    return str(value)


def choices_of(
    question: Question, value: Value, name: str, field_id: str, typed: Post | None
) -> tuple[Choice, ...]:
    """The options with those that are chosen. Yes and no are options too.

    Two dashes in an id, because a key never has two: the option *anders* of *methoden* is no question *methoden-anders*.
    """
    chosen = _chosen(value) if typed is None else set(typed.get(name, ()))
    options = (
        [("true", _("Ja")), ("false", _("Nee"))]
        if question.type is QuestionType.BOOLEAN
        else [(option.key, option.label) for option in question.options]
    )
    return tuple(
        Choice(key, label, f"{field_id}--{key}", key in chosen, key in question.exclusive)
        for key, label in options
    )


def rows_of(question: Question, value: Value, typed: Post | None, at_least: int) -> tuple[TableRow, ...]:
    """The rows of a table, with empty ones at the end up to `at_least`."""
    if typed is None:
        stored = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        count = len(stored)
    else:
        stored, count = [], _typed_rows(question, typed)
    blank: Row = {}
    return tuple(
        _row(question, number, stored[number] if number < len(stored) else blank, typed)
        for number in range(max(count, at_least, 1))
    )


def empty_row(question: Question) -> TableRow:
    """The row that the page copies for another one; `NEXT` stands where its number comes."""
    row = _row(question, 0, {}, None)
    cells = tuple(_renumbered(cell, question.key) for cell in row.cells)
    return TableRow(0, NEXT, cells)


def _row(question: Question, number: int, row: Row, typed: Post | None) -> TableRow:
    return TableRow(number, str(number), tuple(_cells(question, number, row, typed)))


def _cells(question: Question, number: int, row: Row, typed: Post | None) -> Iterator[Cell]:
    for column in question.columns:
        name = f"{question.key}.{number}.{column.key}"
        field_id = f"a-{question.key}--{number}--{column.key}"
        value = row.get(column.key)
        yield Cell(
            name=name,
            id=field_id,
            label=column.label,
            type=column.type,
            text=text_in_field(column, value, name, typed),
            choices=choices_of(column, value, name, field_id, typed),
            is_required=column.required,
        )


def _renumbered(cell: Cell, key: str) -> Cell:
    return Cell(
        name=cell.name.replace(f"{key}.0.", f"{key}.{NEXT}.", 1),
        id=cell.id.replace(f"a-{key}--0--", f"a-{key}--{NEXT}--", 1),
        label=cell.label,
        type=cell.type,
        text="",
        choices=tuple(
            Choice(
                choice.key, choice.label, choice.id.replace(f"a-{key}--0--", f"a-{key}--{NEXT}--", 1), False
            )
            for choice in cell.choices
        ),
        is_required=cell.is_required,
    )


def _typed_rows(question: Question, typed: Post) -> int:
    prefix = f"{question.key}."
    numbers = [name.removeprefix(prefix).split(".")[0] for name in typed if name.startswith(prefix)]
    return max((int(number) + 1 for number in numbers if number.isdecimal() and len(number) < 4), default=0)


def _chosen(value: Value) -> set[str]:
    if isinstance(value, bool):
        return {"true" if value else "false"}
    if isinstance(value, list):
        return {key for key in value if isinstance(key, str)}
    return {value} if isinstance(value, str) else set()
