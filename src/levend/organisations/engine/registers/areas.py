"""Postcode areas: the point of each, and which consortium each belongs to.

The register has the areas of a consortium with its recognition (kind PAPO for primary, PAVO for secondary education),
as JSON with a list in each, or as a table with a row for each area.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from levend.organisations.engine.registers.coordinates import Degrees, degrees_of
from levend.organisations.engine.registers.objects import is_json, plain_value, raw_objects
from levend.organisations.engine.registers.reading import RegisterFile, RegisterRow, read_register
from levend.organisations.errors import RefusedRow, RegisterFault, RowFault, UnreadableRegister

_AREA = ("POSTCODECIJFERS", "PC4", "POSTCODE4", "POSTCODEGEBIED", "POSTCODE")
_CONSORTIUM = ("CONSORTIUM", "SAMENWERKINGSVERBAND", "ERKENNINGSCODE", "CODE", "ADMINISTRATIENUMMER")
_SECTORS = {"PAPO": "PO", "PAVO": "VO"}
_WRITTEN = re.compile(r"(?:SWV\s*)?(PO|VO)?[ .-]?(\d{2})[ .-]?(\d{2})")


@dataclass(frozen=True)
class PointRow:
    line: int
    pc4: str
    degrees: Degrees


@dataclass(frozen=True)
class AreaRow:
    line: int
    consortium: str
    pc4: str


@dataclass(frozen=True)
class Areas:
    """A file has points or areas of consortia, not both."""

    points: tuple[PointRow, ...]
    areas: tuple[AreaRow, ...]
    refused: tuple[tuple[int, RefusedRow], ...]


def read_areas(data: bytes) -> Areas:
    """Points or areas of consortia. Raises `UnreadableRegister` for another file."""
    if is_json(data):
        return _gathered(_recognitions(data), ())
    file = read_register(data)
    if not set(_AREA) & set(file.header):
        raise UnreadableRegister(RegisterFault.OTHER_KIND, "PC4")
    if {"LATITUDE", "LAT", "BREEDTEGRAAD", "GPS LATITUDE"} & set(file.header):
        return _points(file)
    if not set(_CONSORTIUM) & set(file.header):
        raise UnreadableRegister(RegisterFault.OTHER_KIND, "CODE")
    rows = (row for row in file.rows if not row.cells.get("EINDDATUM") and _is_consortium(row))
    return _gathered(rows, file.misfits)


def consortium_code(written: str, sector: str = "") -> str:
    """`PO 20.01`, `swv VO-25-07` or, with the sector, `26.04` as the code that we keep. Raises `RefusedRow`."""
    match = _WRITTEN.fullmatch(written.upper())
    if match is None or not (match[1] or sector):
        raise RefusedRow(RowFault.NO_CONSORTIUM, written)
    return f"{match[1] or sector}{match[2]}{match[3]}"


def area_code(written: str) -> str:
    """Four digits, out of themselves or a whole postcode. Raises `RefusedRow`."""
    match = re.fullmatch(r"([1-9][0-9]{3})(\s?[A-Z]{2})?", written.upper())
    if match is None:
        raise RefusedRow(RowFault.NO_AREA, written)
    return match[1]


def _points(file: RegisterFile) -> Areas:
    points: dict[str, PointRow] = {}
    refused = [(line, RefusedRow(RowFault.CELLS)) for line in file.misfits]
    for row in file.rows:
        try:
            point = PointRow(row.line, area_code(_first(row, _AREA)), degrees_of(row.cells))
        except RefusedRow as fault:
            refused.append((row.line, fault))
        else:
            if points.setdefault(point.pc4, point) is not point:
                refused.append((row.line, RefusedRow(RowFault.TWICE, point.pc4)))
    return Areas(tuple(points.values()), (), tuple(sorted(refused, key=lambda each: each[0])))


def _gathered(rows: Iterator[RegisterRow], misfits: tuple[int, ...]) -> Areas:
    areas: dict[tuple[str, str], AreaRow] = {}
    refused = [(line, RefusedRow(RowFault.CELLS)) for line in misfits]
    for row in rows:
        try:
            sector = _SECTORS.get(row.cells.get("SOORT", "").upper(), "")
            found = AreaRow(
                row.line, consortium_code(_first(row, _CONSORTIUM), sector), area_code(_first(row, _AREA))
            )
        except RefusedRow as fault:
            refused.append((row.line, fault))
        else:
            areas.setdefault((found.consortium, found.pc4), found)
    return Areas((), tuple(areas.values()), tuple(sorted(refused, key=lambda each: each[0])))


def _recognitions(data: bytes) -> Iterator[RegisterRow]:
    """A row for each area of each consortium for suitable education in force; the line is its number in the file."""
    for line, each in enumerate(raw_objects(data, "soort"), start=1):
        if each.get("soort") not in _SECTORS or each.get("einddatum"):
            continue
        embedded = each.get("_embedded")
        regions = embedded.get("regioErkendeSamenwerking") if isinstance(embedded, dict) else None
        for region in regions if isinstance(regions, list) else []:
            pc4 = region.get("postcodecijfers") if isinstance(region, dict) else region
            yield RegisterRow(
                line,
                {
                    "CODE": plain_value(each.get("code")),
                    "SOORT": plain_value(each.get("soort")),
                    "PC4": plain_value(pc4),
                },
            )


def _is_consortium(row: RegisterRow) -> bool:
    return row.cells.get("SOORT", "PAPO").upper() in _SECTORS


def _first(row: RegisterRow, columns: tuple[str, ...]) -> str:
    return next((row.cells[column] for column in columns if row.cells.get(column)), "")
