from django.db import models
from django.db.models import Q

from levend.formats.engine.kinds import Level, OfferState, Provider
from levend.formats.engine.offers import Offered
from levend.profiles.models.content import ProfileSnapshot


class Offer(models.Model):
    """One kind of support that an adopted version offers at one level; written once, with the snapshot.

    Who gives it is a yes or no for each kind of provider, all no when the profile does not say; `capacity` is the
    number of pupils at once, empty where there is no fixed number.
    """

    snapshot = models.ForeignKey(ProfileSnapshot, on_delete=models.PROTECT, related_name="offers")
    support_type = models.CharField(max_length=40)
    level = models.CharField(max_length=10)
    state = models.CharField(max_length=16)
    by_own = models.BooleanField(default=False)
    by_board = models.BooleanField(default=False)
    by_consortium = models.BooleanField(default=False)
    by_partner = models.BooleanField(default=False)
    capacity = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["snapshot_id", "support_type", "level"]
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "support_type", "level"], name="offer_once"),
            models.CheckConstraint(condition=Q(level__in=[each.value for each in Level]), name="offer_level"),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in OfferState]), name="offer_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.support_type} {self.level}"

    @classmethod
    def of(cls, snapshot: ProfileSnapshot, offered: Offered) -> "Offer":
        """The row, not yet saved, for what the tags of a format give."""
        return cls(
            snapshot=snapshot,
            support_type=offered.code,
            level=offered.level.value,
            state=offered.state.value,
            by_own=Provider.OWN in offered.by,
            by_board=Provider.BOARD in offered.by,
            by_consortium=Provider.CONSORTIUM in offered.by,
            by_partner=Provider.PARTNER in offered.by,
            capacity=offered.capacity,
        )

    @property
    def providers(self) -> tuple[Provider, ...]:
        """Who gives it, in a fixed order."""
        said = {
            Provider.OWN: self.by_own,
            Provider.BOARD: self.by_board,
            Provider.CONSORTIUM: self.by_consortium,
            Provider.PARTNER: self.by_partner,
        }
        return tuple(provider for provider in Provider if said[provider])
