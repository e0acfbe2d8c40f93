from django.db import models
from django.db.models import Q

from levend.adoption.models import AdoptionCase
from levend.formats.models import FormatVersion
from levend.rounds.enums import Became


class CaseBurden(models.Model):
    """What one profile took: answers by what became of them, and minutes of editing. Counts only, never words.

    Measured when the profile is handed in, and anew when it is handed in again. Shown added up over at least five schools.
    """

    case = models.OneToOneField(AdoptionCase, on_delete=models.PROTECT, related_name="burden")
    format_version = models.ForeignKey(FormatVersion, on_delete=models.PROTECT, related_name="+")
    confirmed = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    dropped = models.PositiveIntegerField()
    unlooked = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField()
    measured_at = models.DateTimeField()

    class Meta:
        ordering = ["case_id"]
        indexes = [models.Index(fields=["format_version"])]

    def __str__(self) -> str:
        return f"{self.case_id} {self.minutes}"


class QuestionBurden(models.Model):
    """What one school met and did at one question; there is no row where it was neither asked nor met anything.

    `became` is empty for a question that was not asked in the end, and where it was measured before this was counted.
    `seconds` are of editing, without the time that nobody saved anything. `sittings` counts the times that somebody
    came back to it; the others count what they are named after.
    """

    burden = models.ForeignKey(CaseBurden, on_delete=models.CASCADE, related_name="questions")
    question_key = models.CharField(max_length=80)
    became = models.CharField(max_length=10, choices=Became, blank=True, default="")
    seconds = models.PositiveIntegerField(default=0)
    sittings = models.PositiveSmallIntegerField(default=0)
    left_empty = models.BooleanField(default=False)
    personal_data = models.PositiveSmallIntegerField(default=0)
    raised = models.PositiveSmallIntegerField(default=0)
    conflicts = models.PositiveSmallIntegerField(default=0)
    remarks = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["burden_id", "question_key"]
        indexes = [models.Index(fields=["question_key"], name="question_burden_by_key")]
        constraints = [
            models.UniqueConstraint(fields=["burden", "question_key"], name="one_burden_per_question"),
            models.CheckConstraint(
                condition=~Q(became="")
                | Q(left_empty=True)
                | Q(sittings__gt=0)
                | Q(personal_data__gt=0)
                | Q(raised__gt=0)
                | Q(conflicts__gt=0)
                | Q(remarks__gt=0),
                name="question_burden_is_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.burden_id} {self.question_key}"
