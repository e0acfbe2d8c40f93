"""A round's dates: which deadline holds for a school, and what fits when nothing was said yet."""

from datetime import date, timedelta

from levend.organisations.values import SchoolYear
from levend.rounds.enums import MilestoneKind

WRITING_DAYS = 42
"""Six weeks of school to write: the shortest time in which a team can talk about it twice."""
BOARD_DAYS = 28
"""Boards meet every four weeks or so."""
SUBMISSION_DAYS = 7
"""A week for the director to declare and hand in."""
_DEADLINES = ((12, 1), (3, 1), (6, 1))
"""1 December as in most regions; 1 March and 1 June leave room before a new school year."""
_REFERENCE_DATES = ((2, 1), (10, 1))
"""The day on which primary schools count their pupils since 2023, and the one of the other kinds of school."""


def own_deadline(deadline: date, consortium_until: date | None, own_until: date | None) -> date:
    """The last day of one school: its own, else its consortium's, else the round's."""
    return own_until or consortium_until or deadline


def reference_date_before(day: date) -> date:
    """The last 1 February or 1 October on or before a day: what is proposed where nothing was counted."""
    return max(
        found
        for year in (day.year - 1, day.year)
        for month, first in _REFERENCE_DATES
        if (found := date(year, month, first)) <= day
    )


def takes_effect_on(deadline: date, school_year: SchoolYear) -> date:
    """The day whose law a round asks by: the last day to hand in, or the first day of its school year if that is later.

    On that day what is handed in last takes effect (see `regimes.engine.terms.valid_from`).
    """
    return max(deadline, school_year.first_day)


def fitting_deadline(today: date, advice_term_days: int) -> date:
    """The first usual deadline that leaves time to write, to advise, to adopt and to hand in."""
    needed = today + timedelta(days=WRITING_DAYS + advice_term_days + BOARD_DAYS + SUBMISSION_DAYS)
    return min(
        found
        for year in (needed.year, needed.year + 1)
        for month, first in _DEADLINES
        if (found := date(year, month, first)) >= needed
    )


def school_year_for(deadline: date, *, counts_by_school_year: bool) -> SchoolYear:
    """The school year that a round is for.

    What holds for whole school years and comes in after New Year is meant for the next one: it would lapse within months.
    """
    year = SchoolYear.containing(deadline)
    return SchoolYear(year.start + 1) if counts_by_school_year and deadline.year > year.start else year


def milestones_before(deadline: date, advice_term_days: int) -> dict[MilestoneKind, date]:
    """Milestones counted back from the deadline: time to hand in, for the board, and the council's whole term.

    A day in a weekend becomes the Friday before, except the deadline itself.
    """
    board = _working_day(deadline - timedelta(days=SUBMISSION_DAYS))
    council = _working_day(board - timedelta(days=BOARD_DAYS))
    return {
        MilestoneKind.CONCEPT: _working_day(council - timedelta(days=advice_term_days)),
        MilestoneKind.COUNCIL: council,
        MilestoneKind.BOARD: board,
        MilestoneKind.SUBMISSION: deadline,
    }


def _working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
