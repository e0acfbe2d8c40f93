from django.db import models
from django.db.models import Q

from levend.organisations.models import Consortium


class RegionalSetting(models.Model):
    """What one region decided about one code; a code without a row is neither agreed nor switched off.

    Only a kind of support can be agreed as basic support or stand in a national norm.
    """

    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="catalogue_settings")
    code = models.CharField(max_length=24)
    in_basic_support = models.BooleanField(default=False)
    in_national_norm = models.BooleanField(default=False)
    switched_off = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=80)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["consortium_id", "code"]
        constraints = [
            models.UniqueConstraint(fields=["consortium", "code"], name="one_setting_per_code"),
            models.CheckConstraint(
                condition=Q(switched_off=False) | Q(in_basic_support=False),
                name="what_is_agreed_is_not_switched_off",
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(changed_by=""), name="setting_says_what_and_who"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consortium_id} {self.code}"
