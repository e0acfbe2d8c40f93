"""A worker in a process of its own: it works, stops when told to, and its death loses nothing."""

import signal
import subprocess
from collections.abc import Callable, Iterator

import pytest
from django_tasks_db.models import DBTaskResult

from levend.jobs.models import Event, Heartbeat
from tests.jobs import sample
from tests.support.worker import start_worker, wait_for

Start = Callable[[], "subprocess.Popen[bytes]"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def start() -> Iterator[Start]:
    processes: list[subprocess.Popen[bytes]] = []

    def begin() -> "subprocess.Popen[bytes]":
        process = start_worker()
        processes.append(process)
        return process

    yield begin
    for process in processes:
        process.kill()
        process.wait()


def test_a_worker_stops_in_order_and_takes_its_sign_of_life_away(start: Start) -> None:
    worker = start()
    wait_for(Heartbeat.objects.exists)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(timeout=10) == 0
    assert not Heartbeat.objects.exists()


def test_the_task_of_a_killed_worker_is_taken_up_by_another(start: Start) -> None:
    sample.die_once.enqueue(what="a")

    first = start()
    assert first.wait(timeout=15) == -signal.SIGKILL
    assert DBTaskResult.objects.get(task_path="tests.jobs.sample.die_once").status == "RUNNING"
    start()
    wait_for(lambda: Event.objects.filter(name="lived", ids={"what": "a"}).exists())
    wait_for(DBTaskResult.objects.successful().filter(task_path="tests.jobs.sample.die_once").exists)

    finished = DBTaskResult.objects.get(task_path="tests.jobs.sample.die_once")
    assert len(finished.worker_ids) == 2
