"""Consortia, boards, councils, schools and locations, with defaults."""

from datetime import date
from itertools import count

from levend.organisations.enums import CouncilKind, SchoolType
from levend.organisations.models import (
    Board,
    Consortium,
    ConsortiumGroup,
    ConsortiumMembership,
    CouncilSeat,
    Location,
    ParticipationCouncil,
    School,
)

LONG_AGO = date(2014, 8, 1)
_numbers = count(1)


def make_group(code: str = "", name: str = "Samen in de regio") -> ConsortiumGroup:
    return ConsortiumGroup.objects.create(code=code or f"groep-{next(_numbers)}", name=name)


def make_consortium(
    code: str = "", name: str = "Samenwerkingsverband Rivierland", group: ConsortiumGroup | None = None
) -> Consortium:
    return Consortium.objects.create(code=code or f"PO{next(_numbers):04d}", name=name, group=group)


def make_board(code: str = "", name: str = "Stichting Waterkant") -> Board:
    return Board.objects.create(code=code or f"{next(_numbers):05d}", name=name)


def make_location(
    code: str = "",
    *,
    name: str = "De Linde",
    board: Board | None = None,
    consortium: Consortium | None = None,
    school_type: SchoolType = SchoolType.BAO,
) -> Location:
    """A location with its school, its board, and a place in a consortium since long ago."""
    code = code or _location_code(next(_numbers))
    school, _ = School.objects.get_or_create(
        code=code[:4], defaults={"name": name, "board": board or make_board()}
    )
    location = Location.objects.create(
        code=code,
        school=school,
        name=name,
        school_type=school_type,
        street="Dorpsstraat 1",
        postcode="3511 AB",
        city="Waterdorp",
        municipality="Rivierland",
        phone="030 123 45 67",
        email="info@delinde.example",
        website="https://delinde.example",
        pupils=212,
        pupils_on=date(2026, 10, 1),
    )
    ConsortiumMembership.objects.create(
        location=location, consortium=consortium or make_consortium(), valid_from=LONG_AGO
    )
    return location


def make_council(
    *locations: Location, kind: CouncilKind = CouncilKind.MR, name: str = "MR De Linde"
) -> ParticipationCouncil:
    """A council that advises on these locations since long ago."""
    council = ParticipationCouncil.objects.create(kind=kind, name=name)
    for location in locations:
        CouncilSeat.objects.create(council=council, location=location, valid_from=LONG_AGO)
    return council


def _location_code(number: int) -> str:
    """`01AA00`, `02AA00`, …: codes of factories never meet those that tests write out."""
    return f"{number % 100:02d}{chr(65 + number // 100 % 10)}{chr(75 + number // 1000 % 10)}00"
