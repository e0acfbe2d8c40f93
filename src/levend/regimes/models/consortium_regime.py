"""Which regime a consortium works under, over time."""

from django.db import models
from django.db.models import F, Q

from levend.organisations.models import Consortium


class ConsortiumRegime(models.Model):
    """A choice that differs from the law's own, or repeats it, with the reason. Both days are included."""

    id = models.BigAutoField(primary_key=True)
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="regimes")
    regime = models.CharField(max_length=40)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    reason = models.TextField()
    chosen_by = models.CharField(max_length=80)
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ("consortium_id", "valid_from")
        constraints = [
            models.UniqueConstraint(fields=["consortium", "valid_from"], name="one_regime_starts_a_day"),
            models.UniqueConstraint(
                fields=["consortium"], condition=Q(valid_until=None), name="one_open_regime_per_consortium"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="consortium_regime_order",
            ),
            models.CheckConstraint(
                condition=~Q(regime="") & ~Q(reason="") & ~Q(chosen_by=""), name="consortium_regime_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consortium_id} {self.regime} {self.valid_from}"
