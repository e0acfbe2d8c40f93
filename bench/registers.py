"""How long open data of a whole country takes, and whether the same file changes nothing the second time.

    .venv/bin/python bench/registers.py ADDRESSES.csv [--locations FILE] [--pupils FILE] [--boards FILE]

ADDRESSES.csv is the address file of primary schools as it is published (6,100 rows). On a new SQLite database in a
temporary folder: looking at the file, bringing it in, once more, in the other dialect, and another month (ten rows
less, a school at another board, every twentieth name changed). Then each other file that was given, twice. Prints
rows by what happened to them, and seconds. Exit 1: more than 20 seconds for one file, or a second time that changes
something.
"""

import argparse
import csv
import io
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from levend.organisations.engine.registers.plan import ImportPlan

LIMIT_SECONDS = 20.0
SHOWN = ("new", "changed", "moved", "closed", "reopened", "unchanged", "unmatched", "refused")
OTHERS = ("boards", "locations", "pupils")
"""Kinds beside the address file, in the order in which they are brought in."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("addresses", type=Path)
    for kind in OTHERS:
        parser.add_argument(f"--{kind}", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="levend-bench-") as folder:
        os.environ.update(
            LEVEND_DATA=folder,
            LEVEND_SECRET_KEY="bench",
            LEVEND_ENV="demo",
            DJANGO_SETTINGS_MODULE="levend.config.settings",
        )
        os.environ.pop("DATABASE_URL", None)
        from levend.cli.django import start_django

        start_django()
        return 1 if _measure(options) else 0


def _measure(options: argparse.Namespace) -> int:
    """The number of times that a limit was passed."""
    data = options.addresses.read_bytes()
    print(f"{'':<26}{''.join(f'{name:>11}' for name in SHOWN)}{'seconds':>10}")
    faults = 0
    _run("schools, looking", "schools", data, look=True)
    plan, seconds = _run("schools", "schools", data)
    faults += seconds > LIMIT_SECONDS
    for label, again in (("schools, once more", data), ("schools, other dialect", _other_dialect(data))):
        plan, seconds = _run(label, "schools", again)
        faults += seconds > LIMIT_SECONDS or not plan.is_empty
    _run("schools, another month", "schools", _another_month(data))
    plan, seconds = _run("schools, back", "schools", data)
    faults += seconds > LIMIT_SECONDS
    for kind in OTHERS:
        file = getattr(options, kind)
        if file is None:
            continue
        plan, first = _run(kind, kind, file.read_bytes())
        plan, second = _run(f"{kind}, once more", kind, file.read_bytes())
        faults += max(first, second) > LIMIT_SECONDS or not plan.is_empty
    return faults


def _run(label: str, kind: str, data: bytes, *, look: bool = False) -> tuple["ImportPlan", float]:
    from levend.accounts.actor import Actor
    from levend.accounts.services.registers import ImportScope, import_file, plan_file

    begun = time.perf_counter()
    if look:
        plan = plan_file(actor=Actor.system(), kind=kind, data=data, scope=ImportScope())
    else:
        plan = import_file(
            actor=Actor.system(), kind=kind, file_name=f"{kind}.csv", data=data, scope=ImportScope()
        )
    seconds = time.perf_counter() - begun
    counts = plan.counts()
    print(f"{label:<26}{''.join(f'{counts[name]:>11}' for name in SHOWN)}{seconds:>10.2f}", flush=True)
    return plan, seconds


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("cp1252"), newline=""), delimiter=";"))


def _other_dialect(data: bytes) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([cell.strip() for cell in row] for row in _rows(data))
    return out.getvalue().encode("utf-8-sig")


def _another_month(data: bytes) -> bytes:
    header, *rows = _rows(data)
    board, school, name = (
        header.index(word) for word in ("BEVOEGD GEZAG NUMMER", "INSTELLINGSCODE", "VESTIGINGSNAAM")
    )
    rows = rows[10:]
    moving = rows[0][school]
    for number, row in enumerate(rows):
        if row[school] == moving:
            row[board] = "99999"
        if number % 20 == 0:
            row[name] += " Nieuw"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([header, *rows])
    return out.getvalue().encode("cp1252")


if __name__ == "__main__":
    sys.exit(main())
