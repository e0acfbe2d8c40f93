"""Who acts: a person, a link without account, or the system itself."""

from dataclasses import dataclass, replace
from enum import StrEnum

from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.roles import POLICIES
from levend.organisations.values import LocationReach


class ActorKind(StrEnum):
    USER = "user"
    LINK = "link"
    SYSTEM = "system"


@dataclass(frozen=True)
class Membership:
    """A role at a place, as it is now. `place_id` is 0 for the installation."""

    role: Role
    place_id: int

    @property
    def place(self) -> PlaceKind:
        return POLICIES[self.role].place

    def reaches(self, reach: LocationReach, permission: Permission) -> bool:
        """Whether this place has to do with a location. A group reads texts only where its consortium lets it."""
        match self.place:
            case PlaceKind.LOCATION:
                return self.place_id == reach.location_id
            case PlaceKind.BOARD:
                return self.place_id == reach.board_id
            case PlaceKind.COUNCIL:
                return self.place_id == reach.council_id
            case PlaceKind.CONSORTIUM:
                return self.place_id in reach.consortium_ids
            case PlaceKind.GROUP:
                groups = reach.group_ids if permission is Permission.SEE_STATE else reach.open_group_ids
                return self.place_id in groups
            case PlaceKind.INSTALLATION:
                return False


@dataclass(frozen=True)
class LinkGrant:
    """What a link without account opens: one profile, to read, and to remark on where that was allowed."""

    link_id: int
    profile_id: int
    may_remark: bool


@dataclass(frozen=True)
class Actor:
    """Taken first by every query and service. An anonymous visitor has no key and no membership.

    Who comes by a link has a `grant` and nothing else: no membership, so no permission anywhere.
    """

    kind: ActorKind
    user_id: int | None = None
    name: str = ""
    email: str = ""
    memberships: tuple[Membership, ...] = ()
    grant: LinkGrant | None = None

    @classmethod
    def system(cls) -> "Actor":
        """The worker and the operator's command line: everything, and recorded as such."""
        return cls(ActorKind.SYSTEM, name="Levend")

    @classmethod
    def anonymous(cls) -> "Actor":
        return cls(ActorKind.USER)

    @property
    def ref(self) -> str:
        """How the log names this actor: `user:12`, `link:3`, `system`."""
        if self.grant is not None:
            return f"{self.kind}:{self.grant.link_id}"
        return f"{self.kind}:{self.user_id}" if self.user_id is not None else str(self.kind)

    @property
    def is_system(self) -> bool:
        return self.kind is ActorKind.SYSTEM

    @property
    def is_known(self) -> bool:
        return self.is_system or self.user_id is not None

    def has(self, permission: Permission, *, on: LocationReach) -> bool:
        """Whether some role of this actor gives `permission` for this location."""
        return self.role_for(permission, on=on) is not None

    def role_for(self, permission: Permission, *, on: LocationReach) -> Role | None:
        """The role in which this actor may do it here, or `None`. The system acts without a role."""
        for membership in self.memberships:
            if permission in POLICIES[membership.role].permissions and membership.reaches(on, permission):
                return membership.role
        return None

    def only_as(self, membership: Membership) -> "Actor":
        """This actor with one of the memberships alone."""
        return replace(self, memberships=(membership,))

    def places(self, kind: PlaceKind, permission: Permission | None = None) -> frozenset[int]:
        """Keys of the places of one kind where this actor holds a role (that gives `permission`)."""
        return frozenset(
            membership.place_id
            for membership in self.memberships
            if membership.place is kind
            and (permission is None or permission in POLICIES[membership.role].permissions)
        )

    def holds(self, *roles: Role) -> bool:
        """Whether this actor holds one of these roles anywhere."""
        return any(membership.role in roles for membership in self.memberships)
