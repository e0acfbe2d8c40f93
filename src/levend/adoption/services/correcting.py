"""Correction of a clerical error: the director corrects, the board confirms, the council is told. No new advice."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase
from levend.adoption.services.adopting import freeze_adoption
from levend.adoption.services.locking import lock_text, unlock_text
from levend.adoption.services.moving import begin, finish, reason_from
from levend.adoption.services.standing import standing_adoption
from levend.adoption.services.telling import tell
from levend.core.plaintext import clean
from levend.jobs.events import emit


@transaction.atomic
def correct(*, actor: Actor, case_id: int, reason: str) -> AdoptionCase:
    """Open an adopted text to mend a clerical error, with a word on what was wrong."""
    move = begin(actor, case_id, Step.CORRECT)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    unlock_text(move.case)
    return finish(move, words=reason)


@transaction.atomic
def offer_correction(*, actor: Actor, case_id: int, words: str = "") -> AdoptionCase:
    """Put the corrected text before the board."""
    move = begin(actor, case_id, Step.OFFER_CORRECTION)
    if move.repeated:
        return move.case
    lock_text(move.case, actor)
    return finish(move, words=clean(words, max_length=2_000))


@transaction.atomic
def confirm_correction(*, actor: Actor, case_id: int) -> AdoptionCase:
    """Confirm that only a clerical error was mended; the corrected text takes the place of the adopted one."""
    move = begin(actor, case_id, Step.CONFIRM_CORRECTION)
    if move.repeated:
        return move.case
    case = move.case
    corrected = standing_adoption(case)
    adoption = freeze_adoption(
        move,
        adopted_on=corrected.adopted_on,
        explanation=corrected.deviation_explanation,
        talk_on=corrected.talk_on,
        corrects=corrected,
    )
    case.adoption = adoption
    case = finish(move)
    emit("profile_adopted", case_id=case.pk, profile_id=case.profile_id, snapshot_id=adoption.snapshot_id)
    tell(case, move.facts.reach, Permission.GIVE_ADVICE, actor, template="corrected")
    return case


@transaction.atomic
def return_correction(*, actor: Actor, case_id: int, reason: str) -> AdoptionCase:
    """Give the correction back, with a reason: it changes more than a clerical error, or something is missing."""
    move = begin(actor, case_id, Step.RETURN_CORRECTION)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    unlock_text(move.case)
    return finish(move, words=reason)
