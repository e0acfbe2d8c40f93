"""The letters of late."""

from levend.notifications.enums import MailState
from levend.notifications.letters import compose
from levend.notifications.models import OutboxMessage
from levend.notifications.values import OutboxEntry


def outbox(*, limit: int = 100) -> tuple[OutboxEntry, ...]:
    """The latest letters, newest first. For the operator, and for everyone in a demo: the page above asks its rule."""
    entries = []
    for message in OutboxMessage.objects.order_by("-id")[:limit]:
        letter = compose(message.template, message.context, language=message.language)
        entries.append(
            OutboxEntry(
                id=message.pk,
                to=message.to,
                subject=letter.subject,
                body=letter.body,
                state=str(MailState(message.state).label),
                created_at=message.created_at,
                sent_at=message.sent_at,
                error=message.error,
            )
        )
    return tuple(entries)
