"""Who says of a place that it is no personal data."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.models import AdoptionCase
from levend.adoption.transitions import UNLOCKED
from levend.core.decision import Decision
from levend.organisations.values import LocationReach


def can_confirm_place(actor: Actor, case: AdoptionCase, reach: LocationReach) -> Decision:
    """Who writes the text, for as long as it can be written."""
    if not actor.has(Permission.WRITE, on=reach):
        return Decision.forbidden(_("Alleen wie aan het profiel schrijft kan dit doen."))
    if case.state not in UNLOCKED:
        return Decision.not_now(_("De tekst staat vast. Nakijken kan pas als de tekst weer open is."))
    return Decision.yes()
