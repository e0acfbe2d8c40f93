"""Who may change the formats of an installation."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.core.decision import Decision


def can_import(actor: Actor) -> Decision:
    """A format serves every consortium of an installation, so its operator brings it in."""
    if actor.is_system or actor.holds(Role.OPERATOR):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de beheerder van de installatie kan een format toevoegen."))
