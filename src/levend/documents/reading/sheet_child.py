"""The reading process of spreadsheets: a file comes in, one line of JSON goes out.

python -m levend.documents.reading.sheet_child < FILE
"""

import csv
import io
import json
import logging
import math
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from levend.documents.reading.limits import limit
from levend.documents.reading.sheets import (
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    SheetTrouble,
)

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_HEAD = 8192
Grid = Iterable[tuple[int, list[Cell]]]


class _Refused(Exception):
    def __init__(self, trouble: SheetTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def main() -> None:
    """Read standard input and say what is in it."""
    logging.disable()
    limit()
    data = sys.stdin.buffer.read()
    try:
        said = _said(_workbook(data) if data.startswith((_ZIP, _OLE)) else _text(data))
    except _Refused as refused:
        said = {"trouble": refused.trouble}
    except MemoryError:
        said = {"trouble": SheetTrouble.TOO_MUCH_WORK}
    except Exception:  # no list of what a broken file does to a reader is complete
        said = {"trouble": SheetTrouble.NO_SHEET}
    print(json.dumps(said))  # noqa: T201  (its only way to speak)


def _said(grid: Grid) -> dict[str, object]:
    """The first row that is not empty has the headers; empty rows are left out, as are columns after the last header."""
    headers: list[str] = []
    rows: list[tuple[int, list[Cell]]] = []
    characters = 0
    for line, cells in grid:
        if all(cell in (None, "") for cell in cells):
            continue
        if not headers:
            headers = _headers(cells)
            continue
        row = [*cells, *[None] * len(headers)][: len(headers)]
        characters += sum(len(cell) for cell in row if isinstance(cell, str))
        rows.append((line, row))
        if len(rows) > MOST_ROWS:
            raise _Refused(SheetTrouble.TOO_MANY_ROWS)
        if len(rows) * len(headers) > MOST_CELLS or characters > MOST_CHARACTERS:
            raise _Refused(SheetTrouble.TOO_MUCH_WORK)
    if not headers or not rows:
        raise _Refused(SheetTrouble.EMPTY)
    return {"headers": headers, "rows": rows}


def _headers(cells: list[Cell]) -> list[str]:
    found = ["" if cell is None else " ".join(str(cell).split())[:500] for cell in cells]
    while found and not found[-1]:
        found.pop()
    if len(found) > MOST_COLUMNS:
        raise _Refused(SheetTrouble.TOO_MANY_COLUMNS)
    return found


def _workbook(data: bytes) -> Grid:
    from python_calamine import CalamineWorkbook, PasswordError

    if data.startswith(_OLE):  # an old workbook, or a new one with a password
        raise _Refused(
            SheetTrouble.ENCRYPTED
            if "EncryptedPackage".encode("utf-16-le") in data
            else SheetTrouble.NO_SHEET
        )
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    except PasswordError:
        raise _Refused(SheetTrouble.ENCRYPTED) from None
    if sheet.total_width > 4 * MOST_COLUMNS:
        raise _Refused(SheetTrouble.TOO_MANY_COLUMNS)
    if sheet.total_height > 4 * MOST_ROWS:
        raise _Refused(SheetTrouble.TOO_MANY_ROWS)
    rows = sheet.to_python(skip_empty_area=False)
    return ((line, [_cell(cell) for cell in row]) for line, row in enumerate(rows, start=1))


def _cell(value: object) -> Cell:
    match value:
        case bool() | int() | str():
            return value
        case float() if math.isfinite(value):
            return int(value) if value == int(value) and abs(value) < 2**53 else value
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
    return None


def _text(data: bytes) -> Iterator[tuple[int, list[Cell]]]:
    if b"\0" in data[:_HEAD]:
        raise _Refused(SheetTrouble.NO_SHEET)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    csv.field_size_limit(200_000)
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(";\t,", key=first.count)
    if not first.count(mark):
        raise _Refused(SheetTrouble.NO_SHEET)
    before = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    for row in reader:
        yield before + 1, list(row)
        before = reader.line_num


if __name__ == "__main__":
    main()
