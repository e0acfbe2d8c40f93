"""How far the schools of a round are: stages in the order of the procedure, and their course over the days."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from levend.adoption.enums import Party, State
from levend.adoption.transitions import TURNS

SOON_DAYS = 14
"""How many days ahead a deadline counts as near: a holiday of a week still leaves a week to work."""


class Stage(StrEnum):
    """Where a school is, in words that fit in a bar."""

    NONE = "none"
    WRITING = "writing"
    COUNCIL = "council"
    BOARD = "board"
    ADOPTED = "adopted"
    SUBMITTED = "submitted"
    RECEIVED = "received"


STAGES: Mapping[State, Stage] = {
    State.DRAFT: Stage.WRITING,
    State.REOPENED: Stage.WRITING,
    State.RETURNED_BY_BOARD: Stage.WRITING,
    State.AWAITING_ADVICE: Stage.COUNCIL,
    State.AWAITING_CONFIRMATION: Stage.COUNCIL,
    State.ADVICE_GIVEN: Stage.BOARD,
    State.ADOPTED: Stage.ADOPTED,
    State.CORRECTING: Stage.ADOPTED,
    State.AWAITING_CORRECTION: Stage.ADOPTED,
    State.RETURNED_BY_CONSORTIUM: Stage.ADOPTED,
    State.SUBMITTED: Stage.SUBMITTED,
    State.RECEIVED: Stage.RECEIVED,
}
DONE = frozenset({State.SUBMITTED, State.RECEIVED})
"""What was handed in is never late: from there on the school waits."""


class Press(StrEnum):
    """How a school's last day presses on it."""

    DONE = "done"
    LATE = "late"
    SOON = "soon"
    NONE = "none"


class Reached(StrEnum):
    """What the trend counts, in the order of the procedure. The value is the state that a school reaches with it."""

    ASKED = State.AWAITING_ADVICE.value
    ADVISED = State.ADVICE_GIVEN.value
    ADOPTED = State.ADOPTED.value
    SUBMITTED = State.SUBMITTED.value
    RECEIVED = State.RECEIVED.value


def stage_of(state: str | None) -> Stage:
    return STAGES[State(state)] if state else Stage.NONE


def pressing(state: str | None, due_on: date, today: date) -> Press:
    """What was handed in is done; the last day itself is not late yet."""
    if state in DONE:
        return Press.DONE
    if due_on < today:
        return Press.LATE
    return Press.SOON if due_on <= today + timedelta(days=SOON_DAYS) else Press.NONE


def states_in(stage: Stage) -> tuple[State, ...]:
    return tuple(state for state, found in STAGES.items() if found is stage)


def states_of_turn(party: Party) -> tuple[State, ...]:
    return tuple(state for state, found in TURNS.items() if found is party)


@dataclass(frozen=True)
class Trend:
    """For each day from the first to the last: how many schools were at least so far, by `Reached`."""

    days: tuple[date, ...]
    counts: Mapping[Reached, tuple[int, ...]]

    @property
    def last(self) -> dict[Reached, int]:
        return {reached: counts[-1] for reached, counts in self.counts.items()}

    @property
    def turns(self) -> tuple[int, ...]:
        """Indexes of the days on which a number changed, with the first and the last."""
        columns = list(zip(*self.counts.values(), strict=True))
        changed = (at for at in range(1, len(columns)) if columns[at] != columns[at - 1])
        return tuple(sorted({0, len(self.days) - 1, *changed}))


def trend(first: date, last: date, reached: Iterable[tuple[str, date, int]]) -> Trend:
    """Add up how many schools reached a state on a day for the first time.

    What was reached before the first day counts on it. A school that goes back stays counted: the line says how much was
    ever reached, and the bar of today says where everybody is now. A last day before the first one gives one day.
    """
    days = tuple(first + timedelta(days=number) for number in range(max((last - first).days, 0) + 1))
    found: dict[Reached, list[tuple[date, int]]] = {one: [] for one in Reached}
    for state, day, schools in reached:
        found[Reached(state)].append((day, schools))
    return Trend(days, {one: _added_up(days, sorted(found[one])) for one in Reached})


def _added_up(days: tuple[date, ...], steps: list[tuple[date, int]]) -> tuple[int, ...]:
    totals = [0]
    for _day, schools in steps:
        totals.append(totals[-1] + schools)
    moments = [day for day, _schools in steps]
    return tuple(totals[bisect_right(moments, day)] for day in days)
