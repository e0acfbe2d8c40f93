"""People by what they may do."""

from django.db.models import Q, QuerySet

from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import User
from levend.accounts.models.place import FIELDS
from levend.accounts.roles import POLICIES
from levend.organisations.values import LocationReach


def people_with(permission: Permission, reach: LocationReach) -> QuerySet[User]:
    """Active people who hold a role with `permission` for this location now, by name."""
    places: dict[PlaceKind, list[int]] = {
        PlaceKind.LOCATION: [reach.location_id],
        PlaceKind.BOARD: [reach.board_id],
        PlaceKind.COUNCIL: [reach.council_id] if reach.council_id else [],
        PlaceKind.CONSORTIUM: sorted(reach.consortium_ids),
        PlaceKind.GROUP: sorted(reach.open_group_ids),
    }
    wanted = Q(pk__in=[])
    for role, policy in POLICIES.items():
        if permission in policy.permissions and policy.place in places:
            wanted |= Q(
                memberships__role=role,
                memberships__ended_at=None,
                **{f"memberships__{FIELDS[policy.place]}_id__in": places[policy.place]},
            )
    return User.objects.filter(wanted, is_active=True).distinct().order_by("name", "pk")


def operators() -> QuerySet[User]:
    """Active people who keep this installation running, by name."""
    wanted = Q(memberships__role=Role.OPERATOR, memberships__ended_at=None)
    return User.objects.filter(wanted, is_active=True).distinct().order_by("name", "pk")
