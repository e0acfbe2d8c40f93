from django.db import models
from django.db.models import Q

from levend.profiles.models import SupportProfile
from levend.publication.models.artefact import Artefact


class ChangesDocument(models.Model):
    """What is different in a text that lies with the council, against the version in force. Says *concept*."""

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="changes")
    before_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    pdf = models.ForeignKey(Artefact, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["profile_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "before_sha256", "sha256"], name="one_difference_per_pair"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$", before_sha256__regex=r"^[0-9a-f]{64}$"),
                name="changes_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.before_sha256[:8]} {self.sha256[:8]}"
