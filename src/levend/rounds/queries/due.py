"""The next date of schools, with a round and without one; a constant number of queries for any number of schools."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import State
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.cases import cases_for
from levend.adoption.queries.in_force import begun_by
from levend.core import clock
from levend.regimes.engine.loading import regime_of
from levend.regimes.engine.terms import ask_advice_by, warning_level
from levend.rounds.engine.next_step import RoundDays, due_by_validity, due_in_round
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import due_of

MOST = 50
STAGES: dict[State, MilestoneKind] = {
    State.DRAFT: MilestoneKind.CONCEPT,
    State.REOPENED: MilestoneKind.CONCEPT,
    State.AWAITING_ADVICE: MilestoneKind.COUNCIL,
    State.AWAITING_CONFIRMATION: MilestoneKind.COUNCIL,
    State.ADVICE_GIVEN: MilestoneKind.BOARD,
    State.RETURNED_BY_BOARD: MilestoneKind.BOARD,
    State.AWAITING_CORRECTION: MilestoneKind.BOARD,
    State.CORRECTING: MilestoneKind.SUBMISSION,
    State.ADOPTED: MilestoneKind.SUBMISSION,
    State.RETURNED_BY_CONSORTIUM: MilestoneKind.SUBMISSION,
}
"""Which milestone a state is on the way to; none once it was handed in."""


@dataclass(frozen=True)
class Renewal:
    """A school whose validity comes to its end, or came, while nothing is being written. `due_on` is its last day.

    `level` is 1 for a first sign, more as the end comes nearer. `ask_by` is the last day to ask the council and leave it
    its whole term; it may have passed.
    """

    code: str
    name: str
    due_on: date
    ask_by: date
    level: int
    has_ended: bool


def dues_of(actor: Actor, location_codes: Iterable[str]) -> dict[str, date]:
    """By when the step that an open case waits for should be done, by code of the location.

    The council's own term goes before all; then the round that the case belongs to; then the last day of what is in
    force. A school with none of these has no date.
    """
    today = clock.today()
    wanted = set(location_codes)
    rows = cases_for(actor).filter(location__code__in=wanted, state__in=list(STAGES)) if wanted else []
    cases = {case.pk: case for case in rows}
    entries = {
        entry.case_id: entry
        for entry in RoundEntry.objects.filter(case__in=cases, round__state=RoundState.OPEN)
        .select_related("round", "part")
        .prefetch_related("round__milestones")
    }
    standing = _standing((case.location_id for case in cases.values()), today)
    found: dict[str, date] = {}
    for case in cases.values():
        stage = STAGES[State(case.state)]
        entry, adoption = entries.get(case.pk), standing.get(case.location_id)
        if case.due_on is not None:
            found[case.location.code] = case.due_on
        elif entry is not None:
            found[case.location.code] = due_in_round(stage, _days(entry), today)
        elif adoption is not None:
            term = regime_of(case.regime).advice_term_days
            found[case.location.code] = due_by_validity(stage, adoption.valid_until, term, today)
    return found


def renewals_for(actor: Actor) -> tuple[Renewal, ...]:
    """Schools where this actor can begin the next profile, and should by the warnings of the regime; what is most urgent first."""
    today = clock.today()
    idle = locations_for(actor, Permission.START_PROFILE).filter(closed_on=None)
    idle = idle.exclude(pk__in=AdoptionCase.objects.exclude(state=State.RECEIVED).values("location_id"))
    found = []
    for adoption in _last(Adoption.objects.filter(begun_by(today), case__location__in=idle)).values():
        law = regime_of(adoption.case.regime)
        ends_on = adoption.ended_on - timedelta(days=1) if adoption.ended_on else adoption.valid_until
        level = warning_level(law, ends_on, today)
        if level:
            place = adoption.case.location
            ask_by = min(ask_advice_by(law, adoption.valid_from), ends_on)
            has_ended = not adoption.holds_on(today)
            found.append(Renewal(place.code, place.name, ends_on, ask_by, level, has_ended))
    found.sort(key=lambda one: (one.due_on, one.name, one.code))
    return tuple(found[:MOST])


def _standing(location_ids: Iterable[int], on: date) -> dict[int, Adoption]:
    """What is in force on a day, by location."""
    begun = Adoption.objects.filter(begun_by(on), case__location_id__in=list(location_ids))
    return {pk: adoption for pk, adoption in _last(begun).items() if adoption.holds_on(on)}


def _last(begun: QuerySet[Adoption]) -> dict[int, Adoption]:
    """The version that began last, by location: it is in force or it ended (one query)."""
    rows = begun.select_related("case__location").order_by("valid_from", "id")
    return {adoption.case.location_id: adoption for adoption in rows}


def _days(entry: RoundEntry) -> RoundDays:
    return RoundDays(
        deadline=entry.round.deadline,
        due_on=due_of(entry),
        milestones={MilestoneKind(row.kind): row.day for row in entry.round.milestones.all()},
    )
