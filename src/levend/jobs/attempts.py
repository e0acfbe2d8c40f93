"""One attempt at a claimed task, and what happens to the task after it."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from levend.core import clock
from levend.jobs.models import Heartbeat
from levend.jobs.tasks import NotYet, retry_of

logger = logging.getLogger("levend.jobs")

CRASHES_ALLOWED = 3


def attempt(row: "DBTaskResult[..., object]", worker_id: str) -> Exception | None:
    """Run a task that `worker_id` has claimed; return the exception when it failed.

    A failed task is ready again after its wait, as long as its retries last; one that cannot be done yet, at its moment.
    """
    try:
        task = row.task
        returned = task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
    except NotYet as later:
        put_off(row, worker_id, later.at)
        return None
    except Exception as error:
        after_failure(row, worker_id, error)
        return error
    with transaction.atomic():
        if current := _still_ours(row, worker_id):
            current.set_successful(returned)
    return None


def put_off(row: "DBTaskResult[..., object]", worker_id: str, at: datetime) -> None:
    """Have the task wait for its moment; this attempt does not count."""
    with transaction.atomic():
        if current := _still_ours(row, worker_id):
            current.worker_ids = current.worker_ids[:-1]
            current.save(update_fields=["worker_ids"])
            _make_ready(current, at - clock.now())


def after_failure(row: "DBTaskResult[..., object]", worker_id: str, error: Exception) -> None:
    """Have the task wait for its next attempt, or close it as failed."""
    with transaction.atomic():
        current = _still_ours(row, worker_id)
        if current is None:
            return
        current.set_failed(error)
        wait = retry_of(current.task_path).delay(len(current.worker_ids))
        if wait is None:
            logger.error("Task %s (%s) failed for good.", current.id, current.task_path, exc_info=error)
            return
        logger.warning(
            "Task %s (%s) failed, next attempt in %s: %r", current.id, current.task_path, wait, error
        )
        _make_ready(current, wait)


def _still_ours(row: "DBTaskResult[..., object]", worker_id: str) -> "DBTaskResult[..., object] | None":
    """The task, locked, unless it was taken from this worker because it seemed dead."""
    current = DBTaskResult.objects.select_for_update().filter(pk=row.pk).first()
    if (
        current is None
        or current.status != TaskResultStatus.RUNNING
        or current.worker_ids[-1:] != [worker_id]
    ):
        logger.warning("Task %s is no longer with worker %s.", row.pk, worker_id)
        return None
    return current


def _make_ready(row: "DBTaskResult[..., object]", wait: timedelta = timedelta(0)) -> None:
    row.status = TaskResultStatus.READY
    row.run_after = clock.now() + wait if wait > timedelta(0) else get_date_max()
    row.finished_at = None
    row.save(update_fields=["status", "run_after", "finished_at"])


def reap(*, silence: timedelta) -> int:
    """Give back tasks whose worker gave no sign of life for `silence`; return how many.

    A task that took down three workers, or more often than its retries allow, fails for good.
    """
    since = clock.now() - silence
    alive = set(Heartbeat.objects.filter(at__gte=since).values_list("worker_id", flat=True))
    reaped = 0
    with transaction.atomic():
        running = (
            DBTaskResult.objects.running().select_for_update(skip_locked=True).filter(started_at__lt=since)
        )
        for row in running:
            if row.worker_ids and row.worker_ids[-1] in alive:
                continue
            reaped += 1
            if len(row.worker_ids) >= max(CRASHES_ALLOWED, retry_of(row.task_path).times + 1):
                row.set_failed(WorkerLost(f"{len(row.worker_ids)} workers stopped during this task"))
                logger.error("Task %s (%s) failed for good: its workers stopped.", row.id, row.task_path)
            else:
                logger.warning("Task %s (%s) lost its worker, ready again.", row.id, row.task_path)
                _make_ready(row)
    return reaped


class WorkerLost(Exception):
    """The worker disappeared during the task."""
