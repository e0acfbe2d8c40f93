"""Tasks of a quick handler are taken on together, and none of them answers for another."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from levend.core import clock
from levend.jobs import batches, events
from levend.jobs.batches import attempt_all, take_along
from levend.jobs.models import Event
from tests.jobs import sample

pytestmark = pytest.mark.django_db
WORKER = "worker"
QUICK = ("note", "stumble", "wait_long")


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    for handler in QUICK:
        events.subscribe(handler, f"tests.jobs.sample.{handler}", quick=True)
    yield
    for handler in QUICK:
        events.unsubscribe(handler, f"tests.jobs.sample.{handler}")


def emit(name: str, *numbers: int) -> None:
    with transaction.atomic():
        for number in numbers:
            events.emit(name, what="a", number=number)


def claimed() -> "list[DBTaskResult[..., object]]":
    """What a worker takes on, beginning with the first of the queue."""
    first = DBTaskResult.objects.ready().first()
    assert first is not None
    first.claim(WORKER)
    return [first, *take_along(first, WORKER)]


def standing() -> list[str]:
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


def test_tasks_of_one_quick_handler_are_claimed_together_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "MOST", 3)
    emit("note", 1, 2)
    emit("stumble", 9)
    emit("note", 3, 4)
    sample.fail.enqueue(what="other")

    rows = claimed()
    assert [row.args_kwargs["kwargs"]["ids"]["number"] for row in rows] == [1, 2, 3]
    assert standing() == ["READY"] * 3 + ["RUNNING"] * 3
    attempt_all(rows, WORKER, lambda: True)

    assert standing() == ["READY"] * 3 + ["SUCCESSFUL"] * 3
    assert Event.objects.filter(name="noted_a").count() == 3
    done = DBTaskResult.objects.successful()
    assert {(tuple(row.worker_ids), row.finished_at is not None) for row in done} == {((WORKER,), True)}


def test_one_that_fails_or_waits_holds_up_no_other() -> None:
    emit("wait_long", 0, 5, 0)
    attempt_all(claimed(), WORKER, lambda: True)
    assert standing() == ["READY", "SUCCESSFUL", "SUCCESSFUL"]
    waiting = DBTaskResult.objects.get(status="READY")
    assert (waiting.worker_ids, waiting.run_after > clock.now()) == ([], True)

    emit("stumble", 1, 0, 0)
    attempt_all(claimed(), WORKER, lambda: True)
    again = DBTaskResult.objects.get(status="READY", worker_ids=[WORKER])
    assert again.args_kwargs["kwargs"]["ids"]["number"] == 1
    assert DBTaskResult.objects.successful().count() == 4


def test_a_worker_that_is_told_to_stop_gives_back_what_it_had_not_begun() -> None:
    emit("note", 1, 2, 3, 4)

    attempt_all(claimed(), WORKER, lambda: Event.objects.filter(name="noted_a").count() < 2)

    assert standing() == ["READY", "READY", "SUCCESSFUL", "SUCCESSFUL"]
    assert DBTaskResult.objects.ready().filter(worker_ids=[]).count() == 2


def test_a_task_that_lost_a_worker_takes_no_others_along() -> None:
    emit("note", 1, 2)
    first = DBTaskResult.objects.ready()[0]
    first.claim("killed")
    DBTaskResult.objects.filter(pk=first.pk).update(status="READY")

    assert len(claimed()) == 1
    assert standing() == ["READY", "RUNNING"]


def test_a_task_that_went_to_another_worker_is_not_closed_by_the_first() -> None:
    emit("note", 1, 2)
    rows = claimed()
    DBTaskResult.objects.filter(pk=rows[1].pk).update(worker_ids=[WORKER, "successor"])

    attempt_all(rows, WORKER, lambda: True)

    assert standing() == ["RUNNING", "SUCCESSFUL"]
