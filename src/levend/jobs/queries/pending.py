"""Work that will still be done."""

from collections.abc import Iterator, Mapping

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from levend.jobs.events import handle_event, subscriptions

_OPEN = [TaskResultStatus.READY, TaskResultStatus.RUNNING]


def pending_ids(handler: str) -> Iterator[Mapping[str, int | str]]:
    """The ids of every event that still waits for this handler, or is being handled, or will be tried again."""
    yield from _ids(_OPEN, {handler})


def pending_ids_of_event(name: str) -> Iterator[Mapping[str, int | str]]:
    """The same for every handler that the event has, whichever app above it has them."""
    yield from _ids(_OPEN, {handler for subscribed, handler in subscriptions() if subscribed == name})


def waiting_ids_of_event(name: str) -> Iterator[Mapping[str, int | str]]:
    """The ids of every event with this name for which nobody took up any work yet: what changed after it is seen."""
    handlers = {handler for subscribed, handler in subscriptions() if subscribed == name}
    yield from _ids([TaskResultStatus.READY], handlers)


def _ids(statuses: list[TaskResultStatus], handlers: set[str]) -> Iterator[Mapping[str, int | str]]:
    rows = DBTaskResult.objects.filter(status__in=statuses, task_path=handle_event.module_path)
    for args_kwargs in rows.order_by("id").values_list("args_kwargs", flat=True).iterator(chunk_size=1_000):
        arguments = args_kwargs["kwargs"]
        if arguments.get("handler") in handlers:
            yield arguments["ids"]
