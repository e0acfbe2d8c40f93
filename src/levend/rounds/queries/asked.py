"""Which schools a round asks, by today's consortia."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from levend.core import clock
from levend.organisations.enums import SchoolType
from levend.organisations.models import ConsortiumMembership, Location
from levend.organisations.queries.places import locations_of
from levend.rounds.models import CollectionRound


@dataclass(frozen=True)
class Asked:
    """A school with the part of the round through which it takes part."""

    location_id: int
    part_id: int
    school_type: SchoolType


def asked_by(found: CollectionRound) -> tuple[Asked, ...]:
    """Every open school of the consortia once, by consortium and name (a query per consortium).

    A school that belongs to two of them takes part by the first.
    """
    asked: dict[int, Asked] = {}
    for part in found.parts.order_by("consortium__name", "pk"):
        rows = open_schools({part.consortium_id}).order_by("name", "code")
        for location_id, kind in rows.values_list("pk", "school_type"):
            asked.setdefault(location_id, Asked(location_id, part.pk, SchoolType(kind)))
    return tuple(asked.values())


def open_schools(consortium_ids: Iterable[int]) -> QuerySet[Location]:
    """Every open school of these consortia today."""
    today = clock.today()
    rows = locations_of(consortium_ids=frozenset(consortium_ids), on=today)
    return rows.filter(Q(closed_on=None) | Q(closed_on__gt=today))


def schools_by_kind(consortium_ids: Iterable[int]) -> dict[int, dict[SchoolType, int]]:
    """How many open schools each consortium has today, by kind (one query)."""
    today = clock.today()
    rows = (
        ConsortiumMembership.objects.filter(consortium_id__in=consortium_ids, valid_from__lte=today)
        .filter(Q(valid_until=None) | Q(valid_until__gte=today))
        .filter(Q(location__closed_on=None) | Q(location__closed_on__gt=today))
        .order_by("consortium_id", "location__school_type")
        .values_list("consortium_id", "location__school_type")
        .annotate(schools=Count("location", distinct=True))
    )
    counts: dict[int, dict[SchoolType, int]] = {}
    for consortium_id, kind, schools in rows:
        counts.setdefault(consortium_id, {})[SchoolType(kind)] = schools
    return counts
