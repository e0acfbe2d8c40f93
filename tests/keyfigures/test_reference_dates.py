"""Which reference date is proposed, and when a count is too old for one."""

from datetime import date

import pytest

from levend.keyfigures.engine.reference_dates import CountedOn, is_old, newest_with_figures

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ({date(2025, 10, 1): 35, date(2024, 10, 1): 36}, date(2025, 10, 1)),
        ({date(2026, 10, 1): 2, date(2025, 10, 1): 35}, date(2025, 10, 1)),  # hardly begun
        ({date(2026, 10, 1): 2}, date(2026, 10, 1)),  # better than none
        ({date(2026, 12, 1): 36}, None),  # still to come
        ({date(2024, 11, 22): 36}, None),  # too long ago
        ({}, None),
    ],
)
def test_the_last_day_of_which_most_schools_have_a_figure_is_proposed(
    counted: dict[date, int], expected: date | None
) -> None:
    days = [CountedOn(day, number) for day, number in counted.items()]
    assert newest_with_figures(days, locations=36, until=TODAY) == expected


def test_a_count_is_old_after_a_year_to_the_day() -> None:
    assert not is_old(date(2025, 10, 1), date(2026, 10, 1))
    assert is_old(date(2025, 10, 1), date(2026, 10, 2))
    assert not is_old(date(2023, 2, 28), date(2024, 2, 29))
