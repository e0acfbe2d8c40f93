from django.db import models
from django.db.models import Q

from levend.profiles.models import SupportProfile
from levend.publication.models.artefact import Artefact


class ConceptDocument(models.Model):
    """The document of a text that is not handed in yet: for the school, its council and its board. Says *concept*."""

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="concepts")
    sha256 = models.CharField(max_length=64)
    pdf = models.ForeignKey(Artefact, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["profile_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "sha256"], name="one_concept_per_text"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="concept_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.sha256[:8]}"
