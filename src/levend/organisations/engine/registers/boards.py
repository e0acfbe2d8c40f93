"""The file of competent authorities: number and name are what we keep of it."""

from dataclasses import dataclass

from levend.organisations.engine.registers.reading import RegisterFile
from levend.organisations.errors import RefusedRow, RowFault


@dataclass(frozen=True)
class BoardRow:
    line: int
    code: str
    name: str


@dataclass(frozen=True)
class Boards:
    rows: tuple[BoardRow, ...]
    refused: tuple[tuple[int, RefusedRow], ...]


def read_boards(file: RegisterFile) -> Boards:
    """The boards of a file. Raises `UnreadableRegister` for a file of another kind."""
    file.require("BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG NAAM")
    rows: dict[str, BoardRow] = {}
    refused = [(line, RefusedRow(RowFault.CELLS)) for line in file.misfits]
    for row in file.rows:
        written, name = row.cells["BEVOEGD GEZAG NUMMER"], row.cells["BEVOEGD GEZAG NAAM"]
        code = written.zfill(5)
        if len(code) != 5 or not (code.isascii() and code.isdigit()) or not written:
            refused.append((row.line, RefusedRow(RowFault.NO_BOARD, written)))
        elif not name:
            refused.append((row.line, RefusedRow(RowFault.NO_NAME)))
        elif len(name) > 200:
            refused.append((row.line, RefusedRow(RowFault.TOO_LONG, name)))
        elif code in rows:
            refused.append((row.line, RefusedRow(RowFault.TWICE, code)))
        else:
            rows[code] = BoardRow(row.line, code, name)
    return Boards(tuple(rows.values()), tuple(sorted(refused, key=lambda each: each[0])))
