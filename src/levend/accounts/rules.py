"""Who may invite whom, and whose membership may be ended by whom."""

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Membership, User
from levend.accounts.queries.scope import locations_for
from levend.accounts.roles import BOARD_ROLES, COUNCIL_ROLES, POLICIES
from levend.core.decision import Decision
from levend.organisations.models import (
    Board,
    Consortium,
    ConsortiumGroup,
    CouncilSeat,
    Location,
    ParticipationCouncil,
)
from levend.organisations.queries.places import Place


def can_invite(actor: Actor, role: Role, place: Place | None) -> Decision:
    """A role may invite the roles of its policy, at places within its own reach."""
    if actor.is_system:
        return Decision.yes()
    invitable = {invited for membership in actor.memberships for invited in POLICIES[membership.role].invites}
    if role not in invitable or not _is_within_reach(actor, place):
        return Decision.forbidden(_("U kunt hier niemand in deze rol uitnodigen."))
    return Decision.yes()


def can_end(actor: Actor, membership: Membership, place: Place | None) -> Decision:
    """Who may invite for a role may also end it; anyone may leave."""
    if actor.user_id == membership.user_id:
        return Decision.yes()
    decision = can_invite(actor, Role(membership.role), place)
    return (
        decision if decision else Decision.forbidden(_("U kunt de toegang van deze persoon niet beëindigen."))
    )


def can_hold(user: User, role: Role, place: Place | None) -> Decision:
    """One person may be director and board, never council and board: the council advises the board (Wms)."""
    boards = _boards_of(role, place)
    against = BOARD_ROLES if role in COUNCIL_ROLES else COUNCIL_ROLES if role in BOARD_ROLES else frozenset()
    for membership in Membership.objects.filter(user=user, ended_at=None, role__in=against):
        if boards & _boards_of(Role(membership.role), membership.board or membership.council):
            return Decision.forbidden(
                _(
                    "Iemand kan niet tegelijk in de medezeggenschapsraad en in het bestuur van dezelfde scholen zitten."
                )
            )
    return Decision.yes()


def _is_within_reach(actor: Actor, place: Place | None) -> bool:
    locations = locations_for(actor, Permission.SEE_PEOPLE)
    match place:
        case Location():
            return locations.filter(pk=place.pk).exists()
        case Board():
            return locations.filter(school__board=place).exists()
        case ParticipationCouncil():
            return locations.filter(council_seats__council=place, council_seats__valid_until=None).exists()
        case Consortium():
            return place.pk in actor.places(PlaceKind.CONSORTIUM) or actor.holds(Role.OPERATOR)
        case ConsortiumGroup():
            return place.pk in actor.places(PlaceKind.GROUP) or actor.holds(Role.OPERATOR)
        case None:
            return actor.holds(Role.OPERATOR)


def _boards_of(role: Role, place: Place | None) -> set[int]:
    if role in BOARD_ROLES and isinstance(place, Board):
        return {place.pk}
    if role in COUNCIL_ROLES and isinstance(place, ParticipationCouncil):
        seats = CouncilSeat.objects.filter(council=place, valid_until=None)
        return set(seats.values_list("location__school__board_id", flat=True))
    return set()
