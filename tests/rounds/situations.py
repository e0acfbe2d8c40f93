"""A round of both consortia of the test region, with one format for primary schools."""

from datetime import date, datetime, timedelta

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.core.clock import AMSTERDAM
from levend.formats.models import FormatVersion
from levend.organisations.enums import SchoolType
from levend.rounds.engine.dates import milestones_before
from levend.rounds.models import CollectionRound, RoundEntry
from levend.rounds.services import draft_round, open_round
from levend.rounds.values import Owner, RoundPlan
from tests.factories.region import Region

DEADLINE = date(2027, 6, 1)
OPENING = datetime(2026, 11, 23, 9, tzinfo=AMSTERDAM)


def plan(name: str = "Opnameronde 2026-2027", **changes: object) -> RoundPlan:
    """A plan that holds together; `changes` are fields of it."""
    fields: dict[str, object] = {
        "name": name,
        "school_year": "2026-2027",
        "reference_date": date(2026, 10, 1),
        "opens_on": OPENING.date(),
        "deadline": DEADLINE,
        "milestones": milestones_before(DEADLINE, 42),
        "texts": {"introduction": "Welkom.", "how_made": "- Samen."},
    }
    return RoundPlan(**(fields | changes))  # type: ignore[arg-type]


def group_owner(region: Region) -> Owner:
    return Owner(code=region.group.code, name=region.group.name, group_id=region.group.pk)


def keeper(region: Region) -> Actor:
    """The coordinator of the group."""
    return region.linde.actor(Role.GROUP_COORDINATOR)


def drafted(region: Region, version: FormatVersion, **changes: object) -> CollectionRound:
    """A draft for both consortia; special schools have no format yet."""
    return draft_round(
        actor=keeper(region),
        owner=group_owner(region),
        plan=plan(**changes),  # type: ignore[arg-type]
        consortium_ids=[region.linde.consortium.pk, region.beuk.consortium.pk],
        versions={SchoolType.BAO: version.pk},
    )


def opened(region: Region, version: FormatVersion) -> CollectionRound:
    return open_round(actor=keeper(region), round_id=drafted(region, version).pk)


def entry_of(found: CollectionRound, code: str) -> RoundEntry:
    return RoundEntry.objects.select_related("round", "part", "case__profile").get(
        round=found, location__code=code
    )


def days(number: int) -> timedelta:
    return timedelta(days=number)
