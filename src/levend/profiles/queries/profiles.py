"""Finding a profile."""

from levend.accounts.actor import Actor
from levend.catalogue.queries import codes_in, switched_off_column
from levend.core.errors import NotFound
from levend.profiles import rules
from levend.profiles.models import SupportProfile


def profile_for(actor: Actor, location_code: str) -> SupportProfile:
    """The newest profile of a location whose draft this actor may read, with its surroundings (one query).

    Raises `NotFound` for who may not, and where there is none.
    """
    return profile_in_region(actor, location_code)[0]


def profile_in_region(actor: Actor, location_code: str) -> tuple[SupportProfile, frozenset[str]]:
    """The same, with the kinds of support that its consortium does not use (one query in all).

    A location may belong to several consortia: the profile is for one of them, and that one decides.
    """
    profile = (
        SupportProfile.objects.filter(location__code=location_code)
        .select_related("location__school__board", "consortium", "format_version")
        .defer("format_version__body")
        .annotate(switched_off=switched_off_column("consortium_id"))
        .order_by("-created_at", "-id")
        .first()
    )
    if profile is None or not rules.can_read(actor, profile):
        raise NotFound(location_code)
    return profile, codes_in(profile.switched_off)
