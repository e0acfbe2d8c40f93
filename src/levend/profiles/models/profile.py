from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from levend.accounts.models import User
from levend.formats.models import FormatVersion
from levend.organisations.models import Consortium, Location


class SupportProfile(models.Model):
    """One location's profile in one version of a format.

    `locked_sha256` is the hash of the text that lies with the council or the board: while it stands, no answer
    changes. Only adoption's steps set and clear it. `reference_date` is the day of the key figures that fill it in; without one there are none. `carried_from` is the adopted version that it started from.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="profiles")
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="profiles")
    format_version = models.ForeignKey(FormatVersion, on_delete=models.PROTECT, related_name="profiles")
    school_year = models.CharField(_("schooljaar"), max_length=9)
    reference_date = models.DateField(_("teldatum"), null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    carried_from = models.ForeignKey(
        "profiles.ProfileSnapshot", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    locked_sha256 = models.CharField(max_length=64, blank=True, default="")
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by_name = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering = ["location_id", "-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(locked_sha256="", locked_at=None, locked_by_name="")
                | (Q(Exact(Length("locked_sha256"), 64)) & Q(locked_at__isnull=False)),
                name="profile_lock_is_whole",
            ),
            models.CheckConstraint(condition=~Q(school_year=""), name="profile_has_a_school_year"),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} {self.school_year}"

    @property
    def is_locked(self) -> bool:
        return self.locked_sha256 != ""
