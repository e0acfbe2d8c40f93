"""A list of people as somebody has it: pasted from a mail or a spreadsheet, or a file; with headers or without."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from levend.core.plaintext import clean

_SEPARATORS = "\t;,"
_CODE = re.compile(r"[0-9]{2}[A-Z]{2}([0-9]{1,2})?")
_SEVERAL = re.compile(r"[,;\n]+|\s+en\s+")
_LONGEST_NAME = 120
_LONGEST = 300

Rows = Sequence[tuple[int, Sequence[object]]]


@dataclass(frozen=True)
class Listed:
    """One school of one person, by the line where it stands. `code` is empty, and `role` too, where the line has none."""

    line: int
    code: str
    name: str
    email: str
    role: str


@dataclass(frozen=True)
class _Columns:
    code: int | None
    name: int | None
    email: int | None
    role: int | None


def rows_of_text(text: str) -> Rows:
    """The lines of a pasted list. Without any separator a line is a code, a name and an address, in any order."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    mark = max(_SEPARATORS, key=first.count)
    if mark in first:
        reader = csv.reader(lines, delimiter=mark)
        try:
            return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
        except csv.Error:  # a cell beyond bearing
            return [(number, line.split(mark)) for number, line in enumerate(lines, 1) if line.strip()]
    return [(number, _parts(line)) for number, line in enumerate(lines, 1) if line.strip()]


def listed_in(rows: Rows, *, roles: frozenset[str]) -> tuple[Listed, ...]:
    """Who stands in these rows; a row of several schools gives one for each. `roles` are the words of roles."""
    columns, first = _columns(rows, roles)
    found: list[Listed] = []
    for line, cells in rows[first:]:
        if not any(_text(cell) for cell in cells):
            continue
        codes = _SEVERAL.split(_at(cells, columns.code)) if columns.code is not None else [""]
        name, email, role = (_at(cells, place) for place in (columns.name, columns.email, columns.role))
        found += [
            Listed(line, school_code(code), name[:_LONGEST_NAME], _address(email), role.casefold())
            for code in [each for each in codes if each.strip()] or [""]
        ]
    return tuple(found)


def school_code(text: str) -> str:
    """A code as the register writes it: `12ab-0` and `12AB|00` are 12AB00; four signs stay four."""
    bare = re.sub(r"[\s|/.-]", "", text.upper())[:20]
    return f"{bare[:4]}0{bare[4]}" if len(bare) == 5 and bare[4].isdigit() else bare


def _columns(rows: Rows, roles: frozenset[str]) -> tuple[_Columns, int]:
    """Which column is what, and which row is the first of people: headers have no address."""
    head = [_text(cell).casefold() for cell in rows[0][1]] if rows else []
    has_headers = bool(head) and not any("@" in cell for cell in head)
    people = [cells for _line, cells in rows[int(has_headers) :]]
    width = max((len(cells) for cells in people), default=0)
    email = _most(people, width, lambda text: "@" in text)
    code = _most(people, width, _is_code)
    role = _most(people, width, lambda text: text.casefold() in roles)
    named = [
        place
        for place, word in enumerate(head)
        if has_headers and "school" not in word and ("naam" in word or "name" in word or word == "directeur")
    ]
    left = [place for place in range(width) if place not in {email, code, role}]
    name = next(iter([place for place in named if place in left] or ([] if has_headers else left)), None)
    return _Columns(code, name, email, role), int(has_headers)


def _most(people: Sequence[Sequence[object]], width: int, fits: Callable[[str], bool]) -> int | None:
    """The column with the most cells that fit; none where not one does."""
    counted = [(sum(fits(_at(cells, place)) for cells in people), -place) for place in range(width)]
    most, place = max(counted, default=(0, 0))
    return -place if most else None


def _is_code(text: str) -> bool:
    codes = [each for each in _SEVERAL.split(text) if each.strip()]
    return bool(codes) and all(_CODE.fullmatch(school_code(each)) for each in codes)


def _parts(line: str) -> list[str]:
    words = line.split()
    codes = [word for word in words if _is_code(word)]
    addresses = [word for word in words if "@" in word]
    name = " ".join(word for word in words if word not in codes and word not in addresses)
    return [",".join(codes), name, " ".join(addresses)]


def _at(cells: Sequence[object], place: int | None) -> str:
    return _text(cells[place]) if place is not None and place < len(cells) else ""


def _text(cell: object) -> str:
    return "" if cell is None else " ".join(clean(str(cell)[:_LONGEST]).split())


def _address(text: str) -> str:
    """Out of `Jan <jan@school.nl>` or `mailto:jan@school.nl` what stands for the address."""
    found = re.search(r"<([^<>]*@[^<>]*)>", text)
    return (found[1] if found else text).removeprefix("mailto:").strip().lower()
