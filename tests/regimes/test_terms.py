"""Days and years are counted as the regime says."""

from datetime import date

import pytest

from levend.organisations.values import SchoolYear
from levend.regimes.engine import terms
from levend.regimes.engine.loading import regime_of

SOP = regime_of("sop")
GUIDE = regime_of("schoolgids")


@pytest.mark.parametrize(
    ("adopted_on", "expected"),
    [
        (date(2026, 5, 20), date(2026, 8, 1)),  # in spring, for the year that comes
        (date(2026, 8, 1), date(2026, 8, 1)),
        (date(2027, 1, 19), date(2027, 1, 19)),  # late: not in force before it was adopted
    ],
)
def test_a_school_guide_text_holds_from_the_first_day_of_its_school_year(
    adopted_on: date, expected: date
) -> None:
    assert terms.valid_from(GUIDE, adopted_on, SchoolYear(2026)) == expected


def test_a_profile_of_its_own_holds_from_its_adoption() -> None:
    assert terms.valid_from(SOP, date(2024, 5, 20), SchoolYear(2024)) == date(2024, 5, 20)


@pytest.mark.parametrize("from_day", [date(2026, 8, 1), date(2027, 1, 19), date(2027, 7, 31)])
def test_a_school_guide_text_ends_with_the_school_year(from_day: date) -> None:
    assert terms.valid_until(GUIDE, from_day) == date(2027, 7, 31)


@pytest.mark.parametrize(
    ("from_day", "expected"),
    [(date(2022, 5, 20), date(2026, 5, 19)), (date(2024, 2, 29), date(2028, 2, 28))],
)
def test_a_profile_of_its_own_holds_four_years(from_day: date, expected: date) -> None:
    assert terms.valid_until(SOP, from_day) == expected
    assert terms.next_adoption_due(SOP, from_day) == expected


def test_four_years_from_a_leap_day_where_there_is_none() -> None:
    three_years = SOP.model_copy(update={"validity_years": 3})

    assert terms.valid_until(three_years, date(2024, 2, 29)) == date(2027, 2, 28)


def test_advice_is_asked_early_enough_to_leave_the_council_its_term() -> None:
    ask_by = terms.ask_advice_by(GUIDE, date(2026, 8, 1))

    assert terms.advice_due(GUIDE, ask_by) == date(2027, 7, 31)
    assert ask_by == date(2027, 6, 19)


def test_a_text_that_departs_from_the_advice_waits_before_it_is_published() -> None:
    adopted_on = date(2027, 1, 19)

    assert terms.publishable_from(GUIDE, adopted_on, deviates=False) == adopted_on
    assert terms.publishable_from(GUIDE, adopted_on, deviates=True) == date(2027, 3, 2)


def test_short_terms_are_counted_in_days() -> None:
    assert terms.confirmation_due(GUIDE, date(2026, 12, 24)) == date(2027, 1, 7)
    assert terms.objection_until(GUIDE, date(2026, 12, 24)) == date(2027, 1, 7)
