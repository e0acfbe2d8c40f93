"""Time: one clock, a date is a date in Amsterdam, a deadline lasts until the day is over."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levend.core import clock

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001  (aware in the next line)
    lambda moment: moment.replace(tzinfo=UTC)
)


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is UTC
    assert abs(datetime.now(UTC) - clock.now()) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 1, 14, 22, 59, tzinfo=UTC), date(2027, 1, 14)),  # winter: an hour ahead of UTC
        (datetime(2027, 1, 14, 23, 0, tzinfo=UTC), date(2027, 1, 15)),
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),  # summer: two hours ahead
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),  # the new school year, in Amsterdam
    ],
)
def test_at_half_past_midnight_in_amsterdam_it_is_tomorrow(moment: datetime, day: date) -> None:
    assert clock.local_date(moment) == day
    with clock.at(moment):
        assert clock.today() == day
        assert clock.now() == moment


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 22), 24), (date(2028, 2, 29), 24)],
)
def test_a_day_is_as_long_as_the_clock_makes_it(day: date, hours: int) -> None:
    begins = clock.end_of_day(day - timedelta(days=1))
    assert clock.end_of_day(day).astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 7, 31), datetime(2026, 7, 31, 22, 0, tzinfo=UTC)),
        (date(2026, 11, 22), datetime(2026, 11, 22, 23, 0, tzinfo=UTC)),
        (date(2026, 12, 31), datetime(2026, 12, 31, 23, 0, tzinfo=UTC)),
    ],
)
def test_a_deadline_ends_with_its_day_in_amsterdam(day: date, ends: datetime) -> None:
    assert clock.end_of_day(day) == ends


@given(DAYS)
def test_the_last_moment_of_a_day_is_in_time_and_the_next_is_not(day: date) -> None:
    ends = clock.end_of_day(day).astimezone(UTC)
    assert clock.local_date(ends - timedelta(microseconds=1)) == day
    assert clock.local_date(ends) == day + timedelta(days=1)


@given(MOMENTS)
def test_a_moment_lies_in_its_local_day(moment: datetime) -> None:
    day = clock.local_date(moment)
    assert clock.end_of_day(day - timedelta(days=1)) <= moment < clock.end_of_day(day)


def test_a_set_moment_ends_with_its_block_whatever_happens() -> None:
    outer, inner = datetime(2026, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
    with clock.at(outer):
        with pytest.raises(RuntimeError), clock.at(inner):
            assert clock.now() == inner
            raise RuntimeError
        assert clock.now() == outer
    assert clock.now() > outer


def test_a_moment_of_another_zone_becomes_utc() -> None:
    with clock.at(datetime(2026, 7, 1, 12, 0, tzinfo=clock.AMSTERDAM)):
        assert clock.now().isoformat() == "2026-07-01T10:00:00+00:00"
