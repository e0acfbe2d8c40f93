from django.db import models

from levend.formats.models.format import Format
from levend.formats.models.version import FormatVersion


class FormatSource(models.Model):
    """Out of which published version a format was made, where that is known.

    Written once: the database refuses every change. What schools met in a version is a hint for every format that was
    made out of it.
    """

    format = models.OneToOneField(Format, on_delete=models.PROTECT, related_name="source")
    version = models.ForeignKey(FormatVersion, on_delete=models.PROTECT, related_name="copies")

    class Meta:
        ordering = ["format_id"]

    def __str__(self) -> str:
        return f"{self.format_id} < {self.version_id}"
