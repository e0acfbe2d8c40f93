"""Letters that did not arrive."""

from collections.abc import Iterable, Mapping

from levend.notifications.enums import MailState
from levend.notifications.models import OutboxMessage


def failures(keys: Iterable[str]) -> Mapping[str, str]:
    """The reason of each of these letters that could not be sent, by key (one query)."""
    failed = OutboxMessage.objects.filter(key__in=list(keys), state=MailState.FAILED)
    return dict(failed.values_list("key", "error"))
