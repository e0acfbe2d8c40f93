"""Reading a file of open data, in either of the two dialects in which the same data is published.

The classic file has `;` and windows-1252, the one of the data catalogue has `,` and UTF-8 with a mark at the start.
Neither says which it is. An empty cell is empty or one space; a column is called `BRIN NUMMER` or `BRIN_NUMMER`.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stdnum.nl import brin

from levend.core.plaintext import clean
from levend.organisations.errors import RefusedRow, RegisterFault, RowFault, UnreadableRegister

LARGEST = 40 * 1024 * 1024
"""Bytes."""


@dataclass(frozen=True)
class RegisterRow:
    """One row: cells by the name of their column, on a line counted from 1 as an editor shows it."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class RegisterFile:
    """`header` has the names of the columns in upper case.

    `misfits` are lines with too few or too many cells, and `stray` is what stands in those cells: nobody can say in
    which column, but a code in it was in the file.
    """

    header: tuple[str, ...]
    rows: tuple[RegisterRow, ...]
    misfits: tuple[int, ...] = ()
    stray: frozenset[str] = frozenset()

    def require(self, *columns: str) -> None:
        """Raise `UnreadableRegister` with the first of `columns` that the file has not."""
        for column in columns:
            if column not in self.header:
                raise UnreadableRegister(RegisterFault.OTHER_KIND, column)


def read_register(data: bytes) -> RegisterFile:
    """The rows of a file, every cell plain text on one line. Raises `UnreadableRegister`, an `Invalid`."""
    text = decoded(data)
    records = _records(text, _delimiter(text))
    _line, names = next(records, (0, []))
    header = tuple(_column(name) for name in names)
    while header and not header[-1]:
        header = header[:-1]
    if len(header) < 2 or not all(header) or any(name.isdigit() for name in header):
        raise UnreadableRegister(RegisterFault.NO_HEADER)
    rows: list[RegisterRow] = []
    misfits: list[int] = []
    stray: set[str] = set()
    for line, raw in records:
        cells = [_cell(cell) for cell in raw]
        if not any(cells):
            continue
        if len(cells) < len(header) or any(cells[len(header) :]):
            misfits.append(line)
            stray.update(cells)
            continue
        # Of two columns with one name the first holds.
        rows.append(
            RegisterRow(line, dict(zip(reversed(header), reversed(cells[: len(header)]), strict=True)))
        )
    return RegisterFile(header, tuple(rows), tuple(misfits), frozenset(stray))


def decoded(data: bytes) -> str:
    """The text of a file. Raises `UnreadableRegister` for one that is empty, too large or no text."""
    if len(data) > LARGEST:
        raise UnreadableRegister(RegisterFault.TOO_LARGE)
    if not data.strip():
        raise UnreadableRegister(RegisterFault.EMPTY)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        if not text.strip():
            raise UnreadableRegister(RegisterFault.EMPTY)
        return text
    raise UnreadableRegister(RegisterFault.BINARY)


def location_code(cells: Mapping[str, str]) -> str:
    """The six characters of a location: `VESTIGINGSCODE` holds all of them, or their last two behind the BRIN code.

    Older files call the columns `BRIN NUMMER` and `VESTIGINGSNUMMER`. Raises `RefusedRow`.
    """
    school = _first(cells, "INSTELLINGSCODE", "BRIN NUMMER", "BRINNUMMER").upper()
    location = _first(cells, "VESTIGINGSCODE", "VESTIGINGSNUMMER").upper()
    if len(location) <= 2 and location.isdecimal():
        location = school + location.zfill(2)
    if len(location) != 6 or not location.isascii() or not brin.is_valid(location):
        raise RefusedRow(RowFault.NO_CODE, location or school)
    if school and not location.startswith(school):
        raise RefusedRow(RowFault.CODE_SPLIT, location)
    return location


def _first(cells: Mapping[str, str], *columns: str) -> str:
    return next((cells[column] for column in columns if cells.get(column)), "")


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows as they stand, each with the line on which it starts."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for raw in reader:
            if any(cell.strip() for cell in raw):
                yield line, raw
            line = reader.line_num + 1
    except csv.Error:  # a cell of more than 128 kB
        raise UnreadableRegister(RegisterFault.BINARY) from None


def _delimiter(text: str) -> str:
    first = next(line for line in text.splitlines() if line.strip())
    return ";" if first.count(";") >= first.count(",") else ","


def _column(name: str) -> str:
    return " ".join(_cell(name).upper().replace("_", " ").split())


def _cell(cell: str) -> str:
    cell = cell.strip()
    # Nearly every cell is plain already, and a file has two hundred thousand of them.
    return cell if cell.isascii() and cell.isprintable() else " ".join(clean(cell).split())
