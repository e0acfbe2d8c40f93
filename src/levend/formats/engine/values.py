"""What an answer can be. `None` stands for unanswered."""

from collections.abc import Mapping
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | list[str] | None
Row: TypeAlias = dict[str, Cell]
Value: TypeAlias = str | int | float | bool | list[str] | list[Row] | None
Answers: TypeAlias = Mapping[str, Value]


class ValueFault(Exception):
    """An answer that cannot be taken; `message` is a Dutch sentence for whoever typed it.

    For a table, `row` (from 0) and `column` (its key) name the cell.
    """

    def __init__(self, message: str, *, row: int | None = None, column: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.row = row
        self.column = column


def is_empty(value: object) -> bool:
    """Whether an answer counts as unanswered: nothing, blank text, no box ticked, only empty rows.

    `False` and `0` are answers.
    """
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip(" \t\n\u200c\u200d\u00ad\u00a0")
    if isinstance(value, list | tuple):
        return all(is_empty(part) for part in value)
    if isinstance(value, dict):
        return all(is_empty(cell) for cell in value.values())
    return False
