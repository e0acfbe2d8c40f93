"""Who may invite whom, and whose membership may be ended by whom."""

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.accounts.roles import POLICIES
from levend.core.decision import Decision


def can_invite(actor: Actor, role: Role, *, within_reach: bool) -> Decision:
    """A role may invite the roles of its policy, at places within its own reach."""
    if actor.is_system:
        return Decision.yes()
    invitable = {invited for membership in actor.memberships for invited in POLICIES[membership.role].invites}
    if role not in invitable or not within_reach:
        return Decision.forbidden(_("U kunt hier niemand in deze rol uitnodigen."))
    return Decision.yes()


def can_end(actor: Actor, membership: Membership, *, within_reach: bool) -> Decision:
    """Who may invite for a role may also end it; anyone may leave."""
    if actor.user_id == membership.user_id:
        return Decision.yes()
    decision = can_invite(actor, Role(membership.role), within_reach=within_reach)
    return decision or Decision.forbidden(_("U kunt de toegang van deze persoon niet beëindigen."))


def can_hold(*, boards: frozenset[int], opposite_boards: frozenset[int]) -> Decision:
    """One person may be director and board, never council and board: the council advises the board (Wms 3 and 11).

    `boards` are those of the new role, `opposite_boards` those on the other side of the table already.
    """
    if boards & opposite_boards:
        return Decision.forbidden(
            _(
                "Iemand kan niet tegelijk in de medezeggenschapsraad en in het bestuur van dezelfde scholen "
                "zitten."
            )
        )
    return Decision.yes()
