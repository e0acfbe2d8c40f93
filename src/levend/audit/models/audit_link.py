"""A link of the chain over the record."""

from django.db import models
from django.db.models import Q


class AuditLink(models.Model):
    """One event's place in the chain. Rows are only added, by one process at a time.

    Linking comes after recording, so that who records never waits for who links. `linked_at` is the same for all
    links of one batch.
    """

    position = models.BigIntegerField(primary_key=True)
    event_id = models.BigIntegerField(unique=True)
    event_sha256 = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    sha256 = models.CharField(max_length=64, unique=True)
    linked_at = models.DateTimeField()

    class Meta:
        ordering = ("position",)
        constraints = [
            models.CheckConstraint(name="audit_link_counts_from_one", condition=Q(position__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.sha256[:8]}"
