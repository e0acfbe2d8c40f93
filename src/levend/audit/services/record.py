"""Writing down what happened, inside the transaction of what happened."""

import re
from collections.abc import Iterable, Mapping

from django.db import transaction

from levend.audit.models import AuditEvent
from levend.audit.values import ActorRef, JsonValue
from levend.core import clock

EVENT = re.compile(r"[a-z]+(_[a-z]+)*")
SUBJECT = re.compile(r"[a-z_]+:[\w.:-]+")


def record(
    *,
    actor: ActorRef,
    event: str,
    subject: str,
    data: Mapping[str, JsonValue] | None = None,
) -> None:
    """Add one event.

    `event` is a past tense ("profile_adopted"), `subject` a kind and an id ("profile:12"), `data` holds ids, hashes
    and codes. Must run inside the caller's transaction: what is rolled back did not happen. Raises ValueError for
    a name that does not follow the pattern, TransactionManagementError outside a transaction.
    """
    record_many(actor=actor, happened=[(event, subject, data or {})])


def record_many(*, actor: ActorRef, happened: Iterable[tuple[str, str, Mapping[str, JsonValue]]]) -> None:
    """Add an event for each name, subject and data, in their order; as `record` does for one."""
    now = clock.now()
    events = []
    for event, subject, data in happened:
        if not EVENT.fullmatch(event):
            raise ValueError(f"{event!r} is no event name")
        if not SUBJECT.fullmatch(subject):
            raise ValueError(f"{subject!r} is no subject")
        events.append(
            AuditEvent(
                at=now,
                actor_kind=str(actor.kind),
                actor_ref=actor.ref,
                event=event,
                subject=subject,
                data=dict(data),
            )
        )
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "An event is recorded inside the transaction of what happened."
        )
    AuditEvent.objects.bulk_create(events, batch_size=500)
