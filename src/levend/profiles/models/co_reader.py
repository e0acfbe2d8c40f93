from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from levend.accounts.models import User
from levend.profiles.enums import ReaderKind
from levend.profiles.models.profile import SupportProfile

MOST_DAYS = 60


class CoReader(models.Model):
    """A named reader with a link to one profile and no account. Only the hash of the link is kept, and no address.

    `days_used` counts the days on which it was opened: at what hour somebody reads, and where, is nobody's business.
    """

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="co_readers")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=ReaderKind)
    may_remark = models.BooleanField(default=True)
    token_sha256 = models.CharField(max_length=64, unique=True)
    valid_days = models.PositiveSmallIntegerField()
    expires_on = models.DateField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_by_name = models.CharField(max_length=120)
    days_used = models.PositiveIntegerField(default=0)
    last_used_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["profile_id", "-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_days__gte=1, valid_days__lte=MOST_DAYS), name="co_reader_days"
            ),
            models.CheckConstraint(condition=Q(Exact(Length("token_sha256"), 64)), name="co_reader_hash"),
            models.CheckConstraint(condition=Q(kind__in=ReaderKind.values), name="co_reader_kind"),
            models.CheckConstraint(
                condition=Q(days_used=0, last_used_on=None) | Q(days_used__gte=1, last_used_on__isnull=False),
                name="co_reader_use_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_by_name="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by_name="")),
                name="co_reader_end_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.kind}"
