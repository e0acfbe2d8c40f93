from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from levend.profiles.models.profile import SupportProfile


class FrozenContent(models.Model):
    """A profile's text as it was asked advice on, adopted or corrected: canonical JSON, never changed again.

    The body holds `format`, `version`, `location` (register fields of that moment) and the visible `answers`.
    """

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="contents")
    sha256 = models.CharField(max_length=64)
    body = models.TextField()
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["profile_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "sha256"], name="content_frozen_once"),
            models.CheckConstraint(condition=Q(Exact(Length("sha256"), 64)), name="content_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.sha256[:8]}"


class ProfileSnapshot(models.Model):
    """Vastgestelde versie: the content that the board adopted."""

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="snapshots")
    content = models.OneToOneField(FrozenContent, on_delete=models.PROTECT, related_name="snapshot")
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["profile_id", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(Exact(Length("sha256"), 64)), name="snapshot_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.sha256[:8]}"
