"""Handing one letter to the mail server.

Three short steps, so that no transaction waits for a mail server: claim, send, write down. A worker that dies
between the last two leaves a letter that is sent again after its claim has passed, with the same Message-ID, by which
mail programs recognise it.
"""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from levend.core import clock
from levend.notifications.enums import MailState
from levend.notifications.letters import compose, without_secrets
from levend.notifications.models import OutboxMessage

logger = logging.getLogger("levend.notifications")

CLAIM = timedelta(minutes=5)
MOST_ATTEMPTS = 6


class StillClaimed(Exception):
    """Another worker is sending this letter, or died while it did."""


def deliver_mail(*, message_pk: int) -> None:
    """Send the letter unless it was sent; the handler of the event `mail_queued`.

    Raises what the mail server raised when a later attempt may succeed.
    """
    message = _claim(message_pk)
    if message is None:
        return
    letter = compose(message.template, message.context, language=message.language)
    mail = EmailMessage(
        subject=letter.subject,
        body=letter.body,
        to=[message.to],
        headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
    )
    try:
        mail.send()
    except (OSError, smtplib.SMTPException) as error:
        _failed(message, error)
        if message.attempts < MOST_ATTEMPTS and not _is_permanent(error):
            raise
        return
    _sent(message)


@transaction.atomic
def _claim(message_pk: int) -> OutboxMessage | None:
    message = OutboxMessage.objects.select_for_update().filter(pk=message_pk).first()
    if message is None or message.state != MailState.QUEUED:
        return None
    now = clock.now()
    if message.claimed_until is not None and message.claimed_until > now:
        raise StillClaimed(message.key)
    message.claimed_until = now + CLAIM
    message.attempts += 1
    message.save(update_fields=["claimed_until", "attempts"])
    return message


@transaction.atomic
def _sent(message: OutboxMessage) -> None:
    message.state = MailState.SENT
    message.sent_at = clock.now()
    message.claimed_until = None
    message.error = ""
    if settings.LEVEND_ENV != "demo":  # in a demo there is no mailbox: the outbox shows the links
        message.context = without_secrets(message.template, message.context)
    message.save(update_fields=["state", "sent_at", "claimed_until", "error", "context"])
    logger.info("Letter %s sent.", message.key)


@transaction.atomic
def _failed(message: OutboxMessage, error: Exception) -> None:
    """Write down why, and free the letter for the next attempt or close it."""
    message.error = f"{type(error).__name__}: {error}"[:2000]
    message.claimed_until = None
    if message.attempts >= MOST_ATTEMPTS or _is_permanent(error):
        message.state = MailState.FAILED
        message.context = without_secrets(message.template, message.context)
        logger.error("Letter %s could not be sent: %s", message.key, message.error)
    message.save(update_fields=["error", "claimed_until", "state", "context"])


def _is_permanent(error: Exception) -> bool:
    """Codes from 500 are final (RFC 5321, 4.2.1); those from 400 ask for another attempt."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    # About this letter only: a login that is refused says nothing about the letter.
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return False
