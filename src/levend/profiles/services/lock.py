"""Lock and unlock a profile's answers: steps of adoption, inside its transaction and its record."""

from levend.accounts.actor import Actor
from levend.core import clock
from levend.profiles.locks import lock_exclusive
from levend.profiles.models import SupportProfile


def lock(*, profile_id: int, sha256: str, actor: Actor | None = None) -> SupportProfile:
    """Let nobody change an answer while the text with this hash lies with somebody else.

    `actor` is named to who wants to write then. Locking again with the same hash changes nothing.
    """
    profile = lock_exclusive(profile_id)
    if profile.locked_sha256 != sha256:
        profile.locked_sha256 = sha256
        profile.locked_at = clock.now()
        profile.locked_by_name = actor.name if actor else ""
        profile.save(update_fields=["locked_sha256", "locked_at", "locked_by_name"])
    return profile


def unlock(*, profile_id: int) -> SupportProfile:
    """Let the school write again. Unlocking what is open changes nothing."""
    profile = lock_exclusive(profile_id)
    if profile.is_locked:
        profile.locked_sha256 = ""
        profile.locked_at = None
        profile.locked_by_name = ""
        profile.save(update_fields=["locked_sha256", "locked_at", "locked_by_name"])
    return profile
