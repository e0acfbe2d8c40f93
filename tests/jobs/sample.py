"""Handlers and jobs that tests run: they leave rows behind, so that another process can see what they did."""

import os
import signal
from datetime import timedelta

from levend.core import clock
from levend.jobs.models import Event
from levend.jobs.tasks import NotYet, job


def note(*, what: str, number: int) -> None:
    """A handler: leaves a row."""
    Event.objects.create(name=f"noted_{what}", ids={"number": number}, at=clock.now())


def note_twice(*, what: str, number: int) -> None:
    note(what=f"{what}_again", number=number)


def stumble(*, what: str, number: int) -> None:
    """A handler that fails the first `number` times."""
    Event.objects.create(name="stumbled", ids={"what": what}, at=clock.now())
    if Event.objects.filter(name="stumbled", ids__what=what).count() <= number:
        raise RuntimeError(what)


def wait_long(*, what: str, number: int) -> None:
    """A handler that can do its work an hour after it was first asked."""
    if number:
        raise NotYet(clock.now() + timedelta(hours=number))
    note(what=what, number=number)


@job(retries=2)
def fail(*, what: str) -> None:
    Event.objects.create(name="failed", ids={"what": what}, at=clock.now())
    raise RuntimeError(what)


@job(retries=0)
def die_once(*, what: str) -> None:
    """Kills its own process, unless another process did so before."""
    if Event.objects.filter(name="died", ids={"what": what}).exists():
        Event.objects.create(name="lived", ids={"what": what}, at=clock.now())
        return
    Event.objects.create(name="died", ids={"what": what}, at=clock.now())
    os.kill(os.getpid(), signal.SIGKILL)


@job(retries=0)
def die_always() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
