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
    *,
    to: str,
    template: str,
    context: Mapping[str, str | int],
    key: str,
    language: str = "nl",
    about: str = "",
) -> None:
    """Send a letter once the transaction is committed.

    `key` names the reason ("turn:12:advice"); a second letter with the same key is not queued. `about` is the code of
    what it is about ("location:12AB00", "consortium:PO9901"): who follows that sees the letter in the outbox. An
    address that cannot be one does not stop what the letter tells about: the letter stands in the outbox as failed,
    with the reason. Raises LetterFault when the letter does not exist or the context does not fit it.
    """
    compose(template, context, language=language)
    message, is_new = put_in_outbox(
        to=to,
        template=template,
        context=context,
        key=key,
        language=language,
        about=about,
        state=MailState.QUEUED,
    )
    if is_new and message.state == MailState.QUEUED:
        emit("mail_queued", message_pk=message.pk)


def put_in_outbox(
    *,
    to: str,
    template: str,
    context: Mapping[str, str | int],
    key: str,
    language: str,
    about: str,
    state: MailState,
) -> tuple[OutboxMessage, bool]:
    """The letter with this key, and whether it is new. Nobody sends it yet."""
    reason = _address_fault(to)
    return OutboxMessage.objects.get_or_create(
        key=key,
        defaults={
            "to": to[:320],
            "language": language,
            "template": template,
            "context": dict(context),
            "about": about,
            "message_id": make_msgid(
                domain=settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or None
            ),
            "state": MailState.FAILED if reason else state,
            "error": reason,
            "created_at": clock.now(),
        },
    )


def _address_fault(address: str) -> str:
    try:
        validate_email(address)
    except ValidationError:
        return _("Dit is geen e-mailadres.")
    return ""
