from django.db import models
from django.db.models import Q

from levend.accounts.models import User
from levend.profiles.models.profile import SupportProfile


class Answer(models.Model):
    """The answer to one question as it is now. `value` is null for an answer that was taken away."""

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="answers")
    question_key = models.CharField(max_length=60)
    value = models.JSONField(null=True)
    revision = models.PositiveIntegerField()
    updated_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    updated_by_name = models.CharField(max_length=120)
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["profile_id", "question_key"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "question_key"], name="one_answer_per_question"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="answer_has_a_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.question_key} {self.revision}"
