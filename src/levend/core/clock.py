"""Time comes from here, so that a test can set it and a deadline means the same everywhere."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return timezone.now().astimezone(UTC)


def today() -> date:
    """The present date in Amsterdam: at half past midnight there it is already tomorrow."""
    return now().astimezone(AMSTERDAM).date()


def local_date(moment: datetime) -> date:
    """The Amsterdam date of an aware moment."""
    return moment.astimezone(AMSTERDAM).date()


def end_of_day(day: date) -> datetime:
    """The first moment that is too late for a deadline on `day`: midnight after it in Amsterdam, aware."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=AMSTERDAM)
