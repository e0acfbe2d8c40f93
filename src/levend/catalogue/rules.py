"""Who decides about the catalogue of a region."""

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.core.decision import Decision


def can_set(actor: Actor, consortium_id: int) -> Decision:
    """The consortium's own coordinator, who receives its profiles, records what the region agreed."""
    if actor.is_system or consortium_id in actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE):
        return Decision.yes()
    return Decision.forbidden(
        _("Alleen de coördinator van het samenwerkingsverband legt vast wat de regio afspreekt.")
    )
