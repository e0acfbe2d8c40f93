"""When a school is reminded: so many days before its date, on the day after, and then every so many days.

A reminder belongs to a turn: what came before the present step began was for somebody else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FRESH = timedelta(days=7)
"""A moment that was missed longer ago, in a standstill or before the schedule changed, is let go."""


@dataclass(frozen=True)
class Schedule:
    """Days before the date, the first day after it (0: not at all), and the days between the ones that follow (0: none)."""

    is_on: bool = True
    before: tuple[int, ...] = (21, 7)
    after: int = 1
    every: int = 14


def moment_now(aim: date, *, since: date, today: date, schedule: Schedule) -> int | None:
    """The reminder of today: days from the date, negative before it; None when there is none.

    The last moment that was passed counts, when it fell after the turn began and not long ago.
    """
    found = None
    for offset, day in _moments(aim, schedule):
        if day > today:
            break
        if day > since and today - day < FRESH:
            found = offset
    return found


def moment_next(aim: date, *, since: date, today: date, schedule: Schedule, then: date | None) -> date | None:
    """The next day on which a reminder goes out, after today.

    `then` is the day that counts once `aim` has passed: the same one, a later one, or none where the turn ends by itself.
    """
    day = _first_after(max(today, since), aim, schedule)
    if day is not None and (day <= aim or then == aim):
        return day
    if then is None or then == aim:
        return None
    turned = aim + timedelta(days=1)
    if today < turned and moment_now(then, since=since, today=turned, schedule=schedule) is not None:
        return turned  # what the later date had in the last days is caught up
    return _first_after(max(today, since, aim), then, schedule)


def _first_after(moment: date, aim: date, schedule: Schedule) -> date | None:
    return next((day for _offset, day in _moments(aim, schedule) if day > moment), None)


def _moments(aim: date, schedule: Schedule) -> Iterator[tuple[int, date]]:
    """Offsets with their days, the first first; without end when they repeat."""
    if not schedule.is_on:
        return
    for before in sorted(set(schedule.before), reverse=True):
        yield -before, aim - timedelta(days=before)
    offset = schedule.after
    while offset and offset < 3_650:
        yield offset, aim + timedelta(days=offset)
        if not schedule.every:
            return
        offset += schedule.every
