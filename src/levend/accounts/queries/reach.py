"""What the rules about invitations look at."""

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Invitation, Membership, User
from levend.accounts.models.place import FIELDS
from levend.accounts.queries.scope import locations_for
from levend.accounts.roles import BOARD_ROLES, COUNCIL_ROLES
from levend.organisations.models import (
    Board,
    Consortium,
    ConsortiumGroup,
    CouncilSeat,
    Location,
    ParticipationCouncil,
)
from levend.organisations.queries.places import Place


def place_of(row: Membership | Invitation) -> Place | None:
    """The place of a membership or invitation; none for the installation."""
    field = FIELDS.get(row.place_kind)
    return getattr(row, field) if field else None


def roles_reaching(actor: Actor, place: Place | None) -> frozenset[Role]:
    """The roles of this actor that look after the people at a place, each by its own reach (a query per role).

    Who is a board member of one school and chairs the council of another invites directors at the first only.
    """
    return frozenset(
        membership.role
        for membership in actor.memberships
        if is_within_reach(actor.only_as(membership), place)
    )


def is_within_reach(actor: Actor, place: Place | None) -> bool:
    """Whether this actor looks after the people at a place."""
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


def boards_of(role: Role, place: Place | None) -> frozenset[int]:
    """Boards that a council role advises, or a board role is part of; none for other roles."""
    if role in BOARD_ROLES and isinstance(place, Board):
        return frozenset({place.pk})
    if role in COUNCIL_ROLES and isinstance(place, ParticipationCouncil):
        seats = CouncilSeat.objects.filter(council=place, valid_until=None)
        return frozenset(seats.values_list("location__school__board_id", flat=True))
    return frozenset()


def opposite_boards(user: User, role: Role) -> frozenset[int]:
    """Boards that this person is on the other side of: advises while the role decides, or decides while it advises."""
    opposite = BOARD_ROLES if role in COUNCIL_ROLES else COUNCIL_ROLES if role in BOARD_ROLES else frozenset()
    boards: frozenset[int] = frozenset()
    for membership in Membership.objects.filter(user=user, ended_at=None, role__in=opposite):
        boards |= boards_of(Role(membership.role), place_of(membership))
    return boards
