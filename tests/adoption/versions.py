"""Versions of one location with any dates, and a plain reading of PRODUCT.md §2 to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

FIRST = date(2026, 1, 1)
SPAN = 12


@dataclass(frozen=True)
class Dates:
    """A version by its days: `until` is the last one, `withdrawn` the first on which it no longer holds."""

    since: date
    until: date
    withdrawn: date | None
    annulled: bool


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


days = st.integers(min_value=0, max_value=SPAN).map(_day)


@st.composite
def _dates(draw: st.DrawFn) -> Dates:
    since = draw(days)
    length = draw(st.integers(min_value=0, max_value=SPAN))
    annulled = draw(st.integers(0, 4)) == 0
    withdrawn = None if annulled else draw(st.none() | days)
    return Dates(since, since + timedelta(days=length), withdrawn, annulled)


histories = st.lists(_dates(), max_size=5)
"""Versions of one location, in the order in which they were adopted."""


def holding(history: Sequence[Dates], on: date) -> int | None:
    """The place in `history` of the version that holds on a date, by walking through the days one by one.

    Every morning the versions that begin that day take over, the last adopted of them for good; then what was
    withdrawn or is over leaves, and nothing comes back in its place.
    """
    holder: int | None = None
    day = FIRST
    while day <= on:
        for number, version in enumerate(history):
            begins = version.since == day and not version.annulled
            if begins and (version.withdrawn is None or version.withdrawn >= day):
                holder = number
        if holder is not None:
            left = history[holder]
            if left.until < day or (left.withdrawn is not None and left.withdrawn <= day):
                holder = None
        day += timedelta(days=1)
    return holder


def every_day() -> tuple[date, ...]:
    """From the day before the first to the day after the last."""
    return tuple(_day(number) for number in range(-1, 2 * SPAN + 2))
