"""Numbers of pupils out of open data, in the three shapes in which DUO publishes them.

The historical overview has a column per year, `LEERLINGEN_1996` and on; the file of the data catalogue a row per year
(`PEILJAAR`); the file by age a row per kind and cluster on one day (`PEILDATUM`). A year means its first of October.
A count under five is written as `<5` everywhere, and stays what it is: hidden, never a number. Where a file has such a
number all the same, of a whole location, it is hidden when it is read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, TypeAlias

from levend.keyfigures.engine.small_counts import is_small
from levend.keyfigures.errors import FigureFault, RefusedFigure
from levend.keyfigures.values import Counted, Refused
from levend.organisations.engine.registers.reading import RegisterFile, RegisterRow, location_code
from levend.organisations.errors import RefusedRow, RowFault

_YEAR_COLUMN = re.compile(r"LEERLINGEN ((?:19|20)[0-9]{2})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AGE_COLUMN = re.compile(r"LEEFTIJD .+")
HIDDEN = frozenset({"<5", "< 5"})
MOST_DIGITS = 6
_DAYS = (
    re.compile(r"(?P<year>[0-9]{4})-?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[-/](?P<month>[0-9]{1,2})[-/](?P<year>[0-9]{4})"),
)


class PupilCounts(NamedTuple):
    counted: tuple[Counted, ...]
    refused: tuple[Refused, ...]


class _Cell(NamedTuple):
    """One count in the file; `is_part` where the rows of one location and day add up. One with a fault has no value."""

    line: int
    code: str
    day: date
    value: int | None
    is_part: bool
    fault: str = ""


_Reader: TypeAlias = Callable[[RegisterRow, str], Iterable[_Cell]]


def read_pupils(file: RegisterFile) -> PupilCounts:
    """The counts of a file, one for each location and day. Raises `UnreadableRegister` for a file of another kind.

    Blanks say nothing. Noughts before the first children came say nothing either: the school was not there yet.
    Of parts that cannot be added, because one is hidden or cannot be read, nothing is taken: the whole is not known.
    """
    reader = _reader_of(file)
    refused = [Refused(line, RefusedRow(RowFault.CELLS).reason) for line in file.misfits]
    together: dict[tuple[str, date], list[_Cell]] = {}
    for row in file.rows:
        try:
            for cell in reader(row, location_code(row.cells)):
                together.setdefault((cell.code, cell.day), []).append(cell)
        except (RefusedRow, RefusedFigure) as fault:
            refused.append(Refused(row.line, fault.reason))
    counted = tuple(count for cells in together.values() for count in _counted(cells, refused))
    return PupilCounts(counted, tuple(sorted(refused, key=lambda each: each.line)))


def parse_count(text: str) -> int | None:
    """A count, or None for one under five that the source hides. Raises `RefusedFigure`."""
    if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS:
        return int(text)
    if text in HIDDEN:
        return None
    raise RefusedFigure(FigureFault.NO_COUNT, text)


def parse_day(text: str) -> date:
    """2025-10-01, 20251001, 01-10-2025. Raises `RefusedFigure`."""
    found = next(filter(None, (shape.fullmatch(text) for shape in _DAYS)), None)
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:  # the 31st of February
        pass
    raise RefusedFigure(FigureFault.NO_DAY, text)


def _reader_of(file: RegisterFile) -> _Reader:
    """How the rows of this file are read."""
    years = sorted((int(found[1]), name) for name in file.header if (found := _YEAR_COLUMN.fullmatch(name)))
    ages = [name for name in file.header if _AGE_COLUMN.fullmatch(name)]
    if years:
        return partial(_of_years, [(date(year, 10, 1), name) for year, name in years])
    if "PEILDATUM" in file.header and ages:
        return partial(_of_ages, ages)
    file.require("PEILJAAR", "AANTAL LEERLINGEN")
    return _of_one_year


def _of_years(years: Sequence[tuple[date, str]], row: RegisterRow, code: str) -> list[_Cell]:
    cells: list[_Cell] = []
    for day, name in years:
        text = row.cells[name]
        if text and (cells or text != "0"):
            cells.append(_cell(row, code, day, text, is_part=False))
    return cells


def _of_one_year(row: RegisterRow, code: str) -> list[_Cell]:
    year, text = row.cells["PEILJAAR"], row.cells["AANTAL LEERLINGEN"]
    if not _YEAR.fullmatch(year):
        raise RefusedFigure(FigureFault.NO_DAY, year)
    return [_cell(row, code, date(int(year), 10, 1), text, is_part=True)] if text else []


def _of_ages(ages: Sequence[str], row: RegisterRow, code: str) -> list[_Cell]:
    day = parse_day(row.cells["PEILDATUM"])
    parts = [_cell(row, code, day, row.cells[name], is_part=True) for name in ages if row.cells[name]]
    wrong = [part for part in parts if part.fault]
    return wrong[:1] or parts  # one fault in a row is enough to tell


def _cell(row: RegisterRow, code: str, day: date, text: str, *, is_part: bool) -> _Cell:
    try:
        return _Cell(row.line, code, day, parse_count(text), is_part)
    except RefusedFigure as fault:
        return _Cell(row.line, code, day, None, is_part, fault.reason)


def _counted(cells: Sequence[_Cell], refused: list[Refused]) -> Iterator[Counted]:
    """The count of one location on one day: the sum of its parts, or of a whole the first that can be read."""
    first = cells[0]
    if len(cells) == 1 and not first.fault:  # nearly every cell of three hundred thousand
        yield Counted(first.code, first.day, _unless_small(first.value))
        return
    sound = [cell for cell in cells if not cell.fault]
    refused.extend(Refused(cell.line, cell.fault) for cell in cells if cell.fault)
    if first.is_part:
        if len(sound) == len(cells):
            yield from _sum(cells, refused)
        return
    refused += [
        Refused(cell.line, RefusedFigure(FigureFault.TWICE, cell.code).reason)
        for cell in sound[1:]
        if cell.value != sound[0].value
    ]
    if sound:
        yield Counted(first.code, first.day, _unless_small(sound[0].value))


def _unless_small(count: int | None) -> int | None:
    return None if count is None or is_small(count) else count


def _sum(parts: Sequence[_Cell], refused: list[Refused]) -> Iterator[Counted]:
    """Where one part is hidden and all others are nought, the whole is hidden; where more is hidden it is not known."""
    first = parts[0]
    known = sum(part.value for part in parts if part.value is not None)
    hidden = [part for part in parts if part.value is None]
    if not hidden:
        yield Counted(first.code, first.day, _unless_small(known))
    elif len(hidden) == 1 and not known:
        yield Counted(first.code, first.day, None)
    else:
        reason = RefusedFigure(FigureFault.HIDDEN_PART, first.code).reason
        refused.append(Refused(hidden[0].line, reason))
