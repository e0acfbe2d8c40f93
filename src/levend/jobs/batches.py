"""Several tasks of one quick handler at a time: thousands of letters need not each cost a look at the queue and a closing.

A worker that dies among them loses nothing. What it had not closed is taken up again when its silence is noticed, one by
one, and a handler does nothing the second time.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from levend.core import clock
from levend.jobs.attempts import after_failure, put_off
from levend.jobs.events import handle_event, is_quick
from levend.jobs.tasks import NotYet

MOST = 50
"""Enough to make the queue cheap; few enough that another worker finds some too."""


def take_along(row: "DBTaskResult[..., object]", worker_id: str) -> "list[DBTaskResult[..., object]]":
    """Claim more tasks of the handler of this one, where that is quick, in the order of the queue.

    None with a task that had a worker before: whatever took that down shall not take others along.
    """
    handler = row.args_kwargs["kwargs"].get("handler")
    if row.task_path != handle_event.module_path or not is_quick(handler) or len(row.worker_ids) > 1:
        return []
    alike = DBTaskResult.objects.ready().filter(
        task_path=row.task_path,
        backend_name=row.backend_name,
        queue_name=row.queue_name,
        worker_ids=[],
        args_kwargs__kwargs__handler=handler,
    )
    with transaction.atomic():
        found = list(alike.select_for_update(skip_locked=True)[: MOST - 1])
        DBTaskResult.objects.filter(pk__in=[each.pk for each in found]).update(
            status=TaskResultStatus.RUNNING, started_at=clock.now(), worker_ids=[worker_id]
        )
    return found


def attempt_all(
    rows: "Sequence[DBTaskResult[..., object]]", worker_id: str, goes_on: Callable[[], bool]
) -> None:
    """Run tasks that `worker_id` has claimed, and close those that went well in one go.

    Each is asked for on its own: one that fails or has to wait holds up no other. What was not begun when `goes_on`
    says no is given back.
    """
    done: list[UUID] = []
    try:
        for number, row in enumerate(rows):
            if number and not goes_on():
                _give_back(rows[number:], worker_id)
                break
            try:
                row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
            except NotYet as later:
                put_off(row, worker_id, later.at)
            except Exception as error:
                after_failure(row, worker_id, error)
            else:
                done.append(row.pk)
    finally:
        _still(done, worker_id).update(status=TaskResultStatus.SUCCESSFUL, finished_at=clock.now())


def _give_back(rows: "Sequence[DBTaskResult[..., object]]", worker_id: str) -> None:
    _still([row.pk for row in rows], worker_id).update(status=TaskResultStatus.READY, worker_ids=[])


def _still(keys: Sequence[UUID], worker_id: str) -> "QuerySet[DBTaskResult[..., object]]":
    """Those of them that nobody took from this worker because it seemed dead."""
    return DBTaskResult.objects.filter(pk__in=keys, status=TaskResultStatus.RUNNING, worker_ids=[worker_id])
