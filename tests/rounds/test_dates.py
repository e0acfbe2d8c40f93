"""A round's days, to the last second: in summer time, at the turn of a school year, with and without extension."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.core import clock
from levend.core.clock import AMSTERDAM
from levend.organisations.values import SchoolYear
from levend.regimes.engine.loading import regime_of
from levend.regimes.engine.terms import valid_until, warning_level
from levend.rounds.engine.dates import (
    fitting_deadline,
    milestones_before,
    own_deadline,
    reference_date_before,
    school_year_for,
)
from levend.rounds.engine.next_step import RoundDays, Validity, due_by_validity, due_in_round
from levend.rounds.engine.texts import first_texts
from levend.rounds.enums import MilestoneKind, RoundText

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 22), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2026, 10, 1)),
        (date(2026, 9, 30), date(2026, 2, 1)),
        (date(2027, 1, 31), date(2026, 10, 1)),
        (date(2024, 9, 1), date(2024, 2, 1)),  # the round of the source: 1-2-2024
    ],
)
def test_the_reference_date_is_the_last_one_that_has_been(today: date, expected: date) -> None:
    assert reference_date_before(today) == expected


@given(today=DAYS, term=st.integers(0, 100))
@settings(max_examples=50)
def test_a_proposed_deadline_leaves_everybody_their_time(today: date, term: int) -> None:
    deadline = fitting_deadline(today, term)
    days = milestones_before(deadline, term)
    assert list(days) == list(MilestoneKind)
    assert list(days.values()) == sorted(days.values())
    assert days[MilestoneKind.COUNCIL] - days[MilestoneKind.CONCEPT] >= timedelta(days=term)
    assert days[MilestoneKind.CONCEPT] > today
    assert deadline - today < timedelta(days=366)
    assert all(day.weekday() < 5 for kind, day in days.items() if kind is not MilestoneKind.SUBMISSION)


def test_the_round_of_the_source_is_what_is_proposed_in_its_summer() -> None:
    """Set out in June 2024, due before December, for the school year 2024-2025."""
    deadline = fitting_deadline(date(2024, 6, 20), 42)
    assert deadline == date(2024, 12, 1)
    assert school_year_for(deadline, counts_by_school_year=False) == SchoolYear(2024)
    assert school_year_for(date(2027, 6, 1), counts_by_school_year=True) == SchoolYear(2027)
    assert school_year_for(date(2027, 6, 1), counts_by_school_year=False) == SchoolYear(2026)


def test_a_school_has_its_own_day_before_its_consortiums_before_the_rounds() -> None:
    first, second, third = (date(2027, month, 1) for month in (6, 7, 8))
    assert own_deadline(first, None, None) == first
    assert own_deadline(first, second, None) == second
    assert own_deadline(first, second, third) == third


@pytest.mark.parametrize(
    ("last_second", "deadline"),
    [
        (datetime(2027, 6, 1, 21, 59, 59, tzinfo=UTC), date(2027, 6, 1)),  # summer time
        (datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), date(2026, 12, 1)),  # winter time
        (datetime(2027, 3, 28, 21, 59, 59, tzinfo=UTC), date(2027, 3, 28)),  # a day of 23 hours
        (datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), date(2026, 10, 25)),  # a day of 25 hours
        (datetime(2027, 7, 31, 21, 59, 59, tzinfo=UTC), date(2027, 7, 31)),
    ],
)
def test_a_deadline_lasts_to_its_last_second_in_amsterdam(last_second: datetime, deadline: date) -> None:
    with clock.at(last_second):
        assert clock.today() == deadline
    with clock.at(last_second + timedelta(seconds=1)):
        assert clock.today() == deadline + timedelta(days=1)
    assert clock.end_of_day(deadline) == last_second + timedelta(seconds=1)


def test_a_school_year_turns_at_midnight_in_amsterdam() -> None:
    before = datetime(2027, 7, 31, 23, 59, 59, tzinfo=AMSTERDAM)
    for moment, year in ((before, 2026), (before + timedelta(seconds=1), 2027)):
        with clock.at(moment):
            assert SchoolYear.containing(clock.today()) == SchoolYear(year)
    law = regime_of("schoolgids")
    assert valid_until(law, date(2027, 7, 31)) == date(2027, 7, 31)
    assert valid_until(law, date(2027, 8, 1)) == date(2028, 7, 31)


@pytest.mark.parametrize("key", ["sop", "schoolgids"])
def test_a_regime_warns_ahead_by_its_own_days(key: str) -> None:
    law, ends_on = regime_of(key), date(2027, 7, 31)
    for level, days in enumerate(law.warn_days_before, 1):
        assert warning_level(law, ends_on, ends_on - timedelta(days=days + 1)) == level - 1
        assert warning_level(law, ends_on, ends_on - timedelta(days=days)) == level


def test_the_next_step_is_due_by_its_milestone_and_at_last_by_the_deadline() -> None:
    deadline = date(2027, 6, 1)
    days = RoundDays(deadline, deadline, milestones_before(deadline, 42))
    assert (
        due_in_round(MilestoneKind.CONCEPT, days, date(2027, 1, 1)) == days.milestones[MilestoneKind.CONCEPT]
    )
    assert due_in_round(MilestoneKind.CONCEPT, days, date(2027, 5, 1)) == deadline
    later = RoundDays(deadline, date(2027, 6, 15), days.milestones)
    moved = days.milestones[MilestoneKind.BOARD] + timedelta(days=14)
    assert due_in_round(MilestoneKind.BOARD, later, date(2027, 1, 1)) == moved
    ends = date(2027, 7, 31)
    holds = Validity(ends, date(2027, 6, 19), 0)
    assert due_by_validity(MilestoneKind.CONCEPT, holds, date(2027, 6, 19)) == date(2027, 6, 19)
    assert due_by_validity(MilestoneKind.CONCEPT, holds, date(2027, 6, 20)) == ends
    assert due_by_validity(MilestoneKind.BOARD, holds, date(2027, 1, 1)) == ends


def test_every_text_has_words_to_begin_with() -> None:
    assert {text.value for text in RoundText} == set(first_texts())
    assert all(len(words) > 60 for words in first_texts().values())
