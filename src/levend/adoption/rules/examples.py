"""Who marks a good example, who lets others read it, who takes it back."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.core.decision import Decision
from levend.organisations.values import LocationReach


def can_mark(actor: Actor, reach: LocationReach) -> Decision:
    """Who writes at this school proposes; taking back is for them too: less to read harms nobody."""
    if actor.has(Permission.WRITE, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen wie aan het profiel schrijft kiest voorbeelden."))


def can_consent(actor: Actor, reach: LocationReach) -> Decision:
    """The director lets other schools read it."""
    if actor.has(Permission.SUBMIT, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de directeur geeft toestemming om een voorbeeld te delen."))
