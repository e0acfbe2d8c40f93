"""Letters that did not arrive."""

from collections.abc import Iterable, Mapping

from levend.notifications.enums import MailState
from levend.notifications.models import OutboxMessage
from levend.notifications.queries.advice import advice_for


def failures(keys: Iterable[str]) -> Mapping[str, str]:
    """Why each of these letters could not be sent, in plain words, by key (one query)."""
    failed = OutboxMessage.objects.filter(key__in=list(keys), state=MailState.FAILED)
    return {key: advice_for(error).why for key, error in failed.values_list("key", "error")}
