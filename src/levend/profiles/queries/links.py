"""Links of co-readers that work."""

from django.db.models import Exists, OuterRef, QuerySet

from levend.core import clock
from levend.profiles.models import CoReader, ProfileSnapshot


def working_links(profile_id: int | None = None) -> "QuerySet[CoReader]":
    """Links that were not taken back, whose last day has not passed, to a text that the board has not adopted yet."""
    adopted = ProfileSnapshot.objects.filter(profile=OuterRef("profile"))
    rows = CoReader.objects.filter(~Exists(adopted), ended_at=None, expires_on__gte=clock.today())
    return rows if profile_id is None else rows.filter(profile_id=profile_id)
