"""Of which day a round asks the law."""

from datetime import date

from levend.organisations.values import SchoolYear
from levend.rounds.engine.dates import takes_effect_on


def test_a_round_asks_by_the_law_of_the_day_on_which_it_takes_effect() -> None:
    """The last day to hand in, or the first of its school year where that is later."""
    assert takes_effect_on(date(2027, 6, 1), SchoolYear(2027)) == date(2027, 8, 1)
    assert takes_effect_on(date(2027, 6, 1), SchoolYear(2026)) == date(2027, 6, 1)
    assert takes_effect_on(date(2024, 11, 30), SchoolYear(2024)) == date(2024, 11, 30)
