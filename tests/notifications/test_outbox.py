"""A letter goes out once, or stands there with the reason why it did not."""

import smtplib
from collections.abc import Sequence
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from levend.core.errors import NotNow
from levend.jobs.testing import run_jobs
from levend.notifications.errors import LetterFault
from levend.notifications.letters import example_of
from levend.notifications.models import MailAttempt, OutboxMessage
from levend.notifications.queries import attempts_of, failures, outbox
from levend.notifications.services import deliver_mail, hold_notices, queue_mail, send_again, send_held
from levend.notifications.services.deliver import MOST_ATTEMPTS, WAITS
from levend.notifications.values import Notice

TURN = {"step": "advies geven", "school": "De Linde", "url": "https://levend.example/werk/12AB00/"}


class Troubled(BaseEmailBackend):
    """A mail server with a list of troubles; after them it accepts everything."""

    troubles: list[Exception] = []
    accepted: list[EmailMessage] = []

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if self.troubles:
            raise self.troubles.pop(0)
        self.accepted.extend(email_messages)
        return len(email_messages)


@pytest.fixture
def troubled(settings: Settings) -> type[Troubled]:
    settings.EMAIL_BACKEND = f"{__name__}.Troubled"
    Troubled.troubles = []
    Troubled.accepted = []
    return Troubled


def queue(key: str = "turn:12:advice", to: str = "mr@delinde.example") -> None:
    queue_mail(to=to, template="turn", context=TURN, key=key)


@pytest.mark.django_db
def test_a_queued_letter_is_sent_by_the_worker() -> None:
    queue()
    assert mail.outbox == []

    run_jobs()

    assert [m.to for m in mail.outbox] == [["mr@delinde.example"]]
    assert mail.outbox[0].subject == "U bent aan zet: advies geven (De Linde)"
    message = OutboxMessage.objects.get()
    assert (message.state, message.attempts) == ("sent", 1)
    assert message.sent_at is not None
    assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id


@pytest.mark.django_db
def test_the_same_reason_is_never_mailed_twice() -> None:
    queue()
    queue()
    run_jobs()
    queue()
    deliver_mail(message_pk=OutboxMessage.objects.get().pk)
    run_jobs()

    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_letter_about_what_did_not_happen_is_not_sent() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        queue()
        raise RuntimeError

    run_jobs()

    assert mail.outbox == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "geen adres", "a@b", "x@y.nl\nBcc: z@z.nl", "é" * 500])
def test_a_bad_address_fails_with_a_reason_and_stops_nothing(address: str) -> None:
    queue(to=address)
    run_jobs()

    message = OutboxMessage.objects.get()
    assert message.state == "failed"
    assert message.error == "Dit is geen e-mailadres."
    assert mail.outbox == []


@pytest.mark.django_db
def test_a_letter_that_does_not_fit_is_found_when_it_is_queued() -> None:
    with pytest.raises(LetterFault):
        queue_mail(to="a@b.nl", template="turn", context={"step": "x"}, key="k")


@pytest.mark.django_db
def test_a_server_that_asks_for_another_attempt_gets_one_later(troubled: type[Troubled]) -> None:
    troubled.troubles = [TimeoutError("slow"), smtplib.SMTPRecipientsRefused({"a": (451, b"4.3.2 later")})]
    queue()

    run_jobs()
    entry = outbox()[0]
    assert entry.standing == "waiting"
    assert entry.advice is not None
    assert entry.next_attempt_at is not None
    run_jobs(also_later=True)

    message = OutboxMessage.objects.get()
    assert (message.state, message.error, message.next_attempt_at) == ("sent", "", None)
    assert len(troubled.accepted) == 1
    assert [(each.result, each.answer) for each in attempts_of(message.pk)] == [
        ("later", "TimeoutError: slow"),
        ("later", "451 4.3.2 later"),
        ("accepted", ""),
    ]


@pytest.mark.django_db
def test_an_address_that_the_mail_server_refuses_fails_at_once(troubled: type[Troubled]) -> None:
    troubled.troubles = [smtplib.SMTPRecipientsRefused({"weg@delinde.example": (550, b"no such user")})]
    queue(to="weg@delinde.example")

    run_jobs()

    message = OutboxMessage.objects.get()
    assert (message.state, message.attempts, message.error) == ("failed", 1, "550 no such user")
    assert failures(["turn:12:advice"]) == {"turn:12:advice": "Dit adres bestaat niet, of niet meer."}
    assert send_again(message_pk=message.pk) is True
    assert send_again(message_pk=message.pk) is False
    run_jobs()
    assert outbox()[0].standing == "sent"
    with pytest.raises(NotNow):
        send_again(message_pk=message.pk)


