"""Recurring work starts once per moment."""

from datetime import UTC, datetime

import pytest
from django_tasks_db.models import DBTaskResult

from levend.jobs import cron
from levend.jobs.cron import Daily, Every
from levend.jobs.models import CronSlot


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 1, 10, 5, 0, tzinfo=UTC), datetime(2026, 1, 10, 5, 0, tzinfo=UTC)),  # 6:00 in winter
        (datetime(2026, 1, 10, 4, 59, tzinfo=UTC), datetime(2026, 1, 9, 5, 0, tzinfo=UTC)),
        (datetime(2026, 7, 10, 4, 0, tzinfo=UTC), datetime(2026, 7, 10, 4, 0, tzinfo=UTC)),  # 6:00 in summer
        (
            datetime(2026, 3, 29, 3, 0, tzinfo=UTC),
            datetime(2026, 3, 28, 5, 0, tzinfo=UTC),
        ),  # the night it changes
        (datetime(2026, 3, 29, 4, 0, tzinfo=UTC), datetime(2026, 3, 29, 4, 0, tzinfo=UTC)),
    ],
)
def test_daily_means_the_clock_in_amsterdam(now: datetime, expected: datetime) -> None:
    assert Daily(hour=6).latest(now) == expected


def test_every_quarter_starts_on_the_quarter() -> None:
    assert Every(minutes=15).latest(datetime(2026, 1, 1, 10, 29, 59, tzinfo=UTC)) == datetime(
        2026, 1, 1, 10, 15, tzinfo=UTC
    )


@pytest.mark.django_db
def test_a_moment_starts_its_work_once() -> None:
    morning = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)

    first = cron.start_due(morning)
    again = cron.start_due(morning)
    next_day = cron.start_due(datetime(2026, 5, 2, 9, 0, tzinfo=UTC))

    assert first >= 1
    assert again == 0
    assert next_day >= 1
    tidies = DBTaskResult.objects.filter(task_path="levend.jobs.tidy.tidy")
    assert tidies.count() == CronSlot.objects.filter(name="levend.jobs.tidy.tidy").count() == 2


@pytest.mark.django_db
def test_a_beginning_worker_queues_what_is_done_at_the_start() -> None:
    assert cron.start_first() >= 1

    queued = set(DBTaskResult.objects.values_list("task_path", flat=True))
    assert "levend.web.public.tasks.renew_after_update" in queued
