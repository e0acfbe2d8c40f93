"""Work in the background that is tried again when it fails.

    @job(retries=3)
    def make_pdf(*, snapshot_id: int) -> None: ...

    make_pdf.enqueue(snapshot_id=12)      # inside the service's transaction

A job runs at least once, outside any transaction, so its effects carry a key or are harmless the second time.
Functions with this decorator stand in `levend/<app>/tasks.py`, which is imported at start.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

from django_tasks import task
from django_tasks.base import Task

P = ParamSpec("P")
T = TypeVar("T")


class NotYet(Exception):
    """Raised by a job that can do its work from `at` on: it is taken up again then, and this was no failed attempt."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at.isoformat())
        self.at = at


@dataclass(frozen=True)
class Retry:
    """How often a job is tried again after a failure, and the wait before the first new attempt."""

    times: int = 0
    wait: timedelta = timedelta(seconds=10)

    def delay(self, attempts: int) -> timedelta | None:
        """The wait after `attempts` attempts that failed, four times as long each time; None: give up."""
        if attempts > self.times:
            return None
        return self.wait * int(4 ** (attempts - 1))


_RETRIES: dict[str, Retry] = {}


def job(
    *, retries: int = 5, backoff: timedelta = timedelta(seconds=10)
) -> Callable[[Callable[P, T]], Task[P, T]]:
    """Make a function a task with retries. Waits of 10 s, 40 s, 3 min, 11 min and 43 min by default."""

    def decorate(function: Callable[P, T]) -> Task[P, T]:
        made = task()(function)
        _RETRIES[made.module_path] = Retry(times=retries, wait=backoff)
        return made

    return decorate


def retry_of(task_path: str) -> Retry:
    """The retries of a task by its dotted path; a task without the decorator is tried once."""
    return _RETRIES.get(task_path, Retry())
