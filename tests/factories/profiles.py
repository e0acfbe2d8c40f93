"""Profiles in a small format, with answers."""

from collections.abc import Mapping

from levend.accounts.actor import Actor
from levend.formats.models import FormatVersion
from levend.organisations.models import ConsortiumMembership, Location
from levend.profiles.models import SupportProfile
from levend.profiles.services import save_answer, start_profile
from levend.profiles.values import Conflict
from tests.factories.formats import make_version

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
