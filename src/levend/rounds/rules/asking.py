"""Who asks a school about what it handed in, who answers, and who asks for help."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.core.decision import Decision
from levend.organisations.values import LocationReach

HANDED_IN = (State.SUBMITTED, State.RECEIVED)


def can_see_receipt(actor: Actor, reach: LocationReach) -> Decision:
    """Completeness and what a profile raises are for who receives it; the school sees the same before advice."""
    if actor.has(Permission.RECEIVE, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinator die het profiel ontvangt, ziet deze bladzijde."))


def can_put_questions(actor: Actor, case: AdoptionCase, reach: LocationReach) -> Decision:
    """Also after receipt: a question never stands in the way of receiving."""
    if not actor.has(Permission.RECEIVE, on=reach):
        return Decision.forbidden(_("Alleen de coördinator stelt vragen over wat is ingediend."))
    if case.state not in HANDED_IN:
        return Decision.not_now(
            _("De school heeft het profiel nog niet ingediend, of werkt aan een correctie.")
        )
    return Decision.yes()


def can_see_questions(actor: Actor, reach: LocationReach) -> Decision:
    """The school and its board; the consortium reads them on its own page."""
    if actor.has(Permission.READ_DRAFT, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de school en haar bestuur lezen deze vragen."))


def can_answer(actor: Actor, reach: LocationReach) -> Decision:
    """In every state: a late answer is an answer too."""
    if actor.has(Permission.WRITE, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de directeur en wie aan het profiel schrijft, antwoorden."))


def can_ask_for_help(actor: Actor, reach: LocationReach) -> Decision:
    if actor.has(Permission.READ_DRAFT, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de school en haar bestuur stellen hier een vraag."))
