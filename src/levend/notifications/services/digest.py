"""Notices for one person, which go out as one letter where there are several."""

from collections.abc import Sequence

from django.db import transaction

from levend.core import clock
from levend.jobs.events import emit
from levend.notifications.enums import MailState
from levend.notifications.letters import compose
from levend.notifications.letters.kinds import STOP
from levend.notifications.models import OutboxMessage
from levend.notifications.services.queue_mail import put_in_outbox
from levend.notifications.values import Notice

MOST_LINES = 200
"""More stand in a second letter: a mail of a thousand lines is not read."""


@transaction.atomic
def hold_notices(*, to: str, language: str, notices: Sequence[Notice], wanted: bool = True) -> int:
    """Lay notices ready for `send_held`; return how many are new.

    Each has its own key and is never laid ready, nor sent, a second time: not even when it went along in a digest, or
    was not wanted. A notice that is not wanted stands in the outbox as such. Raises LetterFault.
    """
    new = 0
    for notice in notices:
        compose(notice.template, notice.context, language=language)
        _message, is_new = put_in_outbox(
            to=to,
            template=notice.template,
            context=notice.context,
            key=notice.key,
            language=language,
            about=notice.about,
            state=MailState.HELD if wanted else MailState.UNWANTED,
        )
        new += is_new
    return new


@transaction.atomic
def send_held(*, to: str, language: str) -> int:
    """Send what lies ready for this address: one notice as it is, several as one letter. Returns how many notices."""
    held = list(
        OutboxMessage.objects.select_for_update().filter(to=to[:320], state=MailState.HELD).order_by("id")
    )
    for start in range(0, len(held), MOST_LINES):
        _send(held[start : start + MOST_LINES], to, language)
    return len(held)


@transaction.atomic
def drop_held(*, to: str) -> int:
    """Lay aside what lies ready for an address that wants no more of it; return how many."""
    return OutboxMessage.objects.filter(to=to[:320], state=MailState.HELD).update(state=MailState.UNWANTED)


def _send(held: list[OutboxMessage], to: str, language: str) -> None:
    first = held[0]
    if len(held) == 1:
        first.state = MailState.QUEUED
        first.created_at = clock.now()
        first.save(update_fields=["state", "created_at"])
        emit("mail_queued", message_pk=first.pk)
        return
    abouts = {message.about for message in held}
    digest, _is_new = put_in_outbox(
        to=to,
        template="digest",
        context={
            "count": len(held),
            "lines": "\n\n".join(_written(message, language) for message in held),
            STOP: str(first.context[STOP]),
        },
        key=f"digest:{first.pk}",
        language=language,
        about=abouts.pop() if len(abouts) == 1 else "",
        state=MailState.QUEUED,
    )
    OutboxMessage.objects.filter(pk__in=[message.pk for message in held]).update(
        state=MailState.GATHERED, gathered_in=digest
    )
    emit("mail_queued", message_pk=digest.pk)


def _written(message: OutboxMessage, language: str) -> str:
    subject = compose(message.template, message.context, language=language).subject
    return f"* {subject}\n  {message.context['url']}"
