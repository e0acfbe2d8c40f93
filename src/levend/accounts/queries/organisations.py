"""The organisations that an actor looks after: all of them for the operator, a coordinator's own otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Membership
from levend.accounts.queries.scope import locations_for
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.organisations.models import (
    Board,
    Consortium,
    ConsortiumGroup,
    ConsortiumMembership,
    CouncilSeat,
    Location,
    ParticipationCouncil,
)
from levend.organisations.queries.places import locations_of


@dataclass(frozen=True)
class ConsortiumSummary:
    """How many locations belong to it today, and how many coordinators it has."""

    of: Consortium
    locations: int
    coordinators: int


@dataclass(frozen=True)
class LocationSummary:
    """A location with the council that advises today, empty when there is none."""

    of: Location
    council: str


@dataclass(frozen=True)
class Belonging:
    """A place in a consortium; `can_end` says whether the actor may end it."""

    id: int
    consortium: Consortium
    valid_from: date
    valid_until: date | None
    can_end: Decision


@dataclass(frozen=True)
class Seat:
    """A council that advises, advised or will advise."""

    council: ParticipationCouncil
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True)
class LocationPage:
    """A location with everything that it belongs to, over time, the last one first.

    `sees_people` says whether the actor looks after the people of the school and its board.
    """

    location: Location
    belongings: tuple[Belonging, ...]
    seats: tuple[Seat, ...]
    can_manage: Decision
    sees_people: bool


def consortia_for(actor: Actor, search: str = "") -> QuerySet[Consortium]:
    """Consortia by name; those with `search` in name or code."""
    rows = Consortium.objects.select_related("group").order_by("name", "code")
    if not rules.can_manage(actor):
        rows = rows.filter(pk__in=actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE))
    return rows.filter(_named(search))


def consortium_for(actor: Actor, code: str) -> Consortium:
    """One of them. Raises `NotFound` for who does not look after it."""
    found = consortia_for(actor).filter(code=code).first()
    if found is None:
        raise NotFound(code)
    return found


def consortium_summaries(consortia: Iterable[Consortium]) -> tuple[ConsortiumSummary, ...]:
    """With their numbers (two queries). The caller got the consortia by its actor."""
    rows = tuple(consortia)
    keys = {row.pk for row in rows}
    locations = Counter(
        ConsortiumMembership.objects.filter(_today(), consortium_id__in=keys).values_list(
            "consortium_id", flat=True
        )
    )
    coordinators = Counter(
        Membership.objects.filter(consortium_id__in=keys, role=Role.COORDINATOR, ended_at=None).values_list(
            "consortium_id", flat=True
        )
    )
    return tuple(ConsortiumSummary(row, locations[row.pk], coordinators[row.pk]) for row in rows)


def groups_for(actor: Actor, search: str = "") -> QuerySet[ConsortiumGroup]:
    """Groups by name, each with `size`, its number of consortia; none but for the operator."""
    rows = ConsortiumGroup.objects.filter(_named(search)) if rules.can_manage(actor) else _no_groups()
    return rows.annotate(size=Count("consortia")).order_by("name", "code")


def boards_for(actor: Actor, search: str = "") -> QuerySet[Board]:
    """Boards by name, each with `size`, its number of locations; none but for the operator."""
    rows = Board.objects.filter(_named(search)) if rules.can_manage(actor) else Board.objects.none()
    return rows.annotate(size=Count("schools__locations")).order_by("name", "code")


def group_for(actor: Actor, code: str) -> ConsortiumGroup:
    """One group. Raises `NotFound`."""
    found = groups_for(actor).filter(code=code).first()
    if found is None:
        raise NotFound(code)
    return found


def board_for(actor: Actor, code: str) -> Board:
    """One board. Raises `NotFound`."""
    found = boards_for(actor).filter(code=code).first()
    if found is None:
        raise NotFound(code)
    return found


def managed_locations(
    actor: Actor, search: str = "", consortium: Consortium | None = None
) -> QuerySet[Location]:
    """Locations by name that belong to what the actor looks after today, or to one consortium of it."""
    rows = Location.objects.all()
    if consortium is not None or not rules.can_manage(actor):
        own = actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE)
        keys = own if consortium is None else frozenset({consortium.pk})
        rows = locations_of(consortium_ids=keys, on=clock.today())
    return rows.filter(_named(search)).select_related("school__board").order_by("name", "code")


def location_summaries(locations: Iterable[Location]) -> tuple[LocationSummary, ...]:
    """With their councils (one query). The caller got the locations by its actor."""
    rows = tuple(locations)
    councils: Mapping[int, str] = dict(
        CouncilSeat.objects.filter(_today(), location_id__in={row.pk for row in rows}).values_list(
            "location_id", "council__name"
        )
    )
    return tuple(LocationSummary(row, councils.get(row.pk, "")) for row in rows)


def location_page(actor: Actor, code: str) -> LocationPage:
    """One location with its consortia and councils over time. Raises `NotFound` for who does not look after it."""
    location = managed_locations(actor).filter(code=code).first()
    if location is None:
        raise NotFound(code)
    memberships = (
        ConsortiumMembership.objects.filter(location=location)
        .select_related("consortium")
        .order_by("-valid_from", "-id")
    )
    seats = (
        CouncilSeat.objects.filter(location=location).select_related("council").order_by("-valid_from", "-id")
    )
    return LocationPage(
        location=location,
        belongings=tuple(
            Belonging(
                row.pk,
                row.consortium,
                row.valid_from,
                row.valid_until,
                rules.can_take_out(actor, row.consortium_id),
            )
            for row in memberships
        ),
        seats=tuple(Seat(row.council, row.valid_from, row.valid_until) for row in seats),
        can_manage=rules.can_manage(actor),
        sees_people=locations_for(actor, Permission.SEE_PEOPLE).filter(pk=location.pk).exists(),
    )


def councils_near(location: Location) -> tuple[ParticipationCouncil, ...]:
    """Common councils of the location's board that could advise here too, by name. The caller got the location."""
    common: dict[int, set[int]] = defaultdict(set)
    of_board = CouncilSeat.objects.filter(location__school__board_id=location.school.board_id)
    near = CouncilSeat.objects.filter(council_id__in=of_board.values("council_id"), council__kind="gmr")
    for council_id, board_id in near.values_list("council_id", "location__school__board_id"):
        common[council_id].add(board_id)
    keys = [council_id for council_id, boards in common.items() if boards == {location.school.board_id}]
    return tuple(ParticipationCouncil.objects.filter(pk__in=keys).order_by("name", "id"))


def _named(search: str) -> Q:
    wanted = search.strip()
    return Q(name__icontains=wanted) | Q(code__istartswith=wanted) if wanted else Q()


def _today() -> Q:
    day = clock.today()
    return Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gte=day))


def _no_groups() -> QuerySet[ConsortiumGroup]:
    return ConsortiumGroup.objects.none()
