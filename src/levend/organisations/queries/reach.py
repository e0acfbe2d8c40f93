"""The reach of locations, in three queries for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from levend.core.errors import NotFound
from levend.organisations.models import Consortium, ConsortiumMembership, CouncilSeat, Location
from levend.organisations.values import LocationReach


def reach_of(location_id: int, on: date) -> LocationReach:
    """Who has to do with this location on a date. Raises `NotFound`."""
    found = reaches_of([location_id], on)
    if location_id not in found:
        raise NotFound(str(location_id))
    return found[location_id]


def reaches_of(location_ids: Iterable[int], on: date) -> Mapping[int, LocationReach]:
    """The same for many locations, by location."""
    ids = set(location_ids)
    current = Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gte=on))
    councils = dict(
        CouncilSeat.objects.filter(current, location_id__in=ids).values_list("location_id", "council_id")
    )
    consortia: dict[int, set[int]] = defaultdict(set)
    groups: dict[int, set[int]] = defaultdict(set)
    open_groups: dict[int, set[int]] = defaultdict(set)
    links = ConsortiumMembership.objects.filter(current, location_id__in=ids)
    for location_id, consortium_id, group_id, sees in links.values_list(
        "location_id", "consortium_id", "consortium__group_id", "consortium__group_sees"
    ):
        consortia[location_id].add(consortium_id)
        if group_id is not None:
            groups[location_id].add(group_id)
            if sees == Consortium.GroupView.CONTENT:
                open_groups[location_id].add(group_id)
    boards = Location.objects.filter(id__in=ids).values_list("id", "school__board_id")
    return {
        location_id: LocationReach(
            location_id=location_id,
            board_id=board_id,
            council_id=councils.get(location_id),
            consortium_ids=frozenset(consortia[location_id]),
            group_ids=frozenset(groups[location_id]),
            open_group_ids=frozenset(open_groups[location_id]),
        )
        for location_id, board_id in boards
    }
