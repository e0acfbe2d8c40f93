"""Address files of the register: every row is a location, with its board and its municipality.

Three files hold all schools: primary, special (it has a column with the kind), secondary (it has one with the
levels). Which file it is shows in its header.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stdnum.exceptions import ValidationError as StdnumError
from stdnum.nl import postcode as postcodes

from levend.organisations.engine.registers.names import phone_number, readable_place, whole_address
from levend.organisations.engine.registers.reading import RegisterFile, RegisterRow, location_code
from levend.organisations.enums import SchoolType
from levend.organisations.errors import RefusedRow, RowFault

PROVINCES = 12
_SPECIAL = {
    "SBAO": SchoolType.SBO,
    "SBO": SchoolType.SBO,
    "SO": SchoolType.SO,
    "(V)SO": SchoolType.SO,
    "SO/VSO": SchoolType.SO,
    "SOVSO": SchoolType.SO,
    "VSO": SchoolType.VSO,
}
"""A location with special education of both ages counts as one for the younger: we keep one kind for each."""


@dataclass(frozen=True)
class LocationFacts:
    """What the register owns of a location. Empty where it does not say: then ours stays.

    Pupils, coordinates, e-mail and the people whom parents can call are not in an address file.
    """

    code: str
    name: str
    school_type: str
    street: str
    postcode: str
    city: str
    municipality: str
    municipality_code: str
    phone: str
    website: str
    board_code: str

    @property
    def pc4(self) -> str:
        return self.postcode[:4]


@dataclass(frozen=True)
class AddressRow:
    line: int
    facts: LocationFacts


@dataclass(frozen=True)
class Addresses:
    """`types` are the kinds of school that such a file holds all of, `seen` every code in it, refused ones too.

    A file with all provinces is of the whole country; another speaks of the municipalities in it alone.
    """

    rows: tuple[AddressRow, ...]
    refused: tuple[tuple[int, RefusedRow], ...]
    types: frozenset[str]
    seen: frozenset[str]
    whole_country: bool

    @property
    def municipalities(self) -> Mapping[str, str]:
        """Name by number."""
        return {row.facts.municipality_code: row.facts.municipality for row in self.rows}


def read_addresses(file: RegisterFile) -> Addresses:
    """The locations of an address file. Raises `UnreadableRegister` for a file of another kind."""
    file.require("VESTIGINGSNAAM", "POSTCODE", "PLAATSNAAM", "BEVOEGD GEZAG NUMMER")
    kind_of, types = _kinds(file)
    names = _municipalities(file)
    rows: dict[str, AddressRow] = {}
    boards: dict[str, str] = {}
    refused = [(line, RefusedRow(RowFault.CELLS)) for line in file.misfits]
    seen = set(file.stray)
    for row in file.rows:
        seen.add(row.cells.get("VESTIGINGSCODE", "").upper())
        try:
            facts = _facts(row, kind_of, names)
            _check_earlier(facts, rows, boards)
        except RefusedRow as fault:
            refused.append((row.line, fault))
        else:
            rows[facts.code] = AddressRow(row.line, facts)
            seen.add(facts.code)
    provinces = {row.cells.get("PROVINCIE", "") for row in file.rows} - {""}
    return Addresses(
        tuple(rows.values()),
        tuple(sorted(refused, key=lambda each: each[0])),
        types,
        frozenset(seen),
        len(provinces) >= PROVINCES,
    )


def _check_earlier(facts: LocationFacts, rows: Mapping[str, AddressRow], boards: dict[str, str]) -> None:
    """A code stands in a file once, and all locations of a school are one board's."""
    if facts.code in rows:
        raise RefusedRow(RowFault.TWICE, facts.code)
    if boards.setdefault(facts.code[:4], facts.board_code) != facts.board_code:
        raise RefusedRow(RowFault.OTHER_BOARD, facts.code[:4])


def _kinds(file: RegisterFile) -> tuple[Callable[[Mapping[str, str]], str], frozenset[str]]:
    if "SOORT PRIMAIR ONDERWIJS" in file.header:
        types = frozenset({SchoolType.SBO.value, SchoolType.SO.value, SchoolType.VSO.value})
        return _special, types
    if "ONDERWIJSSTRUCTUUR" in file.header:
        return _secondary, frozenset({SchoolType.VO.value, SchoolType.PRO.value})
    return lambda cells: SchoolType.BAO.value, frozenset({SchoolType.BAO.value})


def _special(cells: Mapping[str, str]) -> str:
    word = cells["SOORT PRIMAIR ONDERWIJS"].upper().replace(" ", "")
    if word not in _SPECIAL:
        raise RefusedRow(RowFault.NO_TYPE, word)
    return _SPECIAL[word].value


def _secondary(cells: Mapping[str, str]) -> str:
    levels = set(cells["ONDERWIJSSTRUCTUUR"].upper().replace(" ", "").split("/"))
    return SchoolType.PRO.value if levels == {"PRO"} else SchoolType.VO.value


def _municipalities(file: RegisterFile) -> dict[str, str]:
    """Name by number: a row may have the number only, which says enough."""
    names: dict[str, str] = {}
    for row in file.rows:
        if name := row.cells.get("GEMEENTENAAM", ""):
            names.setdefault(_number(row.cells, "GEMEENTENUMMER", 4), readable_place(name))
    return names


def _facts(
    row: RegisterRow, kind_of: Callable[[Mapping[str, str]], str], names: Mapping[str, str]
) -> LocationFacts:
    cells = row.cells
    code = location_code(cells)
    board = _number(cells, "BEVOEGD GEZAG NUMMER", 5)
    if len(board) != 5 or not (board.isascii() and board.isdigit()):
        raise RefusedRow(RowFault.NO_BOARD, cells["BEVOEGD GEZAG NUMMER"])
    if not cells.get("STRAATNAAM"):
        raise RefusedRow(RowFault.NO_STREET)
    number = _number(cells, "GEMEENTENUMMER", 4)
    return LocationFacts(
        code=code,
        name=_text(cells["VESTIGINGSNAAM"], 200, RowFault.NO_NAME),
        school_type=kind_of(cells),
        street=_text(
            f"{cells['STRAATNAAM']} {cells.get('HUISNUMMER-TOEVOEGING', '')}".strip(), 200, RowFault.NO_STREET
        ),
        postcode=postcode_of(cells["POSTCODE"]),
        city=_text(readable_place(cells["PLAATSNAAM"]), 100, RowFault.NO_CITY),
        municipality=names.get(number, "")[:100],
        municipality_code=number if len(number) == 4 and number.isdecimal() else "",
        phone=phone_number(cells.get("TELEFOONNUMMER", "")),
        website=whole_address(cells.get("INTERNETADRES", "")),
        board_code=board,
    )


def postcode_of(text: str) -> str:
    """With its space, as we keep it; the register has it without in some files. Raises `RefusedRow`."""
    try:
        return str(postcodes.validate(text))
    except StdnumError:
        raise RefusedRow(RowFault.NO_POSTCODE, text) from None


def _text(text: str, most: int, missing: RowFault) -> str:
    if not text:
        raise RefusedRow(missing)
    if len(text) > most:
        raise RefusedRow(RowFault.TOO_LONG, text)
    return text


def _number(cells: Mapping[str, str], column: str, digits: int) -> str:
    """A code of digits, with the zeros before it that a spreadsheet takes away."""
    number = cells.get(column, "")
    return number.zfill(digits) if number else ""
