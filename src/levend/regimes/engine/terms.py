"""Counting days and years by a regime. A term of n days that starts on a day ends with the n-th day after it."""

from datetime import date, timedelta

from levend.organisations.values import SchoolYear
from levend.regimes.engine.definition import Regime, ValidFrom


def advice_due(regime: Regime, asked_on: date) -> date:
    """The last day on which the council's advice is in time."""
    return asked_on + timedelta(days=regime.advice_term_days)


def confirmation_due(regime: Regime, asked_on: date) -> date:
    """The last day on which the council can react to a changed text; after it the text may be adopted."""
    return asked_on + timedelta(days=regime.confirm_term_days)


def objection_until(regime: Regime, told_on: date) -> date:
    """The last day on which a council or board can object to what was recorded from paper on its behalf."""
    return told_on + timedelta(days=regime.objection_term_days)


def publishable_from(regime: Regime, adopted_on: date, *, deviates: bool) -> date:
    """The first day on which an adopted text may be made public: a wait where it departs from the advice."""
    return adopted_on + timedelta(days=regime.deviation.wait_days if deviates else 0)


def valid_from(regime: Regime, adopted_on: date, school_year: SchoolYear) -> date:
    """The day from which an adopted text is in force.

    In the school-guide regime the first day of its school year; a text that is adopted later than that is in force
    from its adoption, because nothing is in force before it is adopted.
    """
    if regime.valid_from is ValidFrom.SCHOOL_YEAR_START:
        return max(adopted_on, school_year.first_day)
    return adopted_on


def valid_until(regime: Regime, from_day: date) -> date:
    """The last day on which a text in force from `from_day` is valid by its regime.

    Whole school years end on 31 July; other validity ends on the eve of the same date, years later.
    """
    if regime.valid_from is ValidFrom.SCHOOL_YEAR_START:
        return SchoolYear(SchoolYear.containing(from_day).start + regime.validity_years - 1).last_day
    return _years_later(from_day, regime.validity_years) - timedelta(days=1)


def next_adoption_due(regime: Regime, from_day: date) -> date:
    """The last day on which the successor can be adopted without a gap."""
    return valid_until(regime, from_day)


def ask_advice_by(regime: Regime, from_day: date) -> date:
    """The last day to ask the council's advice on the successor and still leave it its whole term before adoption."""
    return next_adoption_due(regime, from_day) - timedelta(days=regime.advice_term_days)


def warning_level(regime: Regime, ends_on: date, today: date) -> int:
    """How near the end of a validity is: 0 for not yet near, then one more for each day of warning that has passed."""
    return sum(today >= ends_on - timedelta(days=days) for days in regime.warn_days_before)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)
