"""A database that was put back to an earlier day, on purpose."""

from django.db import transaction

from levend.audit.services.link import link_events
from levend.audit.services.record import record
from levend.audit.services.witness import note_head
from levend.audit.values import ActorRef


def accept_restore(*, actor: ActorRef) -> None:
    """Let the record say that the database was put back; from here on its chain is compared anew with what was noted.

    Without this, a log that is shorter than the noted one is a fault for ever, as it should be.
    """
    with transaction.atomic():
        record(actor=actor, event="database_restored", subject="installation:levend")
    link_events()
    note_head(reason="restored")
