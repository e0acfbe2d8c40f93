from django.db import models
from django.db.models import Q

from levend.organisations.models import Location
from levend.publication.models.artefact import Artefact


class PublicFile(models.Model):
    """What stands at a public address from a day on, until a later row of the same address takes over.

    Days that are known are placed ahead, so nothing has to happen at midnight. Without an artefact nothing stands
    there any more: a document that was withdrawn.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="public_files")
    path = models.CharField(max_length=120)
    since = models.DateField()
    artefact = models.ForeignKey(Artefact, on_delete=models.PROTECT, null=True, related_name="public_files")
    file_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["location_id", "path", "since"]
        constraints = [
            models.UniqueConstraint(fields=["path", "since"], name="one_file_per_address_and_day"),
            models.CheckConstraint(condition=Q(path__startswith="/"), name="public_path_is_absolute"),
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.since}"


class PublicSite(models.Model):
    """From what the public files of a location were made: facts and looks, each as a hash. One row per location."""

    location = models.OneToOneField(Location, on_delete=models.PROTECT, related_name="public_site")
    facts = models.CharField(max_length=64)
    look = models.CharField(max_length=64)
    placed_at = models.DateTimeField()

    class Meta:
        ordering = ["location_id"]
        constraints = [
            models.CheckConstraint(condition=Q(facts__regex=r"^[0-9a-f]{64}$"), name="site_facts_hash"),
            models.CheckConstraint(condition=Q(look__regex=r"^[0-9a-f]{64}$"), name="site_look_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} {self.facts[:8]}"
