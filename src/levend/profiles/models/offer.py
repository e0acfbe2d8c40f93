from django.db import models
from django.db.models import Q

from levend.formats.engine.kinds import Level, OfferState
from levend.profiles.models.content import ProfileSnapshot


class Offer(models.Model):
    """One kind of support that an adopted version offers at one level; written once, with the snapshot."""

    snapshot = models.ForeignKey(ProfileSnapshot, on_delete=models.PROTECT, related_name="offers")
    support_type = models.CharField(max_length=40)
    level = models.CharField(max_length=10)
    state = models.CharField(max_length=16)

    class Meta:
        ordering = ["snapshot_id", "support_type", "level"]
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "support_type", "level"], name="offer_once"),
            models.CheckConstraint(condition=Q(level__in=[each.value for each in Level]), name="offer_level"),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in OfferState]), name="offer_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.support_type} {self.level}"
