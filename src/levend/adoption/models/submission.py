from django.db import models
from django.db.models import Q


class Submission(models.Model):
    """Verklaring en indiening: the director declares that advice was given and that the board adopted.

    The consortium then records receipt, or asks for a correction with a reason and a date.
    """

    case = models.ForeignKey("adoption.AdoptionCase", on_delete=models.PROTECT, related_name="submissions")
    adoption = models.ForeignKey("adoption.Adoption", on_delete=models.PROTECT, related_name="submissions")
    declared_by_ref = models.CharField(max_length=60)
    declared_by_name = models.CharField(max_length=120)
    declared_function = models.CharField(max_length=120)
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True)
    received_by_name = models.CharField(max_length=120, blank=True)
    correction_asked_at = models.DateTimeField(null=True, blank=True)
    correction_reason = models.TextField(blank=True)
    correction_due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["case_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_at=None, received_by_name="")
                | (Q(received_at__isnull=False) & ~Q(received_by_name="")),
                name="receipt_has_a_name",
            ),
            models.CheckConstraint(
                condition=Q(correction_asked_at=None, correction_reason="", correction_due_on=None)
                | (
                    Q(correction_asked_at__isnull=False)
                    & ~Q(correction_reason="")
                    & Q(correction_due_on__isnull=False)
                ),
                name="correction_has_a_reason_and_a_date",
            ),
            models.CheckConstraint(
                condition=Q(received_at=None) | Q(correction_asked_at=None), name="received_or_corrected"
            ),
        ]

    def __str__(self) -> str:
        return f"submission of {self.submitted_at:%Y-%m-%d}"
