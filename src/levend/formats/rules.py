"""Who may change which formats."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.core.decision import Decision


def can_import(actor: Actor) -> Decision:
    """A format of the installation serves every consortium, so its operator brings it in."""
    if actor.is_system or actor.holds(Role.OPERATOR):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de beheerder van de installatie kan een format toevoegen."))


def can_keep(actor: Actor, *, consortium_id: int | None, group_id: int | None) -> Decision:
    """A format is kept by the coordinators of the consortium or the group that it belongs to."""
    if actor.is_system and (consortium_id or group_id):
        return Decision.yes()
    if consortium_id in kept_consortia(actor) or group_id in kept_groups(actor):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinator van wie dit format is, kan het wijzigen."))


def can_keep_any(actor: Actor) -> Decision:
    """Whoever coordinates somewhere."""
    if kept_consortia(actor) or kept_groups(actor):
        return Decision.yes()
    return Decision.forbidden(_("Alleen coördinatoren maken formats."))


def kept_consortia(actor: Actor) -> frozenset[int]:
    return actor.places(PlaceKind.CONSORTIUM, Permission.KEEP_FORMATS)


def kept_groups(actor: Actor) -> frozenset[int]:
    return actor.places(PlaceKind.GROUP, Permission.KEEP_FORMATS)
