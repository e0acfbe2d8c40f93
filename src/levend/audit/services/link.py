"""Linking recorded events into the chain, in the background."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from levend.audit.engine.chain import START, event_sha256, link_sha256
from levend.audit.locks import lock_chain
from levend.audit.models import AuditEvent, AuditLink
from levend.audit.queries.events import fields_of
from levend.audit.services.witness import note_head
from levend.core import clock

BATCH = 500
"""Events in one transaction: a few hundredths of a second, which is what other writers on SQLite may wait."""


def link_events(*, batch: int = BATCH) -> int:
    """Give every event that has none its link; return how many were linked.

    Reading and hashing happen before the transaction that writes. Who finds that somebody else linked meanwhile,
    leaves those events alone. Afterwards the head of the chain is noted outside the database.
    """
    linked = 0
    while events := list(_unlinked()[:batch]):
        linked += _link(events, [event_sha256(fields_of(event)) for event in events])
    if linked:
        note_head()
    return linked


def _unlinked() -> QuerySet[AuditEvent]:
    links = AuditLink.objects.filter(event_id=OuterRef("pk"))
    return AuditEvent.objects.filter(~Exists(links)).order_by("id")


@transaction.atomic
def _link(events: Sequence[AuditEvent], hashes: Sequence[str]) -> int:
    lock_chain()
    done = set(
        AuditLink.objects.filter(event_id__in=[event.pk for event in events]).values_list(
            "event_id", flat=True
        )
    )
    last = AuditLink.objects.order_by("-position").first()
    position, previous = (last.position, last.sha256) if last else (0, START)
    now = clock.now()
    links = []
    for event, own in zip(events, hashes, strict=True):
        if event.pk in done:
            continue
        position += 1
        sha256 = link_sha256(position=position, previous=previous, event_sha256=own, linked_at=now)
        links.append(
            AuditLink(
                position=position,
                event_id=event.pk,
                event_sha256=own,
                previous=previous,
                sha256=sha256,
                linked_at=now,
            )
        )
        previous = sha256
    AuditLink.objects.bulk_create(links)
    return len(links)
