"""Sending a letter that failed another time."""

from django.db import transaction

from levend.core.errors import NotFound
from levend.jobs.events import emit
from levend.notifications.enums import MailState
from levend.notifications.models import OutboxMessage
from levend.notifications.rules import can_send_again


@transaction.atomic
def send_again(*, message_pk: int) -> bool:
    """Queue a failed letter anew, with its own Message-ID; False when it was queued already.

    Who may ask for it is the rule of the app above, which also records it. Raises NotFound, NotNow.
    """
    message = OutboxMessage.objects.select_for_update().filter(pk=message_pk).first()
    if message is None:
        raise NotFound(str(message_pk))
    if message.state == MailState.QUEUED:
        return False
    can_send_again(message).require()
    message.state = MailState.QUEUED
    message.attempts = 0
    message.next_attempt_at = None
    message.save(update_fields=["state", "attempts", "next_attempt_at"])
    emit("mail_queued", message_pk=message.pk)
    return True
