"""Time comes from here, so that a test can set it and a deadline means the same everywhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_SET: ContextVar[datetime | None] = ContextVar("set_moment", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return (_SET.get() or timezone.now()).astimezone(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let `now` be an aware `moment` inside the block: for telling a story in order, and for tests of terms."""
    token = _SET.set(moment)
    try:
        yield
    finally:
        _SET.reset(token)


def today() -> date:
    """The present date in Amsterdam: at half past midnight there it is already tomorrow."""
    return now().astimezone(AMSTERDAM).date()


def local_date(moment: datetime) -> date:
    """The Amsterdam date of an aware moment."""
    return moment.astimezone(AMSTERDAM).date()


def end_of_day(day: date) -> datetime:
    """The first moment that is too late for a deadline on `day`: midnight after it in Amsterdam, aware."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=AMSTERDAM)
