"""Events by subject.

No actor is asked for: who may read a subject's history is known by the app that owns the subject, above this one.
"""

from django.db.models import Q

from levend.audit.models import AuditEvent
from levend.audit.values import RecordedEvent


def events_of(*subjects: str, limit: int | None = None) -> tuple[RecordedEvent, ...]:
    """The events of these subjects in the order in which they happened; the last `limit` of them when given.

    A subject that ends in ":" stands for all of its kind ("profile:").
    """
    wanted = Q(pk__in=())
    for subject in subjects:
        wanted |= Q(subject__startswith=subject) if subject.endswith(":") else Q(subject=subject)
    rows = AuditEvent.objects.filter(wanted).order_by("-id")
    newest_first = rows if limit is None else rows[:limit]
    return tuple(
        RecordedEvent(
            id=row.pk,
            at=row.at,
            actor_kind=row.actor_kind,
            actor_ref=row.actor_ref,
            event=row.event,
            subject=row.subject,
            data=row.data,
        )
        for row in reversed(newest_first)
    )
