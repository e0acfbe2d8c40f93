"""Every location that an actor may see the state of, with how far it is; a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import Party, State
from levend.adoption.models import AdoptionCase
from levend.adoption.transitions import TURN_PERMISSIONS, TURNS
from levend.core import clock
from levend.organisations.models import Location, ParticipationCouncil
from levend.organisations.queries.reach import reaches_of

NOT_BEGUN = "none"


@dataclass(frozen=True)
class LocationState:
    """`state` is none where no profile was ever begun. `who` names the body on turn, never a person."""

    code: str
    name: str
    school_type: str
    board: str
    state: State | None
    school_year: str
    party: Party
    who: str
    is_yours: bool


def locations_by_state(actor: Actor, *, state: str = "", words: str = "") -> QuerySet[Location]:
    """Locations by name; with `state` those whose newest case is in it (`NOT_BEGUN`: without one), with `words` those
    whose name, place or code holds each of these words."""
    newest = _newest()
    rows = (
        locations_for(actor, Permission.SEE_STATE)
        .annotate(
            newest_case=Subquery(newest.values("pk")[:1]), case_state=Subquery(newest.values("state")[:1])
        )
        .select_related("school__board")
        .order_by("name", "code")
    )
    for word in words.split()[:8]:
        rows = rows.filter(Q(name__icontains=word) | Q(code__istartswith=word) | Q(city__icontains=word))
    if state == NOT_BEGUN:
        return rows.filter(newest_case=None)
    return rows.filter(case_state=state) if state in State.values else rows


def states_of(actor: Actor, locations: Iterable[Location]) -> tuple[LocationState, ...]:
    """How far each of these locations is, in the same order; they come from `locations_by_state`."""
    rows = list(locations)
    wanted = [getattr(row, "newest_case", None) for row in rows]
    cases = AdoptionCase.objects.select_related("profile", "consortium").in_bulk(
        [pk for pk in wanted if pk is not None]
    )
    reaches = reaches_of((row.pk for row in rows), clock.today())
    councils = ParticipationCouncil.objects.in_bulk(
        {reach.council_id for reach in reaches.values() if reach.council_id is not None}
    )
    found = []
    for row, pk in zip(rows, wanted, strict=True):
        case, reach = cases.get(pk or 0), reaches[row.pk]
        party = TURNS[State(case.state)] if case else Party.SCHOOL
        permission = TURN_PERMISSIONS.get(party)
        council = councils.get(reach.council_id or 0)
        names = {
            Party.SCHOOL: row.name,
            Party.BOARD: row.school.board.name,
            Party.COUNCIL: council.name if council else "",
            Party.CONSORTIUM: case.consortium.name if case else "",
        }
        found.append(
            LocationState(
                code=row.code,
                name=row.name,
                school_type=str(row.get_school_type_display()),
                board=row.school.board.name,
                state=State(case.state) if case else None,
                school_year=case.profile.school_year if case else "",
                party=party,
                who=names.get(party, ""),
                is_yours=permission is not None and actor.has(permission, on=reach),
            )
        )
    return tuple(found)


def counts_by_state(actor: Actor) -> dict[str, int]:
    """How many locations are in each state, all states of `State` and `NOT_BEGUN`; one query."""
    counts = dict.fromkeys([NOT_BEGUN, *State.values], 0)
    newest = _newest().values("state")[:1]
    rows = locations_for(actor, Permission.SEE_STATE).annotate(case_state=Subquery(newest))
    for value in rows.order_by("pk").values_list("case_state", flat=True):
        counts[value or NOT_BEGUN] += 1
    return counts


def _newest() -> QuerySet[AdoptionCase]:
    """The cases of a location in an outer query, newest first."""
    return AdoptionCase.objects.filter(location=OuterRef("pk")).order_by("-opened_at", "-id")
