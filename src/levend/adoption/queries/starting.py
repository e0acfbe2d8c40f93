"""Whether and how a profile can be begun for a location."""

from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.core.decision import Decision
from levend.formats.queries import versions_for
from levend.formats.values import PublishedVersion
from levend.organisations.queries.places import consortia_of
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import SchoolYear
from levend.profiles.rules import can_start


@dataclass(frozen=True)
class Choice:
    key: str
    label: str


@dataclass(frozen=True)
class Start:
    """A location with what can be chosen for a new profile; `decision` says whether this actor may begin one now."""

    location_id: int
    code: str
    name: str
    has_open_case: bool
    decision: Decision
    versions: tuple[PublishedVersion, ...]
    consortia: tuple[Choice, ...]
    school_years: tuple[str, ...]


def start_of(actor: Actor, location_code: str) -> Start:
    """Raises `NotFound` for a location that the actor may not see."""
    location = location_for(actor, location_code)
    today = clock.today()
    this_year = SchoolYear.containing(today)
    reach = reach_of(location.pk, today)
    return Start(
        location_id=location.pk,
        code=location.code,
        name=location.name,
        has_open_case=AdoptionCase.objects.filter(location=location).exclude(state=State.RECEIVED).exists(),
        decision=can_start(actor, reach),
        versions=versions_for(
            consortium_ids=reach.consortium_ids, group_ids=reach.group_ids, school_type=location.school_type
        ),
        consortia=tuple(
            Choice(str(consortium.pk), str(consortium))
            for consortium in consortia_of(location.pk, today).order_by("name", "pk")
        ),
        school_years=(str(this_year), str(SchoolYear(this_year.start + 1))),
    )
