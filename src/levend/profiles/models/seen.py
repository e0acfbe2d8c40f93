from django.db import models
from django.db.models import Q

from levend.accounts.models import User
from levend.profiles.models.answer import Answer


class SeenAnswer(models.Model):
    """This person had this revision of an answer of last time in view. A chapter is confirmed only by who saw it all."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="seen")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["answer_id", "by_id"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "by"], name="seen_once_by_each"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="seen_has_a_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.by_id} {self.revision}"
