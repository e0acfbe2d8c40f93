"""Who belongs to whom on a date, and places by their code."""

from datetime import date

from django.db.models import Q, QuerySet

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

Place = Location | Board | ParticipationCouncil | Consortium | ConsortiumGroup


def consortia_of(location_id: int, on: date) -> QuerySet[Consortium]:
    """The consortia that a location belongs to on a date."""
    links = ConsortiumMembership.objects.filter(_current(on), location_id=location_id)
    return Consortium.objects.filter(id__in=links.values("consortium_id"))


def council_of(location_id: int, on: date) -> ParticipationCouncil | None:
    """The council that advises on a location's profile on a date."""
    seat = CouncilSeat.objects.filter(_current(on), location_id=location_id).select_related("council").first()
    return seat.council if seat else None


def locations_of(
    *,
    location_ids: frozenset[int] = frozenset(),
    board_ids: frozenset[int] = frozenset(),
    council_ids: frozenset[int] = frozenset(),
    consortium_ids: frozenset[int] = frozenset(),
    on: date,
) -> QuerySet[Location]:
    """Every location that one of these places stands for on a date."""
    return Location.objects.filter(
        located_in(
            location_ids=location_ids,
            board_ids=board_ids,
            council_ids=council_ids,
            consortium_ids=consortium_ids,
            on=on,
        )
    )


def located_in(
    path: str = "",
    *,
    location_ids: frozenset[int] = frozenset(),
    board_ids: frozenset[int] = frozenset(),
    council_ids: frozenset[int] = frozenset(),
    consortium_ids: frozenset[int] = frozenset(),
    on: date,
) -> Q:
    """The same for rows that point at a location by `path`: no detour by the locations, which costs on thousands of rows.

    Without any place nothing is let through.
    """
    key = path or "id"
    reach = Q(**{f"{key}__in": location_ids})
    if board_ids:
        reach |= Q(**{f"{path}__school__board_id__in" if path else "school__board_id__in": board_ids})
    if council_ids:
        seats = CouncilSeat.objects.filter(_current(on), council_id__in=council_ids)
        reach |= Q(**{f"{key}__in": seats.values("location_id")})
    if consortium_ids:
        memberships = ConsortiumMembership.objects.filter(_current(on), consortium_id__in=consortium_ids)
        reach |= Q(**{f"{key}__in": memberships.values("location_id")})
    return reach


def place_by_code(code: str) -> Place:
    """A place by the code that people type: 12AB00, 40123, PO9901, or a group's word. Raises `NotFound`."""
    for model in (Location, Board, Consortium, ConsortiumGroup):
        found = model.objects.filter(code__iexact=code).first()
        if found is not None:
            return found
    raise NotFound(code)


def _current(on: date) -> Q:
    return Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gte=on))
