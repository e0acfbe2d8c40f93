"""By when the next step of a school should be done: by its round, or else by its regime."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from levend.rounds.enums import MilestoneKind


@dataclass(frozen=True)
class RoundDays:
    """A round's days as one school has them: `due_on` is its own last day."""

    deadline: date
    due_on: date
    milestones: Mapping[MilestoneKind, date]


def due_in_round(stage: MilestoneKind, days: RoundDays, today: date) -> date:
    """The aim for this stage while it lies ahead, else the school's last day.

    A milestone moves along with an extension; once it has passed only the last day counts, for only that binds.
    """
    aim = days.milestones.get(stage, days.due_on) + (days.due_on - days.deadline)
    return aim if today <= aim <= days.due_on else days.due_on


def due_by_validity(stage: MilestoneKind, valid_until: date, advice_term_days: int, today: date) -> date:
    """Without a round: adopted by the last day of what is in force, and advice asked a whole term before it."""
    if stage is not MilestoneKind.CONCEPT:
        return valid_until
    ask_by = valid_until - timedelta(days=advice_term_days)
    return ask_by if ask_by >= today else valid_until
