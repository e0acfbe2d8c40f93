"""Everything that stands at the public addresses of one location, today and on every later day that is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from levend.core import clock
from levend.publication.queries import shown_version, versions_of, withdrawn_version
from levend.publication.queries.public_site import LocationVersion, periods_of, site_location, turning_days
from levend.publication.render.official import profile_data
from levend.publication.services import FileToPlace
from levend.web.public.site_pages import school_html, withdrawn_html, without_html

HTML, JSON = "text/html", "application/json"


def files_of(location_id: int) -> tuple[FileToPlace, ...]:
    """Made for today and for each later day on which something begins or ends; a file that stays the same stands
    there once. Raises `Location.DoesNotExist`."""
    code = site_location(location_id).code
    turning = turning_days(location_id)
    today = clock.today()
    files: list[FileToPlace] = []
    standing: dict[str, FileToPlace] = {}
    for day in (today, *(each for each in turning if each > today)):
        with clock.at(datetime.combine(day, time(12), tzinfo=clock.AMSTERDAM)):
            made = {file.path: file for file in _files_on(day, code, turning)}
        for path, former in standing.items():
            if path not in made and _is_there(former):
                made[path] = FileToPlace(path, day)
        for path, file in made.items():
            if path not in standing or replace(file, since=standing[path].since) != standing[path]:
                files.append(file)
        standing |= made
    return tuple(files)


def _is_there(file: FileToPlace) -> bool:
    return bool(file.data or file.kept)


def _files_on(day: date, code: str, turning: tuple[date, ...]) -> Iterator[FileToPlace]:
    """The clock stands on `day`."""
    if not versions_of(code):
        return
    shown, withdrawn = shown_version(code, day), withdrawn_version(code, day)
    if shown is not None:
        yield from _documents(shown, day)
    periods = periods_of(code, turning)
    for begun, version in periods:
        if version is not None and not version.adoption.is_withdrawn(day):
            yield from _documents(version, day, begun)
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield from _pages(day, code, shown, withdrawn, periods)


def _documents(version: LocationVersion, day: date, begun: date | None = None) -> Iterator[FileToPlace]:
    """The document and the data of a version, at the address of the school or at that of its first day."""
    code, pdf = version.location.code, version.full_pdf
    arguments = [code, begun] if begun else [code]
    suffix = "_on" if begun else ""
    name = f"schoolondersteuningsprofiel-{code}-{version.adoption.valid_from.isoformat()}"
    yield FileToPlace(
        reverse(f"profile_pdf{suffix}", args=arguments),
        day,
        kept=pdf.sha256,
        media_type=pdf.media_type,
        file_name=f"{name}.pdf",
    )
    data = profile_data(
        version,
        page=reverse("school_on", args=[code, version.adoption.valid_from]),
        document=reverse("document", args=[pdf.sha256, "pdf"]),
    )
    yield FileToPlace(
        reverse(f"profile_json{suffix}", args=arguments),
        day,
        data=data,
        media_type=JSON,
        file_name=f"{name}.json",
    )


def _pages(
    day: date,
    code: str,
    shown: LocationVersion | None,
    withdrawn: LocationVersion | None,
    periods: tuple[tuple[date, LocationVersion | None], ...],
) -> Iterator[FileToPlace]:
    """The school's page and one for each period, in the language that is active."""
    path = reverse("school", args=[code])
    if shown is not None:
        yield FileToPlace(path, day, data=school_html(path, shown, None), media_type=HTML)
    elif withdrawn is not None:
        yield FileToPlace(path, day, data=withdrawn_html(path, withdrawn), media_type=HTML)
    former: LocationVersion | None = None
    for begun, version in periods:
        path = reverse("school_on", args=[code, begun])
        held = version or former
        if held is not None and held.adoption.is_withdrawn(day):
            data = withdrawn_html(path, held)
        elif version is not None:
            data = school_html(path, version, begun)
        else:
            data = without_html(path, code, begun)
        yield FileToPlace(path, day, data=data, media_type=HTML)
        former = version
