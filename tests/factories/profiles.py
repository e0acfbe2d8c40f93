"""Profiles in a small format, with answers."""

from collections.abc import Mapping

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.formats.models import FormatVersion
from levend.organisations.models import ConsortiumMembership, Location
from levend.profiles.models import SupportProfile
from levend.profiles.services import freeze_content, freeze_snapshot, save_answer, start_profile
from levend.profiles.values import Conflict
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces

ANSWERS: dict[str, object] = {
    "missie": "Ieder kind hoort erbij.",
    "motto": "Samen groeien",
    "groepen": 8,
    "besproken-op": "2026-11-02",
    "arrangement": True,
    "arrangement-uitleg": "Voor kinderen met een taalontwikkelingsstoornis.",
    "methoden": ["dyslexie", "anders"],
    "methoden-anders": "Rekenprotocol",
    "oordeel": "goed",
    "samenwerking": "gemeente",
    "scholing": [{"wie": "Twee leraren", "wat": "Autisme", "klaar": 2027}],
}
"""A complete set of answers to the small format."""


def make_profile(location: Location, version: FormatVersion | None = None) -> SupportProfile:
    """An empty profile, started by the system, for the location's first consortium."""
    link = ConsortiumMembership.objects.filter(location=location).order_by("id")[0]
    return start_profile(
        actor=Actor.system(),
        location_id=location.pk,
        version_id=(version or make_version()).pk,
        consortium_id=link.consortium_id,
        school_year="2026-2027",
    )


def answer(profile: SupportProfile, actor: Actor, answers: Mapping[str, object]) -> None:
    """Save answers where there were none, as the pages do it."""
    for key, value in answers.items():
        saved = save_answer(actor=actor, profile_id=profile.pk, key=key, value=value, based_on=0)
        assert not isinstance(saved, Conflict)


def next_year(places: LocationPlaces, former: SupportProfile, version_id: int = 0) -> SupportProfile:
    """The profile of the year after, from the former one as it was adopted."""
    content = freeze_content(profile_id=former.pk)
    snapshot = freeze_snapshot(profile_id=former.pk, sha256=content.sha256)
    return start_profile(
        actor=places.actor(Role.DIRECTOR),
        location_id=places.location.pk,
        version_id=version_id or former.format_version_id,
        consortium_id=places.consortium.pk,
        school_year="2027-2028",
        carried_from=snapshot.pk,
    )
