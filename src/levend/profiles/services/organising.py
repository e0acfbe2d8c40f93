"""What every service of working together begins with."""

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.profiles.locks import lock_exclusive
from levend.profiles.models import SupportProfile
from levend.profiles.queries.voices import is_adopted
from levend.profiles.rules import can_read
from levend.profiles.rules.together import can_organise


def organised(actor: Actor, profile_id: int) -> SupportProfile:
    """A concept, locked, of which this actor may say who does what.

    Raises `NotFound` for who may not read it, `NotAllowed`, and `NotNow` once the board adopted it.
    """
    profile = readable(actor, profile_id)
    can_organise(actor, profile, is_adopted=is_adopted(profile_id)).require()
    return profile


def readable(actor: Actor, profile_id: int) -> SupportProfile:
    """A profile, locked, whose draft this actor reads. Raises `NotFound`."""
    profile = lock_exclusive(profile_id)
    if not can_read(actor, profile):
        raise NotFound(str(profile_id))
    return profile
