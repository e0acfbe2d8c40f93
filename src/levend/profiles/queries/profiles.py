"""Finding a profile."""

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.profiles import rules
from levend.profiles.models import SupportProfile


def profile_for(actor: Actor, location_code: str) -> SupportProfile:
    """The newest profile of a location whose draft this actor may read, with its surroundings (one query).

    Raises `NotFound` for who may not, and where there is none.
    """
    profile = (
        SupportProfile.objects.filter(location__code=location_code)
        .select_related("location__school__board", "consortium", "format_version")
        .defer("format_version__body")
        .order_by("-created_at", "-id")
        .first()
    )
    if profile is None or not rules.can_read(actor, profile):
        raise NotFound(location_code)
    return profile
