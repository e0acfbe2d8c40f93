"""Work that will still be done."""

from collections.abc import Iterator, Mapping

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from levend.jobs.events import handle_event, subscriptions

_OPEN = [TaskResultStatus.READY, TaskResultStatus.RUNNING]


def pending_ids(handler: str) -> Iterator[Mapping[str, int | str]]:
    """The ids of every event that still waits for this handler, or is being handled, or will be tried again."""
    rows = DBTaskResult.objects.filter(status__in=_OPEN, task_path=handle_event.module_path)
    for args_kwargs in rows.order_by("id").values_list("args_kwargs", flat=True).iterator(chunk_size=1_000):
        arguments = args_kwargs["kwargs"]
        if arguments.get("handler") == handler:
            yield arguments["ids"]


def pending_ids_of_event(name: str) -> Iterator[Mapping[str, int | str]]:
    """The same for every handler that the event has, whichever app above it has them."""
    for subscribed, handler in subscriptions():
        if subscribed == name:
            yield from pending_ids(handler)


def waiting_arguments(task_path: str) -> Iterator[Mapping[str, object]]:
    """The arguments of every task at a dotted path that nobody took up yet."""
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=task_path)
    for args_kwargs in rows.order_by("id").values_list("args_kwargs", flat=True).iterator(chunk_size=1_000):
        yield args_kwargs["kwargs"]
