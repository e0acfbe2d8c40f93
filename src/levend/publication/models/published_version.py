from django.db import models
from django.db.models import Q

from levend.adoption.models import Adoption
from levend.organisations.models import Consortium, Location
from levend.profiles.models import ProfileSnapshot
from levend.publication.models.artefact import Artefact


class PublishedVersion(models.Model):
    """An adopted version that everybody may read from `publish_from` on.

    Publishing shows a version, it does not make it: when it holds stands in the adoption.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="published_versions")
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="published_versions")
    adoption = models.OneToOneField(Adoption, on_delete=models.PROTECT, related_name="published_version")
    snapshot = models.OneToOneField(
        ProfileSnapshot, on_delete=models.PROTECT, related_name="published_version"
    )
    sha256 = models.CharField(max_length=64)
    publish_from = models.DateField()
    published_at = models.DateTimeField()
    full_pdf = models.ForeignKey(Artefact, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["location_id", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="published_hash"),
        ]
        indexes = [models.Index(fields=["location", "publish_from"], name="published_by_location")]

    def __str__(self) -> str:
        return f"{self.location_id} {self.sha256[:8]}"
