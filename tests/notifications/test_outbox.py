"""A letter goes out once, or stands there with the reason why it did not."""

import smtplib
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from levend.jobs.testing import run_jobs
from levend.notifications.errors import LetterFault
from levend.notifications.models import OutboxMessage
from levend.notifications.queries import outbox
from levend.notifications.services import deliver_mail, queue_mail

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
def test_a_mail_server_that_is_away_for_a_while_is_waited_for(troubled: type[Troubled]) -> None:
    troubled.troubles = [ConnectionRefusedError(), smtplib.SMTPRecipientsRefused({"a": (451, b"later")})]
    queue()

    run_jobs(failures_are_expected=True)
    assert OutboxMessage.objects.get().state == "queued"
    assert "ConnectionRefusedError" in OutboxMessage.objects.get().error
    run_jobs(failures_are_expected=True, also_later=True)

    assert OutboxMessage.objects.get().state == "sent"
    assert OutboxMessage.objects.get().error == ""
    assert len(troubled.accepted) == 1


@pytest.mark.django_db
def test_an_address_that_the_mail_server_refuses_fails_at_once(troubled: type[Troubled]) -> None:
    troubled.troubles = [smtplib.SMTPRecipientsRefused({"weg@delinde.example": (550, b"no such user")})]
    queue(to="weg@delinde.example")

    run_jobs()

    message = OutboxMessage.objects.get()
    assert (message.state, message.attempts) == ("failed", 1)
    assert "no such user" in message.error


@pytest.mark.django_db
def test_a_mail_server_that_stays_away_ends_in_failure_with_the_reason(troubled: type[Troubled]) -> None:
    troubled.troubles = [TimeoutError("no answer") for _ in range(20)]
    queue()

    run_jobs(failures_are_expected=True, also_later=True)

    message = OutboxMessage.objects.get()
    assert (message.state, message.attempts) == ("failed", 6)
    assert "no answer" in message.error


@pytest.mark.django_db
def test_a_letter_that_another_worker_is_sending_is_left_alone(troubled: type[Troubled]) -> None:
    queue()
    OutboxMessage.objects.update(claimed_until=timezone.now() + timedelta(minutes=1))

    run_jobs(failures_are_expected=True)
    assert troubled.accepted == []

    OutboxMessage.objects.update(claimed_until=timezone.now() - timedelta(minutes=1))
    run_jobs(also_later=True)
    assert len(troubled.accepted) == 1


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
