"""A failing job is tried again with growing waits, and then fails for good."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from levend.jobs.attempts import attempt, reap
from levend.jobs.models import Event, Heartbeat
from levend.jobs.tasks import Retry
from levend.jobs.testing import run_jobs
from tests.jobs import sample

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def row() -> "DBTaskResult[..., object]":
    return DBTaskResult.objects.get()


def claimed_long_ago(worker_id: str, *, times: int = 1) -> "DBTaskResult[..., object]":
    sample.die_always.enqueue()
    for _ in range(times):
        row().claim(worker_id)
    DBTaskResult.objects.update(started_at=timezone.now() - 2 * MINUTE)
    return row()


def test_a_failing_job_is_tried_again_later_and_then_fails() -> None:
    sample.fail.enqueue(what="a")

    run_jobs(failures_are_expected=True)
    waiting = row()
    assert waiting.status == "READY"
    assert timedelta(seconds=5) < waiting.run_after - timezone.now() <= timedelta(seconds=10)
    assert "RuntimeError" in waiting.exception_class_path

    run_jobs(failures_are_expected=True, also_later=True)
    assert row().status == "FAILED"
    assert "RuntimeError: a" in row().traceback
    assert Event.objects.filter(name="failed").count() == 3


def test_waits_grow_and_end() -> None:
    retry = Retry(times=3, wait=timedelta(seconds=10))

    assert [retry.delay(n) for n in (1, 2, 3, 4)] == [
        timedelta(seconds=10),
        timedelta(seconds=40),
        timedelta(seconds=160),
        None,
    ]


def test_a_task_of_a_silent_worker_is_given_back() -> None:
    claimed_long_ago("gone")
    Heartbeat.objects.create(worker_id="gone", at=timezone.now() - 2 * MINUTE)

    assert reap(silence=MINUTE) == 1

    assert row().status == "READY"
    assert DBTaskResult.objects.ready().count() == 1


def test_a_task_of_a_living_worker_stays_where_it_is() -> None:
    claimed_long_ago("busy")
    Heartbeat.objects.create(worker_id="busy", at=timezone.now())

    assert reap(silence=MINUTE) == 0
    assert row().status == "RUNNING"


def test_a_task_that_has_just_begun_is_not_lost() -> None:
    sample.die_always.enqueue()
    row().claim("new")

    assert reap(silence=MINUTE) == 0


def test_a_task_that_took_down_three_workers_fails_for_good() -> None:
    claimed_long_ago("gone", times=2)
    assert reap(silence=MINUTE) == 1
    assert row().status == "READY"

    row().claim("gone")
    DBTaskResult.objects.update(started_at=timezone.now() - 2 * MINUTE)
    reap(silence=MINUTE)

    assert row().status == "FAILED"
    assert "3 workers stopped" in row().traceback


def test_a_worker_that_was_given_up_does_not_overwrite_its_successor() -> None:
    sample.fail.enqueue(what="slow")
    slow = row()
    slow.claim("slow")
    row().claim("successor")

    attempt(slow, "slow")

    assert row().status == "RUNNING"
    assert row().worker_ids == ["slow", "successor"]
