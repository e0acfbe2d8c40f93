"""A whole small region: two consortia in one group, two boards, three locations, a person for every role.

`linde` and `wilg` belong to the first consortium and to the first board, each with its own council;
`beuk` belongs to the second consortium and the second board. So `wilg` is a colleague of `linde`, `beuk` a stranger.
"""

from dataclasses import dataclass, field

from levend.accounts.actor import Actor
from levend.accounts.enums import PlaceKind, Role
from levend.accounts.models import Membership, User
from levend.accounts.queries import actor_for
from levend.accounts.roles import POLICIES
from levend.organisations.enums import SchoolType
from levend.organisations.models import Board, Consortium, ConsortiumGroup, Location, ParticipationCouncil
from levend.organisations.queries.places import Place
from tests.factories import accounts, organisations


@dataclass(frozen=True)
class LocationPlaces:
    """A location with everyone who has something to do with it."""

    location: Location
    board: Board
    council: ParticipationCouncil
    consortium: Consortium
    group: ConsortiumGroup
    users: dict[Role, User] = field(default_factory=dict)

    def user(self, role: Role) -> User:
        return self.users[role]

    def actor(self, role: Role) -> Actor:
        """The actor of the person who holds `role` here, read anew."""
        return actor_for(self.users[role])

    def place(self, role: Role) -> Place | None:
        places: dict[PlaceKind, Place | None] = {
            PlaceKind.LOCATION: self.location,
            PlaceKind.BOARD: self.board,
            PlaceKind.COUNCIL: self.council,
            PlaceKind.CONSORTIUM: self.consortium,
            PlaceKind.GROUP: self.group,
            PlaceKind.INSTALLATION: None,
        }
        return places[POLICIES[role].place]


@dataclass(frozen=True)
class Region:
    group: ConsortiumGroup
    linde: LocationPlaces
    wilg: LocationPlaces
    beuk: LocationPlaces


def make_region() -> Region:
    """Make the region. Codes: 12AB00 (De Linde), 12CD00 (De Wilg), 34EF00 (De Beuk)."""
    group = organisations.make_group("samen", "Samen in de regio")
    rivier = organisations.make_consortium("PO9901", "Samenwerkingsverband Rivierland", group)
    heide = organisations.make_consortium("PO9902", "Samenwerkingsverband Heideland", group)
    waterkant = organisations.make_board("41001", "Stichting Waterkant")
    heiderand = organisations.make_board("41002", "Stichting Heiderand")
    return Region(
        group,
        make_places("12AB00", "De Linde", SchoolType.BAO, waterkant, rivier, group),
        make_places("12CD00", "De Wilg", SchoolType.SBO, waterkant, rivier, group),
        make_places("34EF00", "De Beuk", SchoolType.BAO, heiderand, heide, group),
    )


def make_places(
    code: str,
    name: str,
    school_type: SchoolType,
    board: Board,
    consortium: Consortium,
    group: ConsortiumGroup,
) -> LocationPlaces:
    location = organisations.make_location(
        code, name=name, board=board, consortium=consortium, school_type=school_type
    )
    council = organisations.make_council(location, name=f"MR {name}")
    places = LocationPlaces(location, board, council, consortium, group)
    people = [
        accounts.unsaved_user(
            f"{role.label} {name}".capitalize(),
            f"{role.value}.{name.removeprefix('De ').lower()}@levend.example",
        )
        for role in Role
    ]
    places.users.update(zip(Role, User.objects.bulk_create(people), strict=True))
    Membership.objects.bulk_create(
        accounts.unsaved_role(user, role, places.place(role)) for role, user in places.users.items()
    )
    return places
