"""Which version of a location's profile everybody reads, on a date."""

import re
from datetime import date

from django.db.models import Q, QuerySet

from levend.adoption.queries.in_force import begun_by
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
    """The published version that holds on a date (PRODUCT.md §2): the same rule as for adoptions."""
    last = _last_begun(location_code, on)
    return last if last is not None and last.adoption.holds_on(on) else None


def shown_version(location_code: str, on: date) -> PublishedVersion | None:
    """The version in force; where there is none, the first that will be, or else the last that was.

    A version that was withdrawn is not shown (see `withdrawn_version`); one whose term ended without a successor is,
    with that said.
    """
    last = _last_begun(location_code, on)
    if last is not None and last.adoption.holds_on(on):
        return last
    upcoming = _of(location_code).filter(_not_ended(on), adoption__valid_from__gt=on)
    first = upcoming.order_by("adoption__valid_from", "-adoption_id").first()
    if first is not None or last is None:
        return first
    return last if not last.adoption.is_withdrawn(on) else None


def withdrawn_version(location_code: str, on: date) -> PublishedVersion | None:
    """The version whose withdrawal leaves the location without a text on a date, to tell since when and why.

    `None` while there is another to show.
    """
    if shown_version(location_code, on) is not None:
        return None
    return (
        _of(location_code)
        .filter(adoption__ended_on__lte=on)
        .order_by("-adoption__valid_from", "-adoption_id")
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


def _last_begun(location_code: str, on: date) -> PublishedVersion | None:
    begun = _of(location_code).filter(begun_by(on, "adoption__"))
    return begun.order_by("-adoption__valid_from", "-adoption_id").first()


def _not_ended(on: date) -> Q:
    return Q(adoption__ended_on=None) | Q(adoption__ended_on__gt=on)
