from django.db import models
from django.db.models import Q

from levend.accounts.models import User
from levend.profiles.enums import Standing
from levend.profiles.models.profile import SupportProfile


class Answer(models.Model):
    """The answer to one question as it is now, or what stands beside one (see `formats.engine.beside`). `value` is null for an answer that was taken away.

    `standing` says what became of last time's answer; who and when stand with the last revision, and here.
    """

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="answers")
    question_key = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    revision = models.PositiveIntegerField()
    standing = models.CharField(
        max_length=10, choices=Standing, default=Standing.NEW, db_default=Standing.NEW
    )
    updated_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    updated_by_name = models.CharField(max_length=120)
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["profile_id", "question_key"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "question_key"], name="one_answer_per_question"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="answer_has_a_revision"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="answer_standing"),
            models.CheckConstraint(
                condition=~Q(standing=Standing.DROPPED) | Q(value__isnull=True), name="dropped_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.question_key} {self.revision}"