@pytest.mark.django_db
def test_a_letter_waits_two_days_for_a_server_and_then_fails_with_the_reason(
    troubled: type[Troubled],
) -> None:
    troubled.troubles = [TimeoutError("no answer") for _ in range(20)]
    queue()

    run_jobs(also_later=True)

    message = OutboxMessage.objects.get()
    assert (message.state, message.attempts) == ("failed", MOST_ATTEMPTS)
    assert "no answer" in message.error
    assert sum(WAITS, timedelta()) > timedelta(days=1, hours=12)


@pytest.mark.django_db
def test_a_letter_that_another_worker_is_sending_is_left_alone(troubled: type[Troubled]) -> None:
    queue()
    OutboxMessage.objects.update(claimed_until=timezone.now() + timedelta(minutes=1))

    run_jobs()
    assert outbox()[0].standing == "sending"
    assert troubled.accepted == []

    OutboxMessage.objects.update(claimed_until=timezone.now() - timedelta(minutes=1))
    run_jobs(also_later=True)
    assert len(troubled.accepted) == 1


@pytest.mark.django_db
def test_a_letter_of_a_worker_that_died_goes_again_and_is_marked(troubled: type[Troubled]) -> None:
    queue()
    message = OutboxMessage.objects.get()
    MailAttempt.objects.create(message=message, at=timezone.now())
    OutboxMessage.objects.update(claimed_until=timezone.now() - timedelta(seconds=1), attempts=1)

    run_jobs()

    entry = outbox()[0]
    assert (entry.standing, entry.possibly_double) == ("sent", True)
    assert [each.result for each in attempts_of(message.pk)] == ["lost", "accepted"]
    assert troubled.accepted[0].extra_headers["Message-ID"] == message.message_id


@pytest.mark.django_db
def test_several_notices_for_one_person_are_one_letter_and_each_is_told_once() -> None:
    def tell(*keys: str, to: str = "dir@delinde.example") -> int:
        notices = [Notice("reminder", example_of("reminder"), key, "location:00XX00") for key in keys]
        new = hold_notices(to=to, language="nl", notices=notices)
        send_held(to=to, language="nl")
        run_jobs()
        return new

    assert tell("a", "b", "c") == 3
    assert tell("a", "d") == 1
    assert tell("a", "b", "c", "d") == 0
    hold_notices(
        to="nee@delinde.example",
        language="nl",
        notices=[Notice("reminder", example_of("reminder"), "e")],
        wanted=False,
    )
    send_held(to="nee@delinde.example", language="nl")
    run_jobs()

    digest, single = mail.outbox
    assert digest.subject == "3 herinneringen van Levend"
    assert digest.body.count("Herinnering: advies geven (De Linde)") == 3
    assert single.subject == "Herinnering: advies geven (De Linde)"
    assert digest.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert digest.extra_headers["List-Unsubscribe"] == f"<{example_of('digest')['stop_url']}>"
    states = dict(OutboxMessage.objects.exclude(template="digest").values_list("key", "state"))
    assert states == {"a": "gathered", "b": "gathered", "c": "gathered", "d": "sent", "e": "unwanted"}


@pytest.mark.django_db
@pytest.mark.parametrize(("environment", "remembered"), [("production", False), ("demo", True)])
def test_a_personal_link_is_forgotten_once_it_is_sent(
    settings: Settings, environment: str, remembered: bool
) -> None:
    settings.LEVEND_ENV = environment
    link = "https://levend.example/inloggen/uitnodiging/geheim/"
    queue_mail(to="a@b.nl", template="password_reset", context={"url": link}, key="reset:1")
    run_jobs()

    assert link in mail.outbox[0].body
    assert (link in outbox()[0].body) is remembered


@pytest.mark.django_db
def test_the_outbox_shows_the_latest_letter_first() -> None:
    queue(key="a")
    queue(key="b", to="nergens")
    run_jobs()

    entries = outbox()

    assert [(e.to, e.state) for e in entries] == [
        ("nergens", "niet verzonden"),
        ("mr@delinde.example", "verzonden"),
    ]
    assert entries[1].subject == "U bent aan zet: advies geven (De Linde)"


@pytest.mark.django_db
def test_a_letter_of_before_corrections_had_a_day_still_goes_out() -> None:
    queue_mail(
        to="a@b.nl", template="correction_asked", context=example_of("correction_asked"), key="correction:1"
    )
    old = OutboxMessage.objects.get()
    del old.context["due_on"]
    old.save()
    with pytest.raises(LetterFault):
        outbox()

    import_module("levend.notifications.migrations.0003_corrections_have_a_day").add_days(apps, None)
    run_jobs()

    assert "Graag uiterlijk" not in mail.outbox[0].body
    assert outbox()[0].state == "verzonden"
