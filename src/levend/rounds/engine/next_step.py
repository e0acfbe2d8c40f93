"""What is next at a school, whose turn that is and by when. Every page, letter and calendar reads it from here.

The order: a term of the step itself, the council's by law or what the consortium named; then the round that the case
belongs to; then the last day of what is in force.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from levend.adoption.enums import Party, State
from levend.adoption.transitions import TURNS
from levend.rounds.enums import MilestoneKind

M = MilestoneKind
STAGES: Mapping[State, MilestoneKind] = {
    State.DRAFT: M.CONCEPT,
    State.REOPENED: M.CONCEPT,
    State.AWAITING_ADVICE: M.COUNCIL,
    State.AWAITING_CONFIRMATION: M.COUNCIL,
    State.ADVICE_GIVEN: M.BOARD,
    State.RETURNED_BY_BOARD: M.BOARD,
    State.ADOPTED: M.SUBMISSION,
    State.CORRECTING: M.SUBMISSION,
    State.AWAITING_CORRECTION: M.SUBMISSION,
    State.RETURNED_BY_CONSORTIUM: M.SUBMISSION,
}
"""The milestone that was not reached yet: what the board gave back still has to be adopted, and what it adopted still has
to be handed in, also while a slip is mended. None once it was handed in."""
COUNCIL = frozenset({State.AWAITING_ADVICE, State.AWAITING_CONFIRMATION})
RECEIPT_DAYS = 14
"""Two weeks to look whether everything is there: an agreement, no law, as for confirming."""


class Ground(StrEnum):
    """What a day comes from."""

    NONE = "none"
    TERM = "term"
    MILESTONE = "milestone"
    LAST_DAY = "last_day"
    VALIDITY = "validity"
    RECEIPT = "receipt"


@dataclass(frozen=True)
class RoundDays:
    """A round's days as one school has them: `due_on` is its own last day."""

    deadline: date
    due_on: date
    milestones: Mapping[MilestoneKind, date]

    def day_of(self, kind: MilestoneKind) -> date:
        """A milestone moves along with an extension, and never lies after the school's last day."""
        day = self.milestones.get(kind)
        return self.due_on if day is None else min(self.due_on, day + (self.due_on - self.deadline))


@dataclass(frozen=True)
class Validity:
    """The last day of what is in force, the last to ask advice on its successor, and how near the regime finds the end."""

    valid_until: date
    ask_by: date
    level: int


@dataclass(frozen=True)
class Standing:
    """Where a school stands. `state` is of its newest case, since `since`; `term_until` is the day that this step has itself.

    `round` belongs to an open case in an open round; `validity` is of a version that this case does not itself renew.
    """

    state: State | None = None
    since: date | None = None
    term_until: date | None = None
    round: RoundDays | None = None
    validity: Validity | None = None


@dataclass(frozen=True)
class NextStep:
    """`late_after` is the day that binds whoever is on turn; an aim before it has passed without anybody being late."""

    party: Party
    state: State | None
    due_on: date | None
    ground: Ground
    late_after: date | None

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today


def next_step(at: Standing, today: date) -> NextStep:
    """The step that a school's case waits for. Without an open case: the next profile, once the regime warns."""
    if at.state is None or at.state is State.RECEIVED:
        return _renewal(at, today)
    party, stage, days, term = TURNS[at.state], STAGES.get(at.state), at.round, at.term_until
    if stage is None:
        due_on = at.since + timedelta(days=RECEIPT_DAYS) if at.since else None
        return NextStep(party, at.state, due_on, Ground.RECEIPT if due_on else Ground.NONE, due_on)
    # The council's term goes before a round's days while it runs; a day that the consortium named binds for good.
    if term is not None and (today <= term or days is None or at.state not in COUNCIL):
        return NextStep(party, at.state, term, Ground.TERM, term)
    if days is not None:
        due_on = due_in_round(stage, days, today)
        ground = Ground.LAST_DAY if due_on == days.due_on else Ground.MILESTONE
        return NextStep(party, at.state, due_on, ground, days.due_on)
    if at.validity is not None:
        due_on = due_by_validity(stage, at.validity, today)
        return NextStep(party, at.state, due_on, Ground.VALIDITY, at.validity.valid_until)
    return NextStep(party, at.state, None, Ground.NONE, None)


def due_in_round(stage: MilestoneKind, days: RoundDays, today: date) -> date:
    """The aim for this stage while it lies ahead, else the school's last day: once it has passed only that one binds."""
    aim = days.day_of(stage)
    return aim if today <= aim else days.due_on


def due_by_validity(stage: MilestoneKind, validity: Validity, today: date) -> date:
    """Without a round: adopted by the last day of what is in force, and advice asked a whole term before it."""
    ahead = stage is MilestoneKind.CONCEPT and today <= validity.ask_by
    return validity.ask_by if ahead else validity.valid_until


def _renewal(at: Standing, today: date) -> NextStep:
    if at.validity is None:
        party = Party.SCHOOL if at.state is None else Party.NOBODY
        return NextStep(party, at.state, None, Ground.NONE, None)
    due_on, binds = at.validity.valid_until, at.validity.valid_until
    if not at.validity.level:
        return NextStep(Party.NOBODY, at.state, due_on, Ground.VALIDITY, binds)
    due_on = due_by_validity(MilestoneKind.CONCEPT, at.validity, today)
    return NextStep(Party.SCHOOL, at.state, due_on, Ground.VALIDITY, binds)
