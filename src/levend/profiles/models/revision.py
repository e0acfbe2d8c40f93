from django.db import models
from django.db.models import Q

from levend.accounts.models import User
from levend.profiles.enums import RevisionKind
from levend.profiles.models.answer import Answer


class AnswerRevision(models.Model):
    """Every text that was ever sent in for an answer; the database refuses to change or delete one.

    Every text that was the answer has a number of its own, also when somebody only said that it still holds. A text
    that was set aside carries the number of the revision that it
    met. `page` is the random word of the browser page that sent it: what one page sends is one line of typing.
    """

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=RevisionKind, default=RevisionKind.SAVED)
    value = models.JSONField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    page = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ["answer_id", "-number", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "number"],
                condition=~Q(kind=RevisionKind.SET_ASIDE),
                name="one_revision_per_number",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_has_a_number"),
            models.CheckConstraint(condition=Q(kind__in=RevisionKind.values), name="revision_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.number}"
