from django.db import models
from django.db.models import Q

from levend.adoption.enums import AdviceKind, Manner, Reaction


class Advice(models.Model):
    """What the council says about a text, with words. The board's answer to the whole stands beside it."""

    case = models.ForeignKey("adoption.AdoptionCase", on_delete=models.PROTECT, related_name="advices")
    kind = models.CharField(max_length=12, choices=AdviceKind)
    words = models.TextField(blank=True)
    words_public = models.BooleanField(default=False)
    given_on = models.DateField()
    recorded_at = models.DateTimeField()
    actor_ref = models.CharField(max_length=60)
    actor_name = models.CharField(max_length=120)
    paper = models.ForeignKey("adoption.PaperRecord", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["case_id", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.given_on}"


class AdviceCondition(models.Model):
    """One condition of the council and what the board does with it. Who declines says why."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="conditions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    reaction = models.CharField(max_length=10, choices=Reaction, blank=True, default=Reaction.NONE)
    explanation = models.TextField(blank=True)
    reacted_at = models.DateTimeField(null=True, blank=True)
    reacted_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["advice_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["advice", "number"], name="conditions_are_numbered"),
            models.CheckConstraint(
                condition=Q(reaction=Reaction.NONE, reacted_at=None)
                | (~Q(reaction=Reaction.NONE) & Q(reacted_at__isnull=False) & ~Q(reacted_by_name="")),
                name="reaction_has_a_time_and_a_name",
            ),
            models.CheckConstraint(
                condition=~Q(reaction=Reaction.DECLINED) | ~Q(explanation=""), name="declining_is_explained"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:40]}"


class AdvisedText(models.Model):
    """A text for which an advice holds: given on it, confirmed for it, or the term for confirming passed."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="texts")
    content_sha256 = models.CharField(max_length=64)
    manner = models.CharField(max_length=12, choices=Manner)
    at = models.DateTimeField()

    class Meta:
        ordering = ["advice_id", "id"]
        constraints = [models.UniqueConstraint(fields=["advice", "content_sha256"], name="text_advised_once")]

    def __str__(self) -> str:
        return f"{self.advice_id} {self.content_sha256[:8]}"
