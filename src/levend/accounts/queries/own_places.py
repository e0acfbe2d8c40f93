"""The places where a person holds a role, as the header of each page names them."""

from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.enums import PlaceKind, Role
from levend.accounts.models import Membership
from levend.accounts.models.place import FIELDS
from levend.accounts.roles import POLICIES
from levend.core import clock
from levend.organisations.queries.places import consortia_of


@dataclass(frozen=True)
class OwnPlace:
    """`code` is empty for a council and for the installation; `theme` is the code of a consortium with colours."""

    role: Role
    kind: PlaceKind
    name: str
    code: str
    theme: str


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
        theme = _theme_of_location(schools.pop())
        places = [
            OwnPlace(place.role, place.kind, place.name, place.code, theme)
            if place.kind is PlaceKind.LOCATION
            else place
            for place in places
        ]
    return tuple(places)


def _own_place(row: Membership) -> OwnPlace:
    role = Role(row.role)
    kind = POLICIES[role].place
    place = getattr(row, FIELDS[kind]) if kind in FIELDS else None
    theme = place.code if kind is PlaceKind.CONSORTIUM and place is not None and place.theme else ""
    return OwnPlace(role, kind, row.place_name, getattr(place, "code", ""), theme)


def _theme_of_location(location_id: int) -> str:
    """The colours of the consortium, unless a school belongs to several: then those of Levend itself."""
    consortia = list(consortia_of(location_id, clock.today())[:2])
    return consortia[0].code if len(consortia) == 1 and consortia[0].theme else ""
