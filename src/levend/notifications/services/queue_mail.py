"""Putting a letter in the outbox."""

from collections.abc import Mapping
from email.utils import make_msgid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from levend.core import clock
from levend.jobs.events import emit
from levend.notifications.enums import MailState
from levend.notifications.letters import compose
from levend.notifications.models import OutboxMessage


@transaction.atomic
def queue_mail(
    *, to: str, template: str, context: Mapping[str, str | int], key: str, language: str = "nl"
) -> None:
    """Send a letter once the transaction is committed.

    `key` names the reason ("turn:12:advice"); a second letter with the same key is not queued. An address that cannot
    be one does not stop what the letter tells about: the letter stands in the outbox as failed, with the reason.
    Raises LetterFault when the letter does not exist or the context does not fit it.
    """
    compose(template, context, language=language)
    reason = _address_fault(to)
    message, is_new = OutboxMessage.objects.get_or_create(
        key=key,
        defaults={
            "to": to[:320],
            "language": language,
            "template": template,
            "context": dict(context),
            "message_id": make_msgid(
                domain=settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or None
            ),
            "state": MailState.FAILED if reason else MailState.QUEUED,
            "error": reason,
            "created_at": clock.now(),
        },
    )
    if is_new and not reason:
        emit("mail_queued", message_pk=message.pk)


def _address_fault(address: str) -> str:
    try:
        validate_email(address)
    except ValidationError:
        return _("Dit is geen e-mailadres.")
    return ""
