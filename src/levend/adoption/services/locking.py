"""The text of a case: frozen and locked, or given back to the school."""

from levend.accounts.actor import Actor
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.unchanged import unchanged_from
from levend.profiles.locks import lock_exclusive
from levend.profiles.services import freeze_content, lock, unlock


def lock_text(case: AdoptionCase, actor: Actor) -> None:
    """Freeze the answers as they are under an exclusive lock: a save either came before it or is refused.

    Whether the text is last time's, confirmed as a whole, is found here and nowhere said by hand.
    """
    lock_exclusive(case.profile_id)
    content = freeze_content(profile_id=case.profile_id)
    lock(profile_id=case.profile_id, sha256=content.sha256, actor=actor)
    case.content_sha256 = content.sha256
    same = unchanged_from(case.profile_id)
    case.unchanged_from = same.snapshot if same is not None else None


def unlock_text(case: AdoptionCase) -> None:
    """Let the school write again."""
    lock_exclusive(case.profile_id)
    unlock(profile_id=case.profile_id)
    case.content_sha256 = ""
    case.unchanged_from = None
