"""Open the text again to change something."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase
from levend.adoption.services.locking import unlock_text
from levend.adoption.services.moving import begin, finish, reason_from
from levend.adoption.services.telling import tell


@transaction.atomic
def reopen(*, actor: Actor, case_id: int, reason: str) -> AdoptionCase:
    """Unlock the text, with a reason that council and board read.

    An advice is not voided: it does not hold for another text, and the council confirms or advises anew.
    An adopted version that is in force stays in force.
    """
    move = begin(actor, case_id, Step.REOPEN)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    unlock_text(move.case)
    move.case.adoption = None
    case = finish(move, words=reason)
    tell(
        case,
        move.facts.reach,
        Permission.GIVE_ADVICE,
        actor,
        template="reopened",
        reason=reason,
    )
    return case
