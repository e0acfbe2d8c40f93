"""The board answers the council's conditions."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.enums import Reaction, Step
from levend.adoption.models import AdoptionCase, AdviceCondition
from levend.adoption.services.moving import WORDS_MAX, begin, finish
from levend.adoption.services.standing import standing_advice
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean


@transaction.atomic
def react(
    *, actor: Actor, case_id: int, number: int, reaction: Reaction, explanation: str = ""
) -> AdoptionCase:
    """Say whether the board follows a condition; who declines explains it, and the council reads that."""
    move = begin(actor, case_id, Step.REACT)
    condition = AdviceCondition.objects.filter(advice=standing_advice(move.case), number=number).first()
    if condition is None:
        raise NotFound(str(number))
    explanation = clean(explanation, max_length=WORDS_MAX)
    if reaction == Reaction.NONE:
        message = _("Kies wat het bestuur met deze voorwaarde doet.")
        raise Invalid(message, {"reaction": message})
    if reaction == Reaction.DECLINED and not explanation:
        message = _("Schrijf uw uitleg. Zonder uitleg kunt u niet afwijken van een advies.")
        raise Invalid(message, {"explanation": message})
    if (condition.reaction, condition.explanation) == (reaction, explanation):
        return move.case  # the same answer again
    condition.reaction = reaction
    condition.explanation = explanation
    condition.reacted_at = clock.now()
    condition.reacted_by_name = actor.name
    condition.save()
    words = f"{number}. {Reaction(reaction).label}" + (f": {explanation}" if explanation else "")
    return finish(move, words=words)
