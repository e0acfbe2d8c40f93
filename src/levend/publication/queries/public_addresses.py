"""Which public addresses of a location must lead somewhere."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import translation

from levend.organisations.models import Location
from levend.publication.models import PublicSite, PublishedVersion
from levend.publication.queries.public_files import file_at
from levend.publication.queries.public_site import periods_of, site_facts, turning_days
from levend.publication.queries.versions import shown_version, versions_of


def published_at() -> QuerySet[Location]:
    """Locations with a published version, also one that is not public yet."""
    versions = PublishedVersion.objects.filter(location=OuterRef("pk"))
    return Location.objects.filter(Exists(versions)).order_by("pk")


def is_fresh(location_id: int) -> bool:
    """The public files of a location were made from the facts of now."""
    return PublicSite.objects.filter(location_id=location_id, facts=site_facts(location_id)).exists()


def missing_addresses(location: Location, on: date) -> tuple[str, ...]:
    """Addresses at which a page, a document or data must stand on a day, and nothing does."""
    return tuple(
        path for path in _expected(location, on) if (served := file_at(path, on)) is None or served.is_gone
    )


def _expected(location: Location, on: date) -> Iterator[str]:
    """Every period has its page, and its document and data unless they were withdrawn."""
    code = location.code
    if not versions_of(code):
        return
    periods = periods_of(code, turning_days(location.pk))
    if shown_version(code, on) is not None:
        yield from (reverse(name, args=[code]) for name in ("profile_pdf", "profile_json"))
    for begun, version in periods:
        if version is not None and not version.adoption.is_withdrawn(on):
            yield from (reverse(f"{name}_on", args=[code, begun]) for name in ("profile_pdf", "profile_json"))
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield reverse("school", args=[code])
            yield from (reverse("school_on", args=[code, begun]) for begun, _version in periods)
