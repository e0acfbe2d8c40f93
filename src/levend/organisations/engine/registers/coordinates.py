"""Where schools stand: locations of the register with their degrees, as CSV or JSON, or a plain list by code.

The register of locations knows an address, no school; a school is found at its postcode and house number.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from levend.organisations.engine.registers.addresses import postcode_of
from levend.organisations.engine.registers.objects import is_json, objects_of
from levend.organisations.engine.registers.reading import RegisterRow, location_code, read_register
from levend.organisations.errors import RefusedRow, RegisterFault, RowFault, UnreadableRegister

LATITUDES, LONGITUDES = (50.7, 53.7), (3.2, 7.3)
"""Degrees (WGS 84) between which the European part of the country lies."""
_LATITUDE = ("LATITUDE", "GPS LATITUDE", "GPSLATITUDE", "BREEDTEGRAAD", "LAT")
_LONGITUDE = ("LONGITUDE", "GPS LONGITUDE", "GPSLONGITUDE", "LENGTEGRAAD", "LON", "LNG")
_CODE = ("VESTIGINGSCODE", "CODE")
_NUMBER = re.compile(r"\s(\d+)(?:\s*[-/]\s*([0-9A-Za-z]{1,6})|\s*([A-Za-z]{1,6}[0-9A-Za-z]{0,4}))?$")


@dataclass(frozen=True)
class Degrees:
    """WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class SpotRow:
    """`code` is of a location of a school, or else `postcode` and `number` say the address."""

    line: int
    degrees: Degrees
    code: str = ""
    postcode: str = ""
    number: str = ""


@dataclass(frozen=True)
class Spots:
    rows: tuple[SpotRow, ...]
    refused: tuple[tuple[int, RefusedRow], ...]

    def find(self, *, code: str, street: str, postcode: str) -> SpotRow | None:
        """The row of a school: by its code, by its address, or the only spot that its postcode has."""
        number = house_number(street)
        return (
            self._by_code.get(code)
            or self._by_address.get((postcode, number))
            or self._by_address.get((postcode, re.sub(r"\D.*", "", number)))
            or self._alone.get(postcode)
        )

    @cached_property
    def _by_code(self) -> Mapping[str, SpotRow]:
        return {row.code: row for row in reversed(self.rows) if row.code}

    @cached_property
    def _by_address(self) -> Mapping[tuple[str, str], SpotRow]:
        return {(row.postcode, row.number): row for row in reversed(self.rows) if row.postcode and row.number}

    @cached_property
    def _alone(self) -> Mapping[str, SpotRow]:
        spots: dict[str, dict[Degrees, SpotRow]] = {}
        for row in self.rows:
            if row.postcode:
                spots.setdefault(row.postcode, {}).setdefault(row.degrees, row)
        return {postcode: next(iter(each.values())) for postcode, each in spots.items() if len(each) == 1}


def read_spots(data: bytes) -> Spots:
    """The spots of a file in one of its three forms. Raises `UnreadableRegister` for another file."""
    rows, misfits = table_of(data, "gpsLatitude")
    spots: list[SpotRow] = []
    refused = [(line, RefusedRow(RowFault.CELLS)) for line in misfits]
    for row in rows:
        try:
            if row.cells.get("EINDDATUM"):
                continue
            spots.append(_spot(row))
        except RefusedRow as fault:
            refused.append((row.line, fault))
    return Spots(tuple(spots), tuple(sorted(refused, key=lambda each: each[0])))


def table_of(data: bytes, key: str) -> tuple[Iterable[RegisterRow], tuple[int, ...]]:
    """Rows out of a CSV file with degrees, or out of JSON with objects that have `key`."""
    if is_json(data):
        return objects_of(data, key), ()
    file = read_register(data)
    if not set(_LATITUDE) & set(file.header) or not set(_LONGITUDE) & set(file.header):
        raise UnreadableRegister(RegisterFault.OTHER_KIND, "LATITUDE")
    return file.rows, file.misfits


def degrees_of(cells: Mapping[str, str]) -> Degrees:
    """The pair in a row. Raises `RefusedRow` for what lies nowhere in the country, as 0, 0 does."""
    written = _first(cells, _LATITUDE), _first(cells, _LONGITUDE)
    try:
        latitude, longitude = (float(text.replace(",", ".")) for text in written)
    except ValueError:
        raise RefusedRow(RowFault.NO_DEGREES, " ".join(written)) from None
    if not (LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]):
        raise RefusedRow(RowFault.NO_DEGREES, " ".join(written))
    return Degrees(latitude, longitude)


def house_number(street: str) -> str:
    """The number at the end of an address with what is added to it: `Dorpsstraat 3-a` has *3A*."""
    match = _NUMBER.search(" " + street.strip())
    return _plain("".join(match.groups(""))) if match else ""


def _spot(row: RegisterRow) -> SpotRow:
    cells = row.cells
    degrees = degrees_of(cells)
    code = _first(cells, _CODE).upper()
    if code:
        return SpotRow(row.line, degrees, code=location_code({**cells, "VESTIGINGSCODE": code}))
    if not cells.get("POSTCODE"):
        raise RefusedRow(RowFault.NOT_HERE)
    number = "".join(
        cells.get(column, "") for column in ("HUISNUMMER", "HUISLETTER", "HUISNUMMERTOEVOEGING", "TOEVOEGING")
    )
    return SpotRow(
        row.line,
        degrees,
        postcode=postcode_of(cells["POSTCODE"]),
        number=_plain(number or cells.get("HUISNUMMER-TOEVOEGING", "")),
    )


def _first(cells: Mapping[str, str], columns: tuple[str, ...]) -> str:
    return next((cells[column] for column in columns if cells.get(column)), "")


def _plain(number: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", number.upper())
