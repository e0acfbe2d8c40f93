from datetime import date

from django.db import models
from django.db.models import F, Q

from levend.profiles.models import ProfileSnapshot


class Adoption(models.Model):
    """Vaststelling: the board's decision on one text. In force from `valid_from` until a successor or an end.

    A withdrawal ends it from `ended_on` on; `withdrawal_reason` is public, who did it is not.
    """

    case = models.ForeignKey("adoption.AdoptionCase", on_delete=models.PROTECT, related_name="adoptions")
    snapshot = models.ForeignKey(ProfileSnapshot, on_delete=models.PROTECT, related_name="adoptions")
    advice = models.ForeignKey("adoption.Advice", on_delete=models.PROTECT, related_name="+")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    adopted_on = models.DateField()
    valid_from = models.DateField()
    valid_until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by_ref = models.CharField(max_length=60, blank=True)
    withdrawn_by_name = models.CharField(max_length=120, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    annulled_at = models.DateTimeField(null=True, blank=True)
    deviates = models.BooleanField(default=False)
    deviation_explanation = models.TextField(blank=True)
    talk_on = models.DateField(null=True, blank=True)
    publish_not_before = models.DateField()
    recorded_at = models.DateTimeField()
    actor_ref = models.CharField(max_length=60)
    actor_name = models.CharField(max_length=120)
    paper = models.ForeignKey("adoption.PaperRecord", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["case_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deviates=False) | ~Q(deviation_explanation=""), name="deviating_is_explained"
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="adoption_order"),
            models.CheckConstraint(
                condition=Q(publish_not_before__gte=F("adopted_on")), name="no_publication_before_adoption"
            ),
            models.CheckConstraint(
                condition=Q(
                    ended_on=None,
                    withdrawn_at=None,
                    withdrawn_by_ref="",
                    withdrawn_by_name="",
                    withdrawal_reason="",
                )
                | (
                    Q(ended_on__isnull=False, withdrawn_at__isnull=False, annulled_at=None)
                    & ~Q(withdrawn_by_ref="")
                    & ~Q(withdrawn_by_name="")
                    & ~Q(withdrawal_reason="")
                ),
                name="withdrawal_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"adoption of {self.adopted_on}"

    def holds_on(self, day: date) -> bool:
        """Begun and not ended, by its regime (`valid_until` is the last day) or by withdrawal (from `ended_on`).

        Whether a successor took its place stands in `queries.in_force`.
        """
        stands = self.annulled_at is None and not self.is_withdrawn(day)
        return stands and self.valid_from <= day <= self.valid_until

    def is_withdrawn(self, day: date) -> bool:
        """Withdrawn by the board from this day on, or from an earlier one."""
        return self.ended_on is not None and self.ended_on <= day
