"""What is next at schools, as `rounds.engine.next_step` says it; a constant number of queries for any number of schools."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import State
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.in_force import begun_by
from levend.core import clock
from levend.regimes.engine.loading import regime_of
from levend.regimes.engine.terms import warning_level
from levend.rounds.engine.next_step import NextStep, RoundDays, Standing, Validity, next_step
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import Milestone, RoundEntry
from levend.rounds.queries.deadlines import due_of

Days = Mapping[MilestoneKind, date]


@dataclass(frozen=True)
class Situation:
    """What the database knows of one school: its newest case, what holds last, and where it stands by these."""

    case: AdoptionCase | None
    adoption: Adoption | None
    standing: Standing

    @property
    def next(self) -> NextStep:
        return next_step(self.standing, clock.today())


def next_steps_for(actor: Actor, location_codes: Iterable[str]) -> dict[str, NextStep]:
    """By code, of those schools that this actor may see the state of. Five queries."""
    wanted = set(location_codes)
    if not wanted:
        return {}
    rows = locations_for(actor, Permission.SEE_STATE).filter(code__in=wanted)
    codes = dict(rows.values_list("pk", "code"))
    return {codes[pk]: found.next for pk, found in situations_of(codes).items()}


def situations_of(location_ids: Iterable[int]) -> dict[int, Situation]:
    """By location. Four queries; the caller has seen to it that somebody may see these."""
    ids = set(location_ids)
    cases = {
        case.location_id: case
        for case in AdoptionCase.objects.filter(location__in=ids).order_by("opened_at", "id")
    }
    entries = {
        entry.case_id: entry
        for entry in RoundEntry.objects.filter(
            case__in=[case.pk for case in cases.values()], round__state=RoundState.OPEN
        ).select_related("round", "part")
    }
    milestones = milestones_of(entry.round_id for entry in entries.values())
    adoptions = _adoptions(ids, cases)
    found = {}
    for pk in ids:
        case, adoption = cases.get(pk), adoptions.get(pk)
        entry = entries.get(case.pk) if case else None
        days = days_of(entry, milestones[entry.round_id]) if entry else None
        validity = validity_of(adoption) if adoption else None
        found[pk] = Situation(case, adoption, standing_of(case, days, validity))
    return found


def milestones_of(round_ids: Iterable[int]) -> dict[int, dict[MilestoneKind, date]]:
    """The milestones of rounds, as the round has them (one query)."""
    found: dict[int, dict[MilestoneKind, date]] = {pk: {} for pk in round_ids}
    rows = (
        Milestone.objects.filter(round_id__in=found)
        .order_by("day", "pk")
        .values_list("round_id", "kind", "day")
    )
    for round_id, kind, day in rows:
        found[round_id][MilestoneKind(kind)] = day
    return found


def days_of(entry: RoundEntry, milestones: Days) -> RoundDays:
    """The round's days as this school has them."""
    return RoundDays(entry.round.deadline, due_of(entry), milestones)


def standing_of(
    case: AdoptionCase | None, days: RoundDays | None, validity: Validity | None = None
) -> Standing:
    if case is None:
        return Standing(validity=validity)
    since = clock.local_date(case.state_since)
    return Standing(State(case.state), since, case.due_on, days, validity)


def validity_of(adoption: Adoption) -> Validity:
    """Until when a version holds by its regime, or held when the board withdrew it."""
    law = regime_of(adoption.case.regime)
    ends_on = adoption.ended_on - timedelta(days=1) if adoption.ended_on else adoption.valid_until
    ask_by = ends_on - timedelta(days=law.advice_term_days)
    return Validity(ends_on, ask_by, warning_level(law, ends_on, clock.today()))


def _adoptions(ids: set[int], cases: Mapping[int, AdoptionCase]) -> dict[int, Adoption]:
    """The version that holds last, also one that is still to begin.

    While a case is open: what it renews, so not what was adopted in it, and only if that still holds.
    """
    today = clock.today()
    rows = Adoption.objects.filter(begun_by(date.max), case__location__in=ids).select_related("case")
    found: dict[int, Adoption] = {}
    for row in rows.order_by("valid_from", "id"):
        case = cases.get(row.case.location_id)
        if case is not None and case.state != State.RECEIVED:
            if row.case_id == case.pk and row.valid_from <= today:
                found.pop(case.location_id, None)  # it took the place of what it renews
            if row.case_id == case.pk or not (row.valid_from > today or row.holds_on(today)):
                continue
        found[row.case.location_id] = row
    return found
