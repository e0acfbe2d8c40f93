"""A watchdog is told the truth: ready only when all that the work needs is there."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django_tasks_db.models import DBTaskResult

from levend.core import clock
from levend.jobs.models import Heartbeat
from levend.jobs.tidy import tidy
from levend.web.health import checks


@pytest.fixture
def worker(db: None) -> Heartbeat:
    return Heartbeat.objects.create(worker_id="worker-1", at=clock.now())


def silent_for(worker: Heartbeat, age: timedelta) -> None:
    Heartbeat.objects.filter(pk=worker.pk).update(at=clock.now() - age)


def waiting_for(age: timedelta) -> None:
    queued = tidy.enqueue()
    DBTaskResult.objects.filter(pk=queued.id).update(enqueued_at=clock.now() - age)


def test_live_answers_without_the_database(client: Client) -> None:
    response = client.get("/health/live")  # without the db fixture any query would fail this test
    assert (response.status_code, response.content) == (200, b"ok")


def test_ready_when_everything_works(client: Client, worker: Heartbeat) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 200
    body = response.json()
    assert body["status"] == "ready"
    assert body["failing"] == []
    assert 0 <= body["worker"]["heartbeat_age_seconds"] < 60
    assert body["jobs"] == {"waiting": 0, "oldest_waiting_seconds": None}
    assert "no-cache" in response.headers["Cache-Control"]


def test_not_ready_without_a_worker(client: Client, db: None) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["failing"] == ["worker"]


def test_not_ready_when_the_worker_is_silent(client: Client, worker: Heartbeat) -> None:
    silent_for(worker, timedelta(seconds=61))
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["failing"] == ["worker"]
    assert response.json()["worker"]["heartbeat_age_seconds"] >= 61


def test_not_ready_when_work_waits_and_nothing_is_taken_up(client: Client, worker: Heartbeat) -> None:
    waiting_for(timedelta(minutes=16))
    body = client.get("/health/ready").json()
    assert body["failing"] == ["jobs"]
    assert body["jobs"]["waiting"] == 1
    assert body["jobs"]["oldest_waiting_seconds"] >= 16 * 60


def test_ready_when_work_waits_in_a_line_that_moves(client: Client, worker: Heartbeat) -> None:
    waiting_for(timedelta(hours=9))
    taken = tidy.enqueue()
    DBTaskResult.objects.filter(pk=taken.id).update(status="RUNNING", started_at=clock.now())
    assert client.get("/health/ready").json()["failing"] == []


def test_work_for_a_later_moment_does_not_wait_yet(client: Client, worker: Heartbeat) -> None:
    queued = tidy.enqueue()
    later = clock.now() + timedelta(hours=1)
    DBTaskResult.objects.filter(pk=queued.id).update(
        enqueued_at=clock.now() - timedelta(hours=2), run_after=later
    )
    assert client.get("/health/ready").json()["jobs"]["waiting"] == 0


def test_not_ready_when_a_migration_is_missing(
    client: Client, worker: Heartbeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_applied", set())
    MigrationRecorder(connection).record_unapplied("jobs", "0001_initial")
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["failing"] == ["migrations"]


def test_not_ready_when_the_storage_takes_no_file(
    client: Client, worker: Heartbeat, settings: LazySettings, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "a-file-where-the-folder-should-be"
    in_the_way.write_text("")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": in_the_way},
        },
    }
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["failing"] == ["storage"]


def test_not_ready_when_the_database_does_not_answer(
    client: Client, worker: Heartbeat, caplog: pytest.LogCaptureFixture
) -> None:
    def no_answer(*arguments: object) -> None:
        raise DatabaseError("connection refused")

    with connection.execute_wrapper(no_answer):
        response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["failing"] == ["database"]
    assert "does not answer" in caplog.text


def test_the_examination_leaves_no_file_behind(client: Client, worker: Heartbeat, tmp_path: Path) -> None:
    client.get("/health/ready")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
