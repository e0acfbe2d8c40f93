from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.enums import CouncilKind


class ParticipationCouncil(models.Model):
    """Medezeggenschapsraad: advises as a whole; a GMR serves several locations of one board."""

    kind = models.CharField(max_length=3, choices=CouncilKind)
    name = models.CharField(_("naam"), max_length=200)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class CouncilSeat(models.Model):
    """The council that advises on a location's profile, over time: one at any moment."""

    council = models.ForeignKey(ParticipationCouncil, on_delete=models.PROTECT, related_name="seats")
    location = models.ForeignKey(
        "organisations.Location", on_delete=models.PROTECT, related_name="council_seats"
    )
    valid_from = models.DateField()
    valid_until = models.DateField(_("tot en met"), null=True, blank=True)

    class Meta:
        ordering = ["location_id", "valid_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["location"], condition=Q(valid_until=None), name="one_council_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="council_seat_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council_id} for {self.location_id}"
