"""Events by subject.

No actor is asked for: who may read a subject's history is known by the app that owns the subject, above this one.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from levend.audit.engine.chain import EventFields
from levend.audit.models import AuditEvent
from levend.audit.values import RecordedEvent


def events_of(*subjects: str, limit: int | None = None) -> tuple[RecordedEvent, ...]:
    """The events of these subjects in the order in which they happened; the last `limit` of them when given.

    A subject that ends in ":" stands for all of its kind ("profile:").
    """
    rows = event_rows(*subjects).order_by("-id")
    newest_first = rows if limit is None else rows[:limit]
    return tuple(_recorded(row) for row in reversed(newest_first))


def events_by_id(ids: Iterable[int]) -> dict[int, RecordedEvent]:
    """These events, by their key."""
    return {pk: _recorded(row) for pk, row in AuditEvent.objects.in_bulk(list(ids)).items()}


def event_rows(*subjects: str) -> QuerySet[AuditEvent]:
    """The rows of these subjects, for a query above that merges them with others; not for changing."""
    wanted = Q(pk__in=())
    for subject in subjects:
        wanted |= Q(subject__startswith=subject) if subject.endswith(":") else Q(subject=subject)
    return AuditEvent.objects.filter(wanted)


def fields_of(event: AuditEvent) -> EventFields:
    """What an event's hash is made of."""
    return EventFields(
        id=event.pk,
        at=event.at,
        actor_kind=event.actor_kind,
        actor_ref=event.actor_ref,
        event=event.event,
        subject=event.subject,
        data=event.data,
    )


def _recorded(row: AuditEvent) -> RecordedEvent:
    return RecordedEvent(
        id=row.pk,
        at=row.at,
        actor_kind=row.actor_kind,
        actor_ref=row.actor_ref,
        event=row.event,
        subject=row.subject,
        data=row.data,
    )
