"""Work that comes back: every so many minutes, or every day at a time in Amsterdam.

    @cron(Daily(hour=6))
    @job(retries=3)
    def remind() -> None: ...

A moment is started once, by whichever worker writes its slot first. After a standstill the latest moment that was
missed is still started, the earlier ones are not. Work `at_start` is started by every worker when it begins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

from django.db import transaction
from django_tasks.base import Task

from levend.core import clock
from levend.jobs.models import CronSlot


class Schedule(Protocol):
    def latest(self, now: datetime) -> datetime:
        """The last moment at or before `now`, in UTC."""


@dataclass(frozen=True)
class Daily:
    """Every day at this time in Amsterdam."""

    hour: int = 6
    minute: int = 0

    def latest(self, now: datetime) -> datetime:
        here = now.astimezone(clock.AMSTERDAM)
        moment = datetime.combine(here.date(), time(self.hour, self.minute), tzinfo=clock.AMSTERDAM)
        if moment > here:
            moment = datetime.combine(
                here.date() - timedelta(days=1), time(self.hour, self.minute), tzinfo=clock.AMSTERDAM
            )
        return moment.astimezone(UTC)


@dataclass(frozen=True)
class Weekly:
    """Every week on this day (0 is Monday) at this hour in Amsterdam."""

    weekday: int = 0
    hour: int = 7

    def latest(self, now: datetime) -> datetime:
        here = now.astimezone(clock.AMSTERDAM)
        day = here.date() - timedelta(days=(here.weekday() - self.weekday) % 7)
        moment = datetime.combine(day, time(self.hour), tzinfo=clock.AMSTERDAM)
        if moment > here:
            moment = datetime.combine(day - timedelta(days=7), time(self.hour), tzinfo=clock.AMSTERDAM)
        return moment.astimezone(UTC)


@dataclass(frozen=True)
class Every:
    """Every so many minutes, counted from midnight UTC on 1 January 1970."""

    minutes: int

    def latest(self, now: datetime) -> datetime:
        seconds = self.minutes * 60
        return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=UTC)


_CRONS: dict[str, tuple[Schedule, Task[[], None]]] = {}


def cron(schedule: Schedule) -> Callable[[Task[[], None]], Task[[], None]]:
    """Start the job on this schedule."""

    def decorate(task: Task[[], None]) -> Task[[], None]:
        _CRONS[task.module_path] = (schedule, task)
        return task

    return decorate


_AT_START: dict[str, Task[[], None]] = {}


def at_start(task: Task[[], None]) -> Task[[], None]:
    """Start the job whenever a worker begins: after a new version of the program, for one."""
    _AT_START[task.module_path] = task
    return task


def start_first() -> int:
    """Queue the work of a beginning worker; return how much."""
    for task in _AT_START.values():
        task.enqueue()
    return len(_AT_START)


def start_due(now: datetime | None = None) -> int:
    """Queue all recurring work whose latest moment was not started yet; return how many."""
    now = now or clock.now()
    started = 0
    for name, (schedule, task) in _CRONS.items():
        slot = schedule.latest(now)
        if CronSlot.objects.filter(name=name, slot=slot).exists():
            continue
        with transaction.atomic():
            _row, is_ours = CronSlot.objects.get_or_create(name=name, slot=slot)
            if is_ours:
                task.enqueue()
                started += 1
    return started
