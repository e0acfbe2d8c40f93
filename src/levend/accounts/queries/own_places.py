"""The places where a person holds a role, as the header of each page names them."""

from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.enums import PlaceKind, Role
from levend.accounts.models import Membership
from levend.accounts.models.place import FIELDS
from levend.accounts.roles import POLICIES
from levend.core import clock
from levend.organisations.models import Consortium
from levend.organisations.queries.places import consortia_of


@dataclass(frozen=True)
class OwnPlace:
    """`code` is empty for a council and for the installation; `theme` is the code of a consortium with colours,
    `logo` that of one with a logo."""

    role: Role
    kind: PlaceKind
    name: str
    code: str
    theme: str
    logo: str


def own_places(actor: Actor) -> tuple[OwnPlace, ...]:
    """Every role of this actor with its place, in the order in which they were given (at most two queries)."""
    if actor.user_id is None:
        return ()
    rows = (
        Membership.objects.filter(user_id=actor.user_id, ended_at=None)
        .select_related(*FIELDS.values())
        .order_by("id")
    )
    places = [_own_place(row) for row in rows]
    schools = {row.location_id for row in rows if row.location_id is not None}
    if len(schools) == 1:
        consortium = _consortium_of(schools.pop())
        places = [
            OwnPlace(place.role, place.kind, place.name, place.code, *_look(consortium))
            if place.kind is PlaceKind.LOCATION
            else place
            for place in places
        ]
    return tuple(places)


def _own_place(row: Membership) -> OwnPlace:
    role = Role(row.role)
    kind = POLICIES[role].place
    place = getattr(row, FIELDS[kind]) if kind in FIELDS else None
    return OwnPlace(role, kind, row.place_name, getattr(place, "code", ""), *_look(row.consortium))


def _consortium_of(location_id: int) -> Consortium | None:
    """The consortium of a school; none when it belongs to several: then it looks as Levend itself."""
    consortia = list(consortia_of(location_id, clock.today())[:2])
    return consortia[0] if len(consortia) == 1 else None


def _look(consortium: Consortium | None) -> tuple[str, str]:
    """Whose colours and whose logo, as codes."""
    if consortium is None:
        return "", ""
    return consortium.code if consortium.theme else "", consortium.code if consortium.logo else ""
