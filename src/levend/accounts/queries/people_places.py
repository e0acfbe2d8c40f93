"""The places whose people an actor looks after, as the page of people lists them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Invitation, Membership
from levend.accounts.models.place import FIELDS
from levend.accounts.queries.scope import locations_for
from levend.organisations.models import Board, Consortium, ConsortiumGroup, CouncilSeat, ParticipationCouncil
from levend.organisations.queries.places import Place

INSTALLATION_KEY = "levend"


@dataclass(frozen=True)
class PeoplePlace:
    """`key` is the code that stands in the address; the number of a council, which has no code."""

    kind: PlaceKind
    pk: int
    key: str
    name: str

    @property
    def code(self) -> str:
        """The code as people know it; empty where there is none."""
        return "" if self.kind in {PlaceKind.COUNCIL, PlaceKind.INSTALLATION} else self.key


@dataclass(frozen=True)
class PlaceSummary:
    """Who is at a place, in short."""

    place: PeoplePlace
    names: tuple[str, ...]
    pending: int

    @property
    def more(self) -> int:
        """How many people are there beside the first three."""
        return max(0, len(self.names) - 3)


def people_places(actor: Actor, *, search: str = "") -> tuple[PeoplePlace, ...]:
    """Every place whose people the actor may see, own kind first, by name; those with `search` in name or code.

    At most seven queries, whatever the number of places.
    """
    wanted = search.strip().casefold()
    return tuple(
        place
        for place in _places(actor)
        if not wanted or wanted in place.name.casefold() or wanted in place.code.casefold()
    )


def summaries(places: Iterable[PeoplePlace]) -> tuple[PlaceSummary, ...]:
    """Names and numbers of open invitations at these places (two queries). The caller got the places by its actor."""
    listed = tuple(places)
    where = _at(listed)
    names: dict[tuple[PlaceKind, int], list[str]] = defaultdict(list)
    for member in (
        Membership.objects.filter(where, ended_at=None).select_related("user").order_by("user__name", "id")
    ):
        at = names[(member.place_kind, member.place_id)]
        if member.user.name not in at:
            at.append(member.user.name)
    pending: dict[tuple[PlaceKind, int], int] = defaultdict(int)
    for invitation in Invitation.objects.filter(where, accepted_at=None, withdrawn_at=None):
        pending[(invitation.place_kind, invitation.place_id)] += 1
    return tuple(
        PlaceSummary(place, tuple(names[(place.kind, place.pk)]), pending[(place.kind, place.pk)])
        for place in listed
    )


def ref_of(kind: PlaceKind, target: Place | None) -> PeoplePlace:
    """How a place is named in an address and on a page; none is the installation."""
    if target is None:
        return PeoplePlace(kind, 0, INSTALLATION_KEY, _("Deze installatie"))
    key = str(target.pk) if isinstance(target, ParticipationCouncil) else target.code
    return PeoplePlace(kind, target.pk, key, target.name)


def _places(actor: Actor) -> Iterable[PeoplePlace]:
    is_operator = actor.holds(Role.OPERATOR)
    if is_operator:
        yield ref_of(PlaceKind.INSTALLATION, None)
    groups, consortia = ConsortiumGroup.objects.all(), Consortium.objects.all()
    if not is_operator:
        groups = groups.filter(pk__in=actor.places(PlaceKind.GROUP, Permission.SEE_PEOPLE))
        consortia = consortia.filter(pk__in=actor.places(PlaceKind.CONSORTIUM, Permission.SEE_PEOPLE))
    yield from _coded(PlaceKind.GROUP, groups.values_list("pk", "code", "name"))
    yield from _coded(PlaceKind.CONSORTIUM, consortia.values_list("pk", "code", "name"))
    locations = locations_for(actor, Permission.SEE_PEOPLE)
    boards = Board.objects.filter(pk__in=locations.values("school__board_id"))
    yield from _coded(PlaceKind.BOARD, boards.values_list("pk", "code", "name"))
    yield from _coded(
        PlaceKind.LOCATION, locations.order_by("name", "code").values_list("pk", "code", "name")
    )
    seats = CouncilSeat.objects.filter(valid_until=None, location_id__in=locations.values("pk"))
    councils = ParticipationCouncil.objects.filter(pk__in=seats.values("council_id"))
    for pk, name in councils.values_list("pk", "name"):
        yield PeoplePlace(PlaceKind.COUNCIL, pk, str(pk), name)


def _coded(kind: PlaceKind, rows: Iterable[tuple[int, str, str]]) -> Iterable[PeoplePlace]:
    for pk, code, name in rows:
        yield PeoplePlace(kind, pk, code, name)


def _at(places: tuple[PeoplePlace, ...]) -> Q:
    keys: Mapping[PlaceKind, set[int]] = {
        kind: {place.pk for place in places if place.kind is kind} for kind in PlaceKind
    }
    where = Q(role=Role.OPERATOR) if keys[PlaceKind.INSTALLATION] else Q(pk__in=[])
    for kind, field in FIELDS.items():
        where |= Q(**{f"{field}_id__in": keys[kind]})
    return where
