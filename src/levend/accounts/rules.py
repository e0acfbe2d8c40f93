"""Who may invite whom, whose membership may be ended by whom, and who may change organisations.

The operator makes what an installation begins with. A coordinator looks after the own consortium and its locations.
What would give a coordinator a view of another region stays with the operator: taking over an existing location, or
adding a school to a board that works elsewhere, whose people the coordinator could then invite.
"""

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Membership
from levend.accounts.roles import POLICIES
from levend.core.decision import Decision
from levend.organisations.values import LocationReach

_ASK_OPERATOR = _("Alleen de beheerder van de installatie kan dit doen. Vraag het de beheerder.")


def can_invite(actor: Actor, role: Role, *, as_roles: frozenset[Role]) -> Decision:
    """A role may invite the roles of its policy, at places within its own reach.

    `as_roles` are the actor's roles that look after the people there: what somebody is elsewhere does not count.
    """
    if actor.is_system:
        return Decision.yes()
    if not any(role in POLICIES[own].invites for own in as_roles):
        return Decision.forbidden(_("U kunt hier niemand in deze rol uitnodigen."))
    return Decision.yes()


def can_invite_by_list(actor: Actor) -> Decision:
    """Who looks after several schools and may invite their directors."""
    if actor.is_system or any(
        Role.DIRECTOR in POLICIES[own.role].invites and own.place is not PlaceKind.LOCATION
        for own in actor.memberships
    ):
        return Decision.yes()
    return Decision.forbidden(_("Alleen wie voor meer scholen zorgt, nodigt mensen uit met een lijst."))


def can_end(actor: Actor, membership: Membership, *, as_roles: frozenset[Role]) -> Decision:
    """Who may invite for a role may also end it; anyone may leave."""
    if actor.user_id == membership.user_id:
        return Decision.yes()
    decision = can_invite(actor, Role(membership.role), as_roles=as_roles)
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


def can_manage(actor: Actor) -> Decision:
    """Groups, new consortia, the name of a board, a school's board, and which consortium an existing location joins."""
    return Decision.yes() if _is_operator(actor) else Decision.forbidden(_ASK_OPERATOR)


def can_follow_mail(actor: Actor) -> Decision:
    """The operator and every coordinator see whether letters arrive."""
    if (
        actor.is_system
        or actor.holds(Role.OPERATOR)
        or actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE)
    ):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinator en de beheerder volgen de post."))


def can_see_organisations(actor: Actor) -> Decision:
    """The operator and every coordinator."""
    if _is_operator(actor) or _coordinated(actor):
        return Decision.yes()
    return Decision.forbidden(_ASK_OPERATOR)


def can_change_consortium(actor: Actor, consortium_id: int) -> Decision:
    """Its addresses, its colours and logo, and what its group sees."""
    if _is_operator(actor) or consortium_id in _coordinated(actor):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinator van het samenwerkingsverband kan dit wijzigen."))


def can_add_board(actor: Actor) -> Decision:
    """A new board has no schools and no people yet, so a coordinator may add one."""
    return can_see_organisations(actor)


def can_add_location(actor: Actor, consortium_id: int | None, *, board_is_near: bool) -> Decision:
    """`board_is_near`: the board has no schools yet, or has one in this consortium."""
    if _is_operator(actor):
        return Decision.yes()
    if consortium_id is None or consortium_id not in _coordinated(actor):
        return Decision.forbidden(_("Alleen de coördinator van het samenwerkingsverband kan dit wijzigen."))
    if not board_is_near:
        return Decision.forbidden(
            _(
                "Dit bestuur heeft nog geen scholen in uw samenwerkingsverband. "
                "Vraag de beheerder van de installatie om deze vestiging toe te voegen."
            )
        )
    return Decision.yes()


def can_change_location(actor: Actor, consortium_ids: frozenset[int]) -> Decision:
    """Its address and figures, and which council advises; `consortium_ids` are its consortia today."""
    if _is_operator(actor) or consortium_ids & _coordinated(actor):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinator van het samenwerkingsverband kan dit wijzigen."))


def can_keep_contacts(actor: Actor, reach: LocationReach) -> Decision:
    """Whom parents can call is for the school to say: who writes its profile keeps that list too."""
    if actor.is_system or actor.has(Permission.WRITE, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de school zelf houdt bij wie ouders kunnen bellen."))


def can_take_out(actor: Actor, consortium_id: int) -> Decision:
    """A location leaves a consortium."""
    return can_change_consortium(actor, consortium_id)


def can_import(actor: Actor, consortium_id: int | None) -> Decision:
    """Open data: the operator all of it, a coordinator what is of the own consortium."""
    if _is_operator(actor):
        return Decision.yes()
    if consortium_id is None or consortium_id not in _coordinated(actor):
        return Decision.forbidden(_("U kunt gegevens inlezen voor uw eigen samenwerkingsverband."))
    return Decision.yes()


def can_join_council(*, board_id: int, council_boards: frozenset[int], decides_too: bool) -> Decision:
    """A common council serves schools of one board (Wms 4), and none of its members decides for that board."""
    if council_boards - {board_id}:
        return Decision.forbidden(_("Deze raad hoort bij de scholen van een ander bestuur."))
    if decides_too:
        return Decision.forbidden(
            _("Een lid van deze raad zit in het bestuur van deze school. Niemand kan allebei zijn.")
        )
    return Decision.yes()


def _is_operator(actor: Actor) -> bool:
    return actor.is_system or actor.holds(Role.OPERATOR)


def _coordinated(actor: Actor) -> frozenset[int]:
    return actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE)
