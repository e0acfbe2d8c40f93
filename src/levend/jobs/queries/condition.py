"""How the work in the background is doing, for a watchdog."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, DateTimeField, F, Max, Min, When
from django_tasks_db.models import DBTaskResult, get_date_max

from levend.core import clock
from levend.jobs.models import Heartbeat

WORKER_IS_LOST_AFTER = timedelta(seconds=60)
WORK_STANDS_STILL_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Condition:
    """All in seconds; None where there is nothing to count from."""

    heartbeat_age: float | None
    waiting: int
    oldest_waiting: float | None
    last_taken: float | None

    @property
    def worker_is_alive(self) -> bool:
        return self.heartbeat_age is not None and self.heartbeat_age < WORKER_IS_LOST_AFTER.total_seconds()

    @property
    def work_moves_on(self) -> bool:
        """False when something has waited long and nothing was taken up meanwhile.

        Long waiting alone is no fault: after a night without a worker, or behind many documents, the line gets shorter.
        """
        limit = WORK_STANDS_STILL_AFTER.total_seconds()
        if self.oldest_waiting is None or self.oldest_waiting < limit:
            return True
        return self.last_taken is not None and self.last_taken < limit


def condition() -> Condition:
    """Read the signs of life of all workers and the line of waiting tasks."""
    now = clock.now()
    ready = DBTaskResult.objects.ready()
    # A task that waits for no moment in particular carries the last date there is.
    since = Case(
        When(run_after__lt=get_date_max(), then=F("run_after")),
        default=F("enqueued_at"),
        output_field=DateTimeField(),
    )
    return Condition(
        heartbeat_age=_age(now, Heartbeat.objects.aggregate(at=Max("at"))["at"]),
        waiting=ready.count(),
        oldest_waiting=_age(now, ready.aggregate(since=Min(since))["since"]),
        last_taken=_age(now, DBTaskResult.objects.aggregate(at=Max("started_at"))["at"]),
    )


def _age(now: datetime, moment: datetime | None) -> float | None:
    return None if moment is None else max(0.0, (now - moment).total_seconds())
