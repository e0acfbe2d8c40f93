"""The school puts its text before the council: the text is frozen, hashed and locked."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase
from levend.adoption.services.locking import lock_text
from levend.adoption.services.moving import begin, finish
from levend.core.plaintext import clean
from levend.jobs.events import emit


@transaction.atomic
def ask_advice(*, actor: Actor, case_id: int, words: str = "") -> AdoptionCase:
    """Ask the council's advice on the text as it is now. Nothing can be typed into it from this moment."""
    return _put_before_council(actor, case_id, Step.ASK_ADVICE, words)


@transaction.atomic
def ask_confirmation(*, actor: Actor, case_id: int, words: str = "") -> AdoptionCase:
    """Ask the council to confirm its advice for a changed text, or to advise anew.

    The council sees the difference; a short term of the regime starts to run.
    """
    return _put_before_council(actor, case_id, Step.ASK_CONFIRMATION, words)


@transaction.atomic
def offer_unchanged(*, actor: Actor, case_id: int) -> AdoptionCase:
    """Put the text back before the board when it is the same as the one advised on: no new advice is needed."""
    move = begin(actor, case_id, Step.OFFER_UNCHANGED)
    if move.repeated:
        return move.case
    lock_text(move.case, actor)
    return finish(move)


def _put_before_council(actor: Actor, case_id: int, step: Step, words: str) -> AdoptionCase:
    move = begin(actor, case_id, step)
    if move.repeated:
        return move.case
    lock_text(move.case, actor)
    move.case.asked_sha256 = move.case.content_sha256
    case = finish(move, words=clean(words, max_length=2_000))
    emit("advice_asked", case_id=case.pk, profile_id=case.profile_id, sha256=case.content_sha256)
    return case
