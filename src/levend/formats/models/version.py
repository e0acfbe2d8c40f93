from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.formats.models.format import Format


class FormatVersion(models.Model):
    """One version of a format, kept as the text of its file.

    The database refuses every change of a published version: profiles point at it, and their answers mean what its
    questions asked.
    """

    format = models.ForeignKey(Format, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("versie"))
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["format_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["format", "number"], name="format_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="format_version_counts_from_one"),
            models.CheckConstraint(condition=~Q(body="") & ~Q(sha256=""), name="format_version_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.format_id} {self.number}"
