"""Who speaks along about a profile, right now."""

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.profiles.models import ConceptShare, ProfileSnapshot, SupportProfile
from levend.profiles.rules.together import Voice, could_be_shared_with, voice_of


def voice_for(actor: Actor, profile: SupportProfile) -> Voice | None:
    """The voice of this actor; a query only for who hears no more than what is shared."""
    is_shared = could_be_shared_with(actor, profile) and is_shared_now(profile.pk)
    return voice_of(actor, profile, is_shared=is_shared)


def require_voice(actor: Actor, profile: SupportProfile) -> Voice:
    """The voice of this actor. Raises `NotFound` for who has none here."""
    voice = voice_for(actor, profile)
    if voice is None:
        raise NotFound(str(profile.pk))
    return voice


def is_adopted(profile_id: int) -> bool:
    """Whether the board adopted a text of this profile: then it is no concept any more."""
    return ProfileSnapshot.objects.filter(profile_id=profile_id).exists()


def is_shared_now(profile_id: int) -> bool:
    """Whether the consortium may read the concept."""
    shares = ConceptShare.objects.filter(profile_id=profile_id, ended_at=None)
    return shares.exists() and not is_adopted(profile_id)
