"""One thing that happened."""

from django.db import models
from django.db.models import Q

from levend.audit.enums import ActorKind


class AuditEvent(models.Model):
    """Who did what to which thing, and when. Rows are only added.

    Without foreign keys: the record outlives what it speaks of. `data` holds ids and hashes, never a text that
    somebody wrote, so that erasing personal data leaves the record whole.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10, choices=ActorKind.choices)
    actor_ref = models.CharField(max_length=80)
    event = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                name="audit_event_has_one_actor",
                condition=Q(actor_kind__in=ActorKind.values) & ~Q(actor_ref=""),
            ),
            models.CheckConstraint(name="audit_event_says_what", condition=~Q(event="") & ~Q(subject="")),
        ]
        indexes = [
            models.Index(fields=["subject", "id"], name="audit_event_subject"),
            models.Index(fields=["actor_ref", "id"], name="audit_event_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.subject}"
