"""Take answers over from a form that was filled in on paper."""

from collections.abc import Mapping

from django.db import transaction

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.profiles.enums import RevisionKind
from levend.profiles.services.chapter import save_chapter
from levend.profiles.values import ChapterSaved, Submitted


@transaction.atomic
def take_over(*, actor: Actor, profile_id: int, answers: Mapping[str, Submitted], form: str) -> ChapterSaved:
    """Save each of these answers as any other; its history says that it came from a form.

    `form` is the digest that the form carries. Every answer names the revision that the person saw beside it, so one
    that somebody changed since then is a conflict. Raises like `save_chapter`. The same again changes nothing.
    """
    outcome = save_chapter(actor=actor, profile_id=profile_id, answers=answers, kind=RevisionKind.PAPER)
    if outcome.changed:
        record(
            actor=actor,
            event="form_taken_over",
            subject=f"profile:{profile_id}",
            data={"form": form, "answers": outcome.changed},
        )
    return outcome
