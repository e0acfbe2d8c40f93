"""The party in whose name something was registered says that it is not right."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.adoption.enums import PaperKind, Step
from levend.adoption.models import AdoptionCase, PaperRecord
from levend.adoption.services.moving import Move, begin, finish, reason_from
from levend.core import clock


@transaction.atomic
def object_to_advice(*, actor: Actor, case_id: int, reason: str) -> AdoptionCase:
    """The council objects to an advice that was registered from paper: the text lies before it again.

    An adoption that rested on that advice is annulled.
    """
    move = begin(actor, case_id, Step.OBJECT_TO_ADVICE)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    case = move.case
    paper = _mark(case, PaperKind.ADVICE, actor, reason)
    _annul_adoption(move)
    case.advice = None
    return finish(move, words=reason, paper=paper)


@transaction.atomic
def object_to_adoption(*, actor: Actor, case_id: int, reason: str) -> AdoptionCase:
    """The board objects to a decision that was registered from paper: it is annulled, the board is on turn again."""
    move = begin(actor, case_id, Step.OBJECT_TO_ADOPTION)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    paper = _mark(move.case, PaperKind.ADOPTION, actor, reason)
    _annul_adoption(move)
    return finish(move, words=reason, paper=paper)


def _mark(case: AdoptionCase, kind: PaperKind, actor: Actor, reason: str) -> PaperRecord:
    paper = PaperRecord.objects.filter(case=case, kind=kind, objected_at=None).latest("id")
    paper.objected_at = clock.now()
    paper.objected_by_name = actor.name
    paper.objection = reason
    paper.save(update_fields=["objected_at", "objected_by_name", "objection"])
    return paper


def _annul_adoption(move: Move) -> None:
    adoption = move.case.adoption
    if adoption is not None:
        adoption.annulled_at = clock.now()
        adoption.save(update_fields=["annulled_at"])
        move.case.adoption = None
