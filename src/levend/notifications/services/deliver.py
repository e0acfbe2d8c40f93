"""Handing one letter to the mail server.

Three short steps, so that no transaction waits for a mail server: claim, send, write down. A worker that dies
between the last two leaves an attempt without a result: the letter is sent again after its claim has passed, marked as
possibly double, with the same Message-ID, by which mail programs recognise it.
"""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from levend.core import clock
from levend.jobs.tasks import NotYet
from levend.notifications.enums import AttemptResult, MailState
from levend.notifications.letters import compose, without_secrets
from levend.notifications.letters.kinds import STOP
from levend.notifications.models import MailAttempt, OutboxMessage
from levend.notifications.services import line

logger = logging.getLogger("levend.notifications")

WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 120, 240, 480, 480, 480, 480, 480))
"""How long a letter waits after each attempt: two days in all, as mail servers do among themselves (RFC 5321, 4.5.4.1
asks for four or five days; a reminder that late is of no use)."""
MOST_ATTEMPTS = len(WAITS) + 1


def deliver_mail(*, message_pk: int) -> None:
    """Send the letter unless it was sent; the handler of the event `mail_queued`.

    Raises NotYet with the moment of the next attempt, when there is one.
    """
    if until := line.away_until():
        raise NotYet(until)
    tried = _claim(message_pk)
    if tried is None:
        return
    message = tried.message
    try:
        answer = line.hand_over(_mail(message))
    except line.ServerAway as error:
        _not_sent(tried, AttemptResult.LATER, None, str(error))
    except line.NoAnswer as error:
        _not_sent(tried, AttemptResult.LOST, None, str(error))
    except (OSError, smtplib.SMTPException) as error:
        code, text = _said(error)
        is_final = _is_final(error)
        _not_sent(tried, AttemptResult.REFUSED if is_final else AttemptResult.LATER, code, text)
    else:
        _sent(tried, answer)
    if message.next_attempt_at is not None:
        raise NotYet(message.next_attempt_at)


def _mail(message: OutboxMessage) -> EmailMessage:
    letter = compose(message.template, message.context, language=message.language)
    headers = {"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"}
    if stop := message.context.get(STOP):  # RFC 2369 and 8058: mail programs show a button
        headers["List-Unsubscribe"] = f"<{stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return EmailMessage(subject=letter.subject, body=letter.body, to=[message.to], headers=headers)


@transaction.atomic
def _claim(message_pk: int) -> MailAttempt | None:
    """The attempt that is now ours. Raises NotYet while another worker has it, or died with it not long ago."""
    message = OutboxMessage.objects.select_for_update().filter(pk=message_pk).first()
    if message is None or message.state != MailState.QUEUED:
        return None
    now = clock.now()
    if message.claimed_until is not None and message.claimed_until > now:
        raise NotYet(message.claimed_until)
    if message.claimed_until is not None and message.tries.filter(result=AttemptResult.BEGUN).update(
        result=AttemptResult.LOST
    ):
        message.possibly_double = True
    message.claimed_until = now + timedelta(seconds=settings.MAIL_CLAIM_SECONDS)
    message.next_attempt_at = None
    message.attempts += 1
    message.save(update_fields=["claimed_until", "next_attempt_at", "attempts", "possibly_double"])
    return MailAttempt.objects.create(message=message, at=now)


@transaction.atomic
def _sent(tried: MailAttempt, answer: line.Answer) -> None:
    message = tried.message
    tried.result, tried.code, tried.text = AttemptResult.ACCEPTED, answer.code, answer.text[:500]
    tried.save(update_fields=["result", "code", "text"])
    message.state = MailState.SENT
    message.sent_at = clock.now()
    message.claimed_until = None
    message.error = ""
    message.answer = _line(answer.code, answer.text)
    if settings.LEVEND_ENV != "demo":  # in a demo there is no mailbox: the outbox shows the links
        message.context = without_secrets(message.template, message.context)
    message.save(update_fields=["state", "sent_at", "claimed_until", "error", "answer", "context"])
    logger.info("Letter %s sent.", message.key)


@transaction.atomic
def _not_sent(tried: MailAttempt, result: AttemptResult, code: int | None, text: str) -> None:
    """Write down why, and name the moment of the next attempt or close the letter."""
    message = tried.message
    tried.result, tried.code, tried.text = result, code, text[:500]
    tried.save(update_fields=["result", "code", "text"])
    message.error = message.answer = _line(code, text)
    message.claimed_until = None
    message.possibly_double |= result is AttemptResult.LOST
    if result is AttemptResult.REFUSED or message.attempts >= MOST_ATTEMPTS:
        message.state = MailState.FAILED
        message.context = without_secrets(message.template, message.context)
        logger.error("Letter %s could not be sent: %s", message.key, message.error)
    else:
        message.next_attempt_at = clock.now() + WAITS[message.attempts - 1]
    message.save()


def _line(code: int | None, text: str) -> str:
    return f"{code or ''} {text}".strip()[:2000]


def _said(error: Exception) -> tuple[int | None, str]:
    """The server's code and words, as they came."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return code, text.decode("utf-8", "replace")
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return error.smtp_code, said if isinstance(said, str) else said.decode("utf-8", "replace")
    return None, f"{type(error).__name__}: {error}"


def _is_final(error: Exception) -> bool:
    """Codes from 500 are final (RFC 5321, 4.2.1); those from 400 ask for another attempt."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    # About this letter only: a login that is refused says nothing about the letter.
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return False
