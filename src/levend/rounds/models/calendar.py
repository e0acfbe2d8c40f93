from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from levend.accounts.models import User
from levend.organisations.models import Location


class CalendarLink(models.Model):
    """A link by which somebody's calendar fetches dates: of all that this person follows, or of one school.

    Only the hash of the link is kept. It shows what `user` may see at that moment, so it stops with the account.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="calendar_links")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["user_id", "-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(Exact(Length("token_sha256"), 64)), name="calendar_link_hash"),
        ]
        indexes = [models.Index(fields=["user", "ended_at"])]

    def __str__(self) -> str:
        return f"{self.user_id} {self.location_id or ''}"
