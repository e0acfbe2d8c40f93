"""A worker in a process of its own: it works, stops when told to, and its death loses nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from levend.jobs.models import Event, Heartbeat
from tests.jobs import sample

ROOT = Path(__file__).parents[2]
Start = Callable[[], "subprocess.Popen[bytes]"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def database_url() -> str:
    settings = connection.settings_dict
    name = str(settings["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    password = f":{quote(settings['PASSWORD'])}" if settings["PASSWORD"] else ""
    where = (
        f"{quote(settings['HOST'] or 'localhost', safe='')}:{settings['PORT'] or 5432}"  # a folder: a socket
    )
    return f"postgres://{quote(settings['USER'])}{password}@{where}/{name}"


@pytest.fixture
def start() -> Iterator[Start]:
    processes: list[subprocess.Popen[bytes]] = []

    def start_worker() -> "subprocess.Popen[bytes]":
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "django",
                "levend_worker",
                "--interval=0.1",
                "--beat=0.2",
                "--silence=1.5",
            ],
            env=os.environ | {"DATABASE_URL": database_url(), "PYTHONPATH": path},
            cwd=ROOT,
        )
        processes.append(process)
        return process

    yield start_worker
    for process in processes:
        process.kill()
        process.wait()


def wait_for(condition: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


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
