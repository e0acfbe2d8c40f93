from django.db import models

from levend.adoption.models import Submission
from levend.publication.models.artefact import Artefact


class OfficialDocument(models.Model):
    """The document of what was handed in, made once per submission: the school keeps it, and receipt publishes it.

    Until it is published nobody outside is told that it exists.
    """

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="official_document")
    pdf = models.ForeignKey(Artefact, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["submission_id"]

    def __str__(self) -> str:
        return f"official document of submission {self.submission_id}"
