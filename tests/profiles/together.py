"""People around De Linde's concept, for tests of working together."""

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.profiles.enums import ReaderKind
from levend.profiles.models import Remark, SupportProfile
from levend.profiles.services import invite_reader, place_remark
from tests.factories.region import LocationPlaces

WORDS = "Kunt u schrijven hoe lang de hulp duurt?"


def remark(places: LocationPlaces, profile: SupportProfile, **more: object) -> Remark:
    """A remark of the editor about the mission; `more` replaces some of it."""
    arguments: dict[str, object] = {
        "actor": places.actor(Role.EDITOR),
        "profile_id": profile.pk,
        "chapter": "school",
        "question": "missie",
        "text": WORDS,
        **more,
    }
    return place_remark(**arguments)  # type: ignore[arg-type]  # what a test replaces fits


def texts_for(actor: Actor, profile: SupportProfile, chapter: str = "school") -> list[str]:
    """The words of every remark in a chapter that this actor hears."""
    from levend.profiles.queries.remarks import threads_in
    from levend.profiles.queries.voices import voice_for

    voice = voice_for(actor, SupportProfile.objects.select_related("location__school").get(pk=profile.pk))
    if voice is None:
        return []
    return [each.text for thread in threads_in(profile.pk, chapter, voice) for each in thread.remarks]


def link(places: LocationPlaces, profile: SupportProfile, **more: object) -> str:
    """The token of a link for Sanne Bakker, a parent, given by the editor."""
    arguments: dict[str, object] = {
        "actor": places.actor(Role.EDITOR),
        "profile_id": profile.pk,
        "name": "Sanne Bakker",
        "kind": ReaderKind.PARENT,
        **more,
    }
    made = invite_reader(**arguments)  # type: ignore[arg-type]  # what a test replaces fits
    return made.url.rstrip("/").rsplit("/", 1)[-1]
