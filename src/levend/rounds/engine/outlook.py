"""The steps that one school still has before it, each with its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from levend.adoption.enums import State
from levend.rounds.engine.next_step import (
    STAGES,
    NextStep,
    Standing,
    due_by_validity,
    due_in_round,
    next_step,
)
from levend.rounds.enums import MilestoneKind

_ORDER = tuple(MilestoneKind)
_FIRST_AFTER: Mapping[State, MilestoneKind] = {State.RETURNED_BY_BOARD: MilestoneKind.BOARD}
"""Where the step itself does not yet reach its milestone, and another party's step follows that does."""
_UNREACHED = frozenset({State.CORRECTING, State.AWAITING_CORRECTION})
"""A mended slip still has to be handed in by the school."""


@dataclass(frozen=True)
class StepAhead:
    """A milestone that is still to come; `kind` is none for what the case waits for now."""

    kind: MilestoneKind | None
    day: date


def steps_ahead(at: Standing, today: date) -> tuple[StepAhead, ...]:
    """What the case waits for first, then the milestones after it, as far as they have a day. None after handing in."""
    if at.state is None or at.state not in STAGES:
        return ()
    now = next_step(at, today)
    first = (StepAhead(None, now.due_on),) if now.due_on is not None else ()
    return (
        *first,
        *(StepAhead(kind, day) for kind in _after(at.state) if (day := _day(kind, at, now, today))),
    )


def _after(state: State) -> tuple[MilestoneKind, ...]:
    stage = STAGES[state]
    if state in _FIRST_AFTER or state in _UNREACHED:
        return _ORDER[_ORDER.index(stage) :]
    return _ORDER[_ORDER.index(stage) + 1 :]


def _day(kind: MilestoneKind, at: Standing, now: NextStep, today: date) -> date | None:
    """An aim that comes before the step of now has its turn, is no aim any more: then only the last day binds."""
    if at.round is not None:
        day = due_in_round(kind, at.round, today)
        return day if now.due_on is None or day >= now.due_on else at.round.due_on
    if kind is MilestoneKind.SUBMISSION or at.validity is None:
        return None
    return due_by_validity(kind, at.validity, today)
