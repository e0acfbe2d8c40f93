"""With a real mail server: its answers are kept, its moods are taken, and a killed worker loses nothing."""

import os
import signal
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from pytest_django import Settings

from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.notifications.letters import example_of
from levend.notifications.models import MailAttempt, OutboxMessage
from levend.notifications.queries import attempts_of, outbox
from levend.notifications.services import line, queue_mail
from levend.notifications.values import OutboxEntry
from tests.support.mail_server import MailServer, free_port, mail_server
from tests.support.worker import start_worker, wait_for


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with mail_server() as running:
        settings.EMAIL_BACKEND = "levend.notifications.services.smtp.AnsweringBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running
        line.hang_up()


def queue(to: str, key: str = "") -> None:
    queue_mail(to=to, template="reminder", context=example_of("reminder"), key=key or to)


def entry(to: str) -> OutboxEntry:
    return next(each for each in outbox() if each.to == to)


def answers(to: str) -> list[tuple[str, str]]:
    return [(str(each.result), each.answer) for each in attempts_of(entry(to).id)]


@pytest.mark.django_db
def test_every_answer_of_the_server_is_kept_and_all_go_over_one_line(server: MailServer) -> None:
    for name in ("a", "b", "later", "nobody"):
        queue(f"{name}@school.example")

    run_jobs()
    assert len(server.taken) == 2
    assert entry("a@school.example").answer == "250 2.0.0 Ok: queued as 00000001"
    assert server.taken[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    later = entry("later@school.example")
    assert later.standing == "waiting"
    assert later.answer == "451 4.7.1 greylisted, try again later"
    assert later.advice is not None
    assert later.advice.what_to_do == "U hoeft niets te doen: Levend probeert het vanzelf opnieuw."
    refused = entry("nobody@school.example")
    assert refused.standing == "failed"
    assert refused.advice is not None
    assert refused.advice.why == "Dit adres bestaat niet, of niet meer."
    run_jobs(also_later=True)
    assert answers("later@school.example")[-1] == ("accepted", "250 2.0.0 Ok: queued as 00000003")
    assert len(server.lines) <= 3  # a refusal ends the line; letters that go well share one

    used = len(server.lines)
    for number in range(20):
        queue(f"c{number}@school.example")
    run_jobs()
    assert len(server.taken) == 23
    assert len(server.lines) <= used + 1


@pytest.mark.django_db
def test_a_letter_that_got_no_answer_goes_again_with_the_same_id_and_is_marked(server: MailServer) -> None:
    queue("hangup@school.example")
    run_jobs(also_later=True)

    assert set(server.ids.values()) == {2}
    found = entry("hangup@school.example")
    assert (found.standing, found.possibly_double) == ("sent", True)
    assert [result for result, _answer in answers("hangup@school.example")] == ["lost", "accepted"]


@pytest.mark.django_db
def test_a_server_that_is_away_is_left_alone_for_a_while_and_costs_other_letters_no_attempt(
    settings: Settings,
) -> None:
    settings.EMAIL_BACKEND = "levend.notifications.services.smtp.AnsweringBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    now = clock.now()
    with clock.at(now):
        for number in range(3):
            queue(f"a{number}@school.example")
        run_jobs()
    assert list(OutboxMessage.objects.order_by("id").values_list("attempts", flat=True)) == [1, 0, 0]
    assert {each.standing for each in outbox()} == {"waiting", "queued"}

    with mail_server(settings.EMAIL_PORT) as server, clock.at(now + timedelta(minutes=2)):
        run_jobs(also_later=True)
        line.hang_up()
    assert len(server.taken) == 3
    assert {each.standing for each in outbox()} == {"sent"}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_amid_many_letters_loses_none_and_repeats_one_that_is_marked() -> None:
    many, killed_at = 250, 100
    with transaction.atomic():
        for number in range(many):
            queue(f"s{number}@school.example", f"reminder:{number}")

    with mail_server() as server:
        environment = {
            "MAIL_PORT": str(server.port),
            "DJANGO_SETTINGS_MODULE": "tests.notifications.worker_settings",
        }
        worker = start_worker(**environment)
        server.after = lambda number: os.kill(worker.pid, signal.SIGKILL) if number == killed_at else None
        second = None
        try:
            assert worker.wait(timeout=30) == -signal.SIGKILL
            second = start_worker(**environment)
            wait_for(lambda: not OutboxMessage.objects.exclude(state="sent").exists(), seconds=40)
        finally:
            for process in (worker, second):
                if process is not None:
                    process.kill()
                    process.wait()

    assert set(server.ids) == set(OutboxMessage.objects.values_list("message_id", flat=True))
    assert sorted(server.ids.values()) == [1] * (many - 1) + [2]
    (twice,) = [found for found, times in server.ids.items() if times == 2]
    marked = OutboxMessage.objects.filter(possibly_double=True)
    assert list(marked.values_list("message_id", flat=True)) == [twice]
    assert MailAttempt.objects.filter(result="lost").count() == 1
