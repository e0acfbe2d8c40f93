"""Files of open data of our own making, in the dialects in which they are published."""

import csv
import io
from collections.abc import Iterable, Mapping

HEADER = (
    "PROVINCIE",
    "BEVOEGD GEZAG NUMMER",
    "INSTELLINGSCODE",
    "VESTIGINGSCODE",
    "VESTIGINGSNAAM",
    "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING",
    "POSTCODE",
    "PLAATSNAAM",
    "GEMEENTENUMMER",
    "GEMEENTENAAM",
    "TELEFOONNUMMER",
    "INTERNETADRES",
)
ROW: Mapping[str, str] = {
    "PROVINCIE": "Drenthe",
    "BEVOEGD GEZAG NUMMER": "41001",
    "STRAATNAAM": "Brink",
    "HUISNUMMER-TOEVOEGING": "1-A",
    "POSTCODE": "9451 AA",
    "PLAATSNAAM": "ROLDE",
    "GEMEENTENUMMER": "1680",
    "GEMEENTENAAM": "AA EN HUNZE",
    "TELEFOONNUMMER": "0592123456",
    "INTERNETADRES": "www.school.example",
}


def school(code: str, name: str, **cells: str) -> dict[str, str]:
    """A row of an address file; keywords have `_` for a space: `GEMEENTENUMMER="1948"`, `BEVOEGD_GEZAG_NUMMER="…"`."""
    own = {"INSTELLINGSCODE": code[:4], "VESTIGINGSCODE": code, "VESTIGINGSNAAM": name}
    return {**ROW, **own, **{column.replace("_", " "): value for column, value in cells.items()}}


def classic(rows: Iterable[Mapping[str, str]], header: tuple[str, ...] = HEADER) -> bytes:
    """`;`, windows-1252, CRLF, a space where nothing stands."""
    lines = [";".join(header), *(";".join(row.get(column) or " " for column in header) for row in rows)]
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


def catalogue(rows: Iterable[Mapping[str, str]], header: tuple[str, ...] = HEADER) -> bytes:
    """`,`, UTF-8 with a mark at the start, quotes around every cell."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(column.replace(" ", "_") for column in header)
    writer.writerows([row.get(column, "") for column in header] for row in rows)
    return out.getvalue().encode("utf-8-sig")
