"""Which version of a location's profile everybody reads, on a date."""

import re
from datetime import date

from django.db.models import Q, QuerySet

from levend.adoption.queries.in_force import stands_on
from levend.core import clock
from levend.publication.models import PublishedVersion

_LOCATION_CODE = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")


def published() -> QuerySet[PublishedVersion]:
    """Versions that are public today and whose adoption stands."""
    return PublishedVersion.objects.filter(publish_from__lte=clock.today(), adoption__annulled_at=None)


def public_version(location_code: str, day: date | None) -> PublishedVersion | None:
    """The version in force on `day`; without a day the one of today, or the first that will be."""
    code = location_code.upper()
    if not _LOCATION_CODE.fullmatch(code):
        return None
    return in_force(code, day) if day else shown_version(code, clock.today())


def in_force(location_code: str, on: date) -> PublishedVersion | None:
    """The published version with the latest `valid_from` on or before `on` that has not ended (PRODUCT.md §2)."""
    return (
        _of(location_code)
        .filter(stands_on(on, "adoption__"))
        .order_by("-adoption__valid_from", "-adoption_id")
        .first()
    )


def shown_version(location_code: str, on: date) -> PublishedVersion | None:
    """The version in force; where there is none, the first that will be, or else the last that was.

    A version that was withdrawn is not shown; one whose term ended without a successor is, with that said.
    """
    kept = _of(location_code).filter(Q(adoption__ended_on=None) | Q(adoption__ended_on__gt=on))
    return (
        in_force(location_code, on)
        or kept.filter(adoption__valid_from__gt=on).order_by("adoption__valid_from", "-adoption_id").first()
        or kept.filter(adoption__valid_until__lt=on)
        .order_by("-adoption__valid_until", "-adoption_id")
        .first()
    )


def versions_of(location_code: str) -> tuple[PublishedVersion, ...]:
    """Every published version of a location, newest first."""
    return tuple(_of(location_code).order_by("-adoption__valid_from", "-adoption_id"))


def _of(location_code: str) -> QuerySet[PublishedVersion]:
    return (
        published()
        .filter(location__code=location_code)
        .select_related(
            "adoption", "consortium", "full_pdf", "location", "snapshot__content", "snapshot__profile"
        )
    )
