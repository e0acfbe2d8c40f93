"""Rows of short answers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..definition import Question
from ..kinds import Audience, QuestionType
from ..messages import say
from ..values import Row, Value, ValueFault, is_empty
from ..yaml_source import Path
from .base import TypeOfQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL_ROWS = 30
MOST_ROWS = 200


class Table(TypeOfQuestion):
    """The value is a list of rows; a row maps column keys to values. Empty cells and rows are left out.

    In a web form a cell is called `name.row.column`, say `training.0.who`; rows may leave numbers out.
    """

    type = QuestionType.TABLE
    fields = frozenset({"columns", "minimum", "maximum"})
    json_kind = "rows"

    def __init__(self, type_of: "Callable[[Question], TypeOfQuestion]") -> None:
        self._type_of = type_of

    def faults(self, question: Question) -> Iterator[tuple[Path, str]]:
        yield from super().faults(question)
        if not question.columns:
            yield (), say("sense.needs_columns")
        for bound in ("minimum", "maximum"):
            rows = getattr(question, bound)
            if rows is not None and not (isinstance(rows, int) and 0 <= rows <= MOST_ROWS):
                yield (bound,), say("sense.rows", most=MOST_ROWS)
        seen: set[str] = set()
        for index, column in enumerate(question.columns):
            if column.key in seen:
                yield ("columns", index, "key"), say("sense.duplicate_column", key=column.key)
            seen.add(column.key)
            for inside, what in self._column_faults(column):
                yield ("columns", index, *inside), what

    def _column_faults(self, column: Question) -> Iterator[tuple[Path, str]]:
        if column.type is QuestionType.TABLE:
            yield ("type",), say("sense.column_type", type=column.type)
            return
        for field in ("condition", "namely_for"):
            if getattr(column, field) is not None:
                yield (field,), say("sense.column_field", field=field)
        if column.audience is not Audience.PUBLIC:
            yield ("audience",), say("sense.column_field", field="audience")
        yield from self._type_of(column).faults(column)

    def is_comparable(self, question: Question, value: object) -> bool:
        return isinstance(value, list)

    def is_json(self, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(row, dict) for row in value)

    def parse(self, question: Question, raw: object) -> Value:
        if not isinstance(raw, list | tuple):
            raise ValueFault(say("value.rows"))
        rows: list[Row] = []
        for number, cells in enumerate(raw):
            if not isinstance(cells, Mapping):
                raise ValueFault(say("value.rows"))
            row = self._row(question, number, cells)
            if row:
                rows.append(row)
        most = question.maximum if question.maximum is not None else USUAL_ROWS
        if len(rows) > most:
            raise ValueFault(say("value.too_many_rows", most=most))
        return rows or None

    def _row(self, question: Question, number: int, cells: "Mapping[object, object]") -> Row:
        unknown = cells.keys() - {column.key for column in question.columns}
        if unknown:
            raise ValueFault(say("value.unknown_column", key=min(map(str, unknown))), row=number)
        row: Row = {}
        for column in question.columns:
            raw = cells.get(column.key)
            if is_empty(raw):
                continue
            try:
                value = self._type_of(column).parse(column, raw)
            except ValueFault as fault:
                message = say("value.cell", row=number + 1, label=column.label, message=fault.message)
                raise ValueFault(message, row=number, column=column.key) from None
            if not is_empty(value):
                # The check of formats keeps tables out of tables, so a cell is never a list of rows.
                row[column.key] = value  # type: ignore[assignment]
        return row

    def parse_form(self, question: Question, name: str, post: Mapping[str, Sequence[str]]) -> Value:
        cell = re.compile(re.escape(name) + r"\.([0-9]{1,4})\.(.+)", re.DOTALL)
        columns = {column.key: column for column in question.columns}
        rows: dict[int, dict[str, object]] = {}
        for field, sent in post.items():
            match = cell.fullmatch(field)
            column = columns.get(match[2]) if match else None
            if match and column:
                several = column.type is QuestionType.CHOICES
                rows.setdefault(int(match[1]), {})[column.key] = list(sent) if several else (sent or [""])[-1]
        if is_empty(list(rows.values())):
            return None
        # Empty rows stay in until here, so that a fault names the row by its number on the page.
        return self.parse(question, [rows.get(number, {}) for number in range(max(rows) + 1)])

    def display(self, question: Question, value: Value) -> str:
        if not isinstance(value, list):
            return str(value)
        return "\n".join(self._display_row(question, row) for row in value if isinstance(row, dict))

    def _display_row(self, question: Question, row: Row) -> str:
        cells = []
        for column in question.columns:
            value = row.get(column.key)
            if not is_empty(value):
                shown = self._type_of(column).display(column, value).replace("\n", ", ")
                cells.append(f"{column.label}: {shown}")
        return "; ".join(cells)

    def is_complete(self, question: Question, value: Value) -> bool:
        rows = value if isinstance(value, list) else []
        least = max(1, int(question.minimum or 0))
        needed = [column.key for column in question.columns if column.required]
        return len(rows) >= least and all(
            isinstance(row, dict) and not any(is_empty(row.get(key)) for key in needed) for row in rows
        )
