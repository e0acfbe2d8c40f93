"""Schools of open rounds whose step waits for somebody below the consortium, with the day by which it should be done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from levend.adoption.enums import Party, State
from levend.adoption.transitions import TURNS
from levend.core import clock
from levend.rounds.engine.reminding import Schedule, aim_of, moment_next, moment_now
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import Milestone, ReminderSchedule, RoundEntry
from levend.rounds.queries.deadlines import due_of

M = MilestoneKind
MILESTONES: Mapping[State, MilestoneKind] = {
    State.DRAFT: M.CONCEPT,
    State.REOPENED: M.CONCEPT,
    State.RETURNED_BY_BOARD: M.CONCEPT,
    State.AWAITING_ADVICE: M.COUNCIL,
    State.AWAITING_CONFIRMATION: M.COUNCIL,
    State.ADVICE_GIVEN: M.BOARD,
    State.ADOPTED: M.SUBMISSION,
    State.CORRECTING: M.SUBMISSION,
    State.AWAITING_CORRECTION: M.SUBMISSION,
    State.RETURNED_BY_CONSORTIUM: M.SUBMISSION,
}
"""What each step works towards. What was handed in waits for the consortium, which is not reminded."""

ASKED = {
    State.DRAFT: _("het concept schrijven en advies vragen"),
    State.REOPENED: _("de wijziging afmaken en weer voorleggen"),
    State.RETURNED_BY_BOARD: _("het profiel aanpassen en weer voorleggen"),
    State.AWAITING_ADVICE: _("advies geven"),
    State.AWAITING_CONFIRMATION: _("het advies bevestigen"),
    State.ADVICE_GIVEN: _("het profiel vaststellen"),
    State.ADOPTED: _("verklaren en indienen"),
    State.CORRECTING: _("de correctie afmaken"),
    State.AWAITING_CORRECTION: _("de correctie bevestigen"),
    State.RETURNED_BY_CONSORTIUM: _("de gevraagde correctie doen"),
}


@dataclass(frozen=True)
class Turn:
    """A school with the step that waits. `offset` is the reminder of today, in days from `aim`; `next_on` the one after."""

    entry: RoundEntry
    state: State
    aim: date
    since: date
    offset: int | None
    next_on: date | None

    @property
    def party(self) -> Party:
        return TURNS[self.state]

    @property
    def milestone(self) -> MilestoneKind:
        return MILESTONES[self.state]

    @property
    def is_late(self) -> bool:
        return self.aim < clock.today()

    @property
    def asked(self) -> str:
        return str(ASKED[self.state])


def waiting_entries() -> QuerySet[RoundEntry]:
    """Entries of open rounds with such a step."""
    rows = RoundEntry.objects.filter(round__state=RoundState.OPEN, case__state__in=list(MILESTONES))
    return rows.select_related("round", "part", "case", "location").order_by("pk")


def turns_of(entries: Iterable[RoundEntry]) -> list[Turn]:
    """What waits at each of these schools: two queries beside that of the entries themselves."""
    rows = list(entries)
    round_ids = {entry.round_id for entry in rows}
    milestones: dict[int, dict[MilestoneKind, date]] = {pk: {} for pk in round_ids}
    for round_id, kind, day in Milestone.objects.filter(round_id__in=round_ids).values_list(
        "round_id", "kind", "day"
    ):
        milestones[round_id][MilestoneKind(kind)] = day
    schedules = {
        row.round_id: row.schedule for row in ReminderSchedule.objects.filter(round_id__in=round_ids)
    }
    usual = Schedule()
    return [
        turn
        for entry in rows
        if (turn := _turn(entry, milestones[entry.round_id], schedules.get(entry.round_id, usual)))
    ]


def schedule_of(round_id: int) -> Schedule:
    """The schedule that holds for a round."""
    row = ReminderSchedule.objects.filter(round_id=round_id).first()
    return row.schedule if row else Schedule()


def _turn(entry: RoundEntry, milestones: Mapping[MilestoneKind, date], schedule: Schedule) -> Turn | None:
    if entry.case is None:
        return None
    state = State(entry.case.state)
    own = due_of(entry)
    aim = aim_of(MILESTONES[state], milestones, deadline=entry.round.deadline, own_deadline=own)
    if state is State.RETURNED_BY_CONSORTIUM and entry.case.due_on is not None:
        aim = entry.case.due_on  # the consortium named a day of its own with what it asked
    opened = entry.handled_at or entry.added_at
    since = clock.local_date(max(entry.case.state_since, opened))
    today = clock.today()
    return Turn(
        entry,
        state,
        aim,
        since,
        moment_now(aim, since=since, today=today, schedule=schedule),
        moment_next(aim, since=since, today=today, schedule=schedule),
    )
