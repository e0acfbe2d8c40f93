"""Which reference date has figures, and when a figure is too old to pass for one of that date."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

YEARS_BACK = 2
"""How far back a date with figures is still worth proposing: the last count may be published a year after it was made."""


class CountedOn(NamedTuple):
    """A day on which was counted, and for how many locations a figure of that day is known."""

    day: date
    locations: int


def years_before(day: date, years: int) -> date:
    """The same day, years earlier; 28 February for a leap day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def is_old(counted_on: date, reference_date: date) -> bool:
    """Whether a figure is of more than a year before the date that it stands for: a newer count should have been there."""
    return counted_on < years_before(reference_date, 1)


def newest_with_figures(counted: Iterable[CountedOn], *, locations: int, until: date) -> date | None:
    """The last day up to `until` of which half of the locations have a figure, or else any; none that is too long ago."""
    recent = [one for one in counted if years_before(until, YEARS_BACK) < one.day <= until and one.locations]
    fit = [one for one in recent if 2 * one.locations >= locations] or recent
    return max((one.day for one in fit), default=None)
