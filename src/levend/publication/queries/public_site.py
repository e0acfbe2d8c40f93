"""From what the public files of a location are made, and for which days."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Exists, OuterRef, QuerySet

from levend.adoption.models import Adoption
from levend.organisations.models import Consortium, Location, PublicContact
from levend.publication.models import PublicSite, PublishedVersion
from levend.publication.queries.versions import in_force

DAY = timedelta(days=1)
_NOT_SHOWN = {"group_id", "group_sees"}  # who else looks along with a consortium
LocationVersion = PublishedVersion
"""What pages call a published version that they were handed."""


def site_facts(location_id: int) -> str:
    """A hash of every row that the public files of a location are made from: they are stale when it is another one.

    Frozen texts and documents are in it by their hash.
    """
    versions = PublishedVersion.objects.filter(location_id=location_id).order_by("id")
    tables: tuple[
        QuerySet[Location]
        | QuerySet[PublicContact]
        | QuerySet[PublishedVersion]
        | QuerySet[Adoption]
        | QuerySet[Consortium],
        ...,
    ]
    tables = (
        Location.objects.filter(pk=location_id),
        PublicContact.objects.filter(location_id=location_id).order_by("position", "id"),
        versions,
        Adoption.objects.filter(published_version__in=versions).order_by("id"),
        Consortium.objects.filter(published_versions__in=versions).order_by("id").distinct(),
    )
    rows = [[_shown(row) for row in table.values()] for table in tables]
    pdfs = list(versions.values_list("full_pdf__sha256", flat=True))
    text = json.dumps([rows, pdfs], cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _shown(row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in _NOT_SHOWN}


def turning_days(location_id: int) -> tuple[date, ...]:
    """Days on which something begins or ends for the reader of a location's profile, in order."""
    rows = PublishedVersion.objects.filter(location_id=location_id, adoption__annulled_at=None).values_list(
        "publish_from", "adoption__valid_from", "adoption__valid_until", "adoption__ended_on"
    )
    days: set[date] = set()
    for publish_from, valid_from, valid_until, ended_on in rows:
        days |= {publish_from, valid_from, valid_until + DAY, *([ended_on] if ended_on else [])}
    return tuple(sorted(days))


def periods_of(location_code: str, days: Iterable[date]) -> tuple[tuple[date, PublishedVersion | None], ...]:
    """Which version holds from which day on, as far as is public today; `None` where none does.

    `days` are those on which it may change, in order. Days before the first version are left out.
    """
    periods: list[tuple[date, PublishedVersion | None]] = []
    for day in days:
        version = in_force(location_code, day)
        if version != (periods[-1][1] if periods else None):
            periods.append((day, version))
    return tuple(periods)


def stale_locations(look: str, *, thorough: bool = False) -> tuple[int, ...]:
    """Ids of locations whose public files are missing or were made with another look; when `thorough`, also those
    whose facts changed since."""
    published = PublishedVersion.objects.filter(location=OuterRef("pk"))
    placed = PublicSite.objects.filter(location=OuterRef("pk"))
    locations = Location.objects.filter(Exists(published) | Exists(placed)).order_by("pk")
    if not thorough:
        locations = locations.filter(~Exists(placed.filter(look=look)))
    known = dict(PublicSite.objects.filter(look=look).values_list("location_id", "facts"))
    return tuple(
        pk
        for pk in locations.values_list("pk", flat=True).iterator(chunk_size=500)
        if pk not in known or (thorough and known[pk] != site_facts(pk))
    )


def is_placed(location_id: int, *, facts: str, look: str) -> bool:
    """The public files of a location are those of these facts and this look."""
    return PublicSite.objects.filter(location_id=location_id, facts=facts, look=look).exists()


def site_location(location_id: int) -> Location:
    """Raises `Location.DoesNotExist`."""
    return Location.objects.get(pk=location_id)


def locations_of_consortium(consortium_id: int) -> tuple[int, ...]:
    """Ids of locations with a version that was published under a consortium."""
    versions = PublishedVersion.objects.filter(consortium_id=consortium_id).order_by("location_id")
    return tuple(versions.values_list("location_id", flat=True).distinct())
