from django.db import models
from django.db.models import Q

from levend.profiles.models import ProfileSnapshot


class GoodExample(models.Model):
    """A passage of an adopted text that the school lets others in its consortium read beside the same question.

    Marked by who writes, shown from the director's consent until it is taken back. `passage` is public text only.
    """

    case = models.ForeignKey("adoption.AdoptionCase", on_delete=models.PROTECT, related_name="examples")
    snapshot = models.ForeignKey(ProfileSnapshot, on_delete=models.PROTECT, related_name="+")
    format_key = models.CharField(max_length=60)
    question_key = models.CharField(max_length=60)
    passage = models.TextField()
    marked_at = models.DateTimeField()
    marked_by_ref = models.CharField(max_length=60)
    marked_by_name = models.CharField(max_length=120)
    consented_at = models.DateTimeField(null=True, blank=True)
    consented_by_ref = models.CharField(max_length=60, blank=True)
    consented_by_name = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_ref = models.CharField(max_length=60, blank=True)
    ended_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-marked_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(passage=""), name="example_says_something"),
            models.CheckConstraint(
                condition=Q(consented_at=None, consented_by_ref="", consented_by_name="")
                | (Q(consented_at__isnull=False) & ~Q(consented_by_ref="") & ~Q(consented_by_name="")),
                name="example_consent_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by_ref="", ended_by_name="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by_ref="") & ~Q(ended_by_name="")),
                name="example_end_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["format_key", "question_key"], name="example_by_question")]

    def __str__(self) -> str:
        return f"{self.question_key} of case {self.case_id}"
