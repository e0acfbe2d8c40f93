from django.db import models
from django.db.models import Q

from levend.adoption.enums import PaperKind


class PaperRecord(models.Model):
    """A signed letter or minutes, registered by somebody else than who decided. That party may object."""

    case = models.ForeignKey("adoption.AdoptionCase", on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=10, choices=PaperKind)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    file_name = models.CharField(max_length=150)
    happened_on = models.DateField()
    registered_at = models.DateTimeField()
    registered_by_ref = models.CharField(max_length=60)
    registered_by_name = models.CharField(max_length=120)
    object_until = models.DateField()
    objected_at = models.DateTimeField(null=True, blank=True)
    objected_by_name = models.CharField(max_length=120, blank=True)
    objection = models.TextField(blank=True)

    class Meta:
        ordering = ["case_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(objected_at=None, objection="", objected_by_name="")
                | (Q(objected_at__isnull=False) & ~Q(objection="") & ~Q(objected_by_name="")),
                name="objection_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"
