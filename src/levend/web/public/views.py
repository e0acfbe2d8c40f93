"""The region, the list of schools, a school's profile and its document."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from levend.publication.queries import (
    artefact_bytes,
    public_version,
    published_locations,
    published_types,
    publishing_consortia,
    versions_of,
)
from levend.publication.render.page import public_page as page_of
from levend.web.public.caching import public_page
from levend.web.public.forms import SchoolFilter
from levend.web.public.school import SchoolPage

PAGE_SIZE = 25


@require_safe
@public_page
def region(request: HttpRequest) -> HttpResponse:
    """Where a parent begins."""
    form = SchoolFilter(types=published_types())
    context = {"form": form, "consortia": publishing_consortia(), "theme": ""}
    return render(request, "public/region.html", context)


@require_safe
@public_page
def schools(request: HttpRequest) -> HttpResponse:
    """Schools with a profile, by name, never ranked."""
    form = SchoolFilter(request.GET, types=published_types())
    found = published_locations(words=form.words, school_type=form.kind)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    return render(request, "public/schools.html", {"form": form, "page": page, "theme": ""})


@require_safe
@public_page
def school(request: HttpRequest, code: str, day: date | None = None) -> HttpResponse:
    """A school's profile in force, today or on a day."""
    version = public_version(code, day)
    if version is None:
        return _no_profile(request)
    if version.location.code != code:
        return redirect(request.path.replace(code, version.location.code, 1), permanent=True)
    page = SchoolPage.of(page_of(version, versions_of(code)), day)
    return render(request, "public/school.html", {"page": page, "theme": page.theme, "logo": page.logo})


@require_safe
@public_page
def profile_pdf(request: HttpRequest, code: str, day: date | None = None) -> HttpResponse:
    """The document of the same version."""
    version = public_version(code, day)
    if version is None:
        return _no_profile(request)
    response = HttpResponse(artefact_bytes(version.full_pdf), content_type=version.full_pdf.media_type)
    name = (
        f"schoolondersteuningsprofiel-{version.location.code}-{version.adoption.valid_from.isoformat()}.pdf"
    )
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _no_profile(request: HttpRequest) -> HttpResponse:
    """The same page for a school that we do not know and for one without a published profile."""
    return render(request, "public/no_profile.html", {"theme": ""}, status=404)
