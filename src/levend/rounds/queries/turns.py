"""Schools of open rounds whose step waits for somebody, with the day by which it should be done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from levend.adoption.enums import Party, State
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.rounds.engine.next_step import COUNCIL, Ground, NextStep, Standing, next_step
from levend.rounds.engine.reminding import Schedule, moment_next, moment_now
from levend.rounds.enums import RoundState
from levend.rounds.models import ReminderSchedule, RoundEntry
from levend.rounds.queries.next_steps import days_of, milestones_of, standing_of

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
    State.SUBMITTED: _("de ontvangst bevestigen"),
}
"""What a state asks of whose turn it is."""


@dataclass(frozen=True)
class Turn:
    """A school with the step that waits on a day, since `since` on this turn."""

    entry: RoundEntry
    standing: Standing
    state: State
    since: date
    today: date
    schedule: Schedule

    @cached_property
    def step(self) -> NextStep:
        return next_step(self.standing, self.today)

    @property
    def party(self) -> Party:
        return self.step.party

    @property
    def aim(self) -> date:
        """The day by which it should be done. An open round gives every step one."""
        return self.step.due_on or self.entry.round.deadline

    @property
    def offset(self) -> int | None:
        """The reminder of today, in days from `aim`; none when there is none."""
        return moment_now(self.aim, since=self.since, today=self.today, schedule=self.schedule)

    @cached_property
    def next_on(self) -> date | None:
        """The next day with a reminder. When its term has passed the council's turn is over: nothing comes after it."""
        ends = self.step.ground is Ground.TERM and self.state in COUNCIL
        then = None if ends else self.step.late_after
        return moment_next(self.aim, since=self.since, today=self.today, schedule=self.schedule, then=then)

    @property
    def is_receipt(self) -> bool:
        """The consortium's own step: no date of the round holds for it."""
        return self.step.ground is Ground.RECEIPT

    @property
    def is_late(self) -> bool:
        return self.step.is_late(self.today)

    @property
    def asked(self) -> str:
        return str(ASKED[self.state])

    def on(self, day: date) -> "Turn":
        """The same turn as it will be, if nothing is done before that day."""
        return replace(self, today=day)


def waiting_entries() -> QuerySet[RoundEntry]:
    """Entries of open rounds with such a step."""
    rows = RoundEntry.objects.filter(round__state=RoundState.OPEN, case__state__in=list(ASKED))
    return rows.select_related("round", "part", "case", "location").order_by("pk")


def turns_of(entries: Iterable[RoundEntry]) -> list[Turn]:
    """What waits at each of these schools: two queries beside that of the entries themselves."""
    rows = list(entries)
    round_ids = {entry.round_id for entry in rows}
    milestones = milestones_of(round_ids)
    schedules = {
        row.round_id: row.schedule for row in ReminderSchedule.objects.filter(round_id__in=round_ids)
    }
    usual, today = Schedule(), clock.today()
    return [
        Turn(
            entry,
            standing_of(entry.case, days_of(entry, milestones[entry.round_id])),
            State(entry.case.state),
            _since(entry, entry.case),
            today,
            schedules.get(entry.round_id, usual),
        )
        for entry in rows
        if entry.case is not None
    ]


def schedule_of(round_id: int) -> Schedule:
    """The schedule that holds for a round."""
    row = ReminderSchedule.objects.filter(round_id=round_id).first()
    return row.schedule if row else Schedule()


def _since(entry: RoundEntry, case: AdoptionCase) -> date:
    """A turn begins with its state, and not before the school came into the round."""
    return clock.local_date(max(case.state_since, entry.handled_at or entry.added_at))
