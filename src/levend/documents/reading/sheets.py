"""Asking a child process what cells a spreadsheet has: CSV or XLSX, of anybody's making.

Values only: no formula is reckoned, no macro is looked at. Only the first sheet is read.
"""

import json
import threading
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, ValidationError

from levend.documents.reading.process import run_reader

MOST_BYTES = 10 * 1024 * 1024
MOST_COLUMNS = 400
MOST_ROWS = 3_000
MOST_CELLS = 300_000
MOST_CHARACTERS = 12_000_000
MOST_SECONDS = 40
_CHILD = "levend.documents.reading.sheet_child"
_one_at_a_time = threading.BoundedSemaphore(1)

Cell = str | int | float | bool | None


class SheetTrouble(StrEnum):
    """Why a file is no table of ours to read."""

    NONE = ""
    TOO_LARGE = "too_large"
    NO_SHEET = "no_sheet"
    ENCRYPTED = "encrypted"
    EMPTY = "empty"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MUCH_WORK = "too_much_work"


@dataclass(frozen=True)
class Sheet:
    """`rows` begin below the headers, each with its number in the file; a row is as long as `headers`."""

    trouble: SheetTrouble = SheetTrouble.NONE
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[Cell, ...]], ...] = ()


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    trouble: SheetTrouble = SheetTrouble.NONE
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[Cell, ...]], ...] = ()


def read_sheet(data: bytes) -> Sheet:
    """The first sheet of a file, never an exception. Days are texts (yyyy-mm-dd)."""
    if len(data) > MOST_BYTES:
        return Sheet(SheetTrouble.TOO_LARGE)
    if not data.strip():
        return Sheet(SheetTrouble.EMPTY)
    with _one_at_a_time:
        output, ended_well = run_reader(_CHILD, (), data, seconds=MOST_SECONDS)
    if not ended_well:
        return Sheet(SheetTrouble.TOO_MUCH_WORK)
    try:
        said = _Said.model_validate(json.loads(output))
    except (ValueError, ValidationError):
        return Sheet(SheetTrouble.NO_SHEET)
    return Sheet(said.trouble, said.headers, said.rows)
