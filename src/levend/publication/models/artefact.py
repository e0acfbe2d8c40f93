from django.db import models
from django.db.models import Q


class Artefact(models.Model):
    """A made file, kept once per content: its hash is its name in the storage."""

    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="artefact_hash"),
            models.CheckConstraint(condition=Q(size__gte=1), name="artefact_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.media_type} {self.sha256[:8]}"

    @property
    def path(self) -> str:
        """Where the file lies in the storage."""
        return f"artefacts/{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"
