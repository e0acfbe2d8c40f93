"""The locations and schools that are here already, as plain facts (three queries)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from levend.organisations.engine.registers.addresses import LocationFacts
from levend.organisations.engine.registers.comparing import OWNED
from levend.organisations.models import ConsortiumMembership, Location, School


@dataclass(frozen=True)
class Standing:
    """A location of ours by what the register owns of it."""

    id: int
    facts: LocationFacts
    closed_on: date | None


@dataclass(frozen=True)
class StandingSchool:
    id: int
    code: str
    name: str
    board_code: str


@dataclass(frozen=True)
class Here:
    """By code. `near` are boards with a location in the consortium, `elsewhere` boards with one in another."""

    locations: Mapping[str, Standing]
    schools: Mapping[str, StandingSchool]
    near: frozenset[str]
    elsewhere: frozenset[str]

    def locations_of(self, school_code: str) -> tuple[Standing, ...]:
        return tuple(each for code, each in self.locations.items() if code.startswith(school_code))


def standing(consortium_id: int | None) -> Here:
    """All of it: a file of the whole country touches all."""
    columns = ("pk", "closed_on", "code", *OWNED, "school__board__code")
    locations = {}
    for pk, closed_on, code, *owned, board in Location.objects.order_by("code").values_list(*columns):
        facts = LocationFacts(code=code, board_code=board, **dict(zip(OWNED, owned, strict=True)))
        locations[code] = Standing(pk, facts, closed_on)
    schools = {
        code: StandingSchool(pk, code, name, board)
        for pk, code, name, board in School.objects.order_by().values_list(
            "pk", "code", "name", "board__code"
        )
    }
    near: set[str] = set()
    elsewhere: set[str] = set()
    if consortium_id is not None:
        rows = ConsortiumMembership.objects.filter(valid_until=None).order_by()
        for consortium, board in rows.values_list(
            "consortium_id", "location__school__board__code"
        ).distinct():
            (near if consortium == consortium_id else elsewhere).add(board)
    return Here(locations, schools, frozenset(near), frozenset(elsewhere))
