"""Erasing takes two people: of the school or its board who asks, of the board who confirms (docs/decisions/0006)."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.core.decision import Decision
from levend.organisations.values import LocationReach


def can_ask(actor: Actor, reach: LocationReach) -> Decision:
    """The director, or somebody of the board."""
    if actor.has(Permission.ASK_ERASURE, on=reach):
        return Decision.yes()
    return Decision.forbidden(
        _(
            "Alleen de directeur of het bestuur vraagt om persoonsgegevens te wissen. Meld het bij een van hen."
        )
    )


def can_confirm(actor: Actor, reach: LocationReach, *, asked_by: str) -> Decision:
    """Somebody of the board, and never who asked: nobody takes anything out of the record alone."""
    if not actor.has(Permission.CONFIRM_ERASURE, on=reach):
        return Decision.forbidden(_("Het bestuur bevestigt dat dit gewist wordt."))
    if actor.ref == asked_by:
        return Decision.not_now(
            _("U vroeg dit zelf. Iemand anders van het bestuur bevestigt, bijvoorbeeld de secretaris.")
        )
    return Decision.yes()


def can_withdraw(actor: Actor, reach: LocationReach, *, asked_by: str) -> Decision:
    """Who asked takes it back; who could confirm can say that it will not be done."""
    if actor.ref == asked_by or actor.has(Permission.CONFIRM_ERASURE, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen wie dit vroeg, of het bestuur, trekt de vraag in."))
