"""Finding a profile."""

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import locations_for
from levend.core.errors import NotFound
from levend.profiles.models import SupportProfile


def profile_for(actor: Actor, location_code: str) -> SupportProfile:
    """The newest profile of a location whose draft this actor may read, with its surroundings (one query).

    Raises `NotFound` for who may not, and where there is none.
    """
    profile = (
        SupportProfile.objects.filter(
            location__code=location_code, location__in=locations_for(actor, Permission.READ_DRAFT)
        )
        .select_related("location__school__board", "consortium")
        .order_by("-created_at", "-id")
        .first()
    )
    if profile is None:
        raise NotFound(location_code)
    return profile
