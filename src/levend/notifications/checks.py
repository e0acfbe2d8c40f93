"""What must hold for the outbox."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.jobs.queries.pending import pending_ids
from levend.notifications.enums import MailState
from levend.notifications.models import OutboxMessage

DELIVER = "levend.notifications.services.deliver_mail"


@invariant("outbox")
def waiting_letters_will_be_sent() -> Iterator[Fault]:
    """A letter that waits has work waiting for it; without, nobody would ever send it."""
    waiting = list(
        OutboxMessage.objects.filter(state=MailState.QUEUED).order_by("id").values_list("pk", flat=True)
    )
    if waiting:
        coming = {ids.get("message_pk") for ids in pending_ids(DELIVER)}
        for pk in waiting:
            if pk not in coming:
                yield Fault(f"letter:{pk}", _("deze brief wacht, maar niemand gaat hem nog versturen"))
