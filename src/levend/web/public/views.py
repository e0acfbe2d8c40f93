"""The region, the list of schools, and what lies ready of each school: pages, documents and data."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from levend.core import clock
from levend.publication.queries import published_locations, published_types, publishing_consortia
from levend.publication.queries.public_files import Served, dated_path, document_with, file_at
from levend.web.addresses import PageAddresses
from levend.web.public.caching import public_page
from levend.web.public.files import FOR_EVER, answer
from levend.web.public.forms import SchoolFilter

PAGE_SIZE = 25
KINDS = {"pdf": "application/pdf", "json": "application/json", "html": "text/html"}


@require_safe
@public_page
def region(request: HttpRequest) -> HttpResponse:
    """Where a parent begins."""
    form = SchoolFilter(types=published_types())
    context = {"form": form, "consortia": publishing_consortia(), "theme": ""}
    return render(request, "public/region.html", context)


@require_safe
@public_page
def schools(request: HttpRequest, number: int = 1) -> HttpResponse:
    """Schools with a profile, by name, never ranked. A page has an address of its own when nothing is filtered."""
    form = SchoolFilter(request.GET, types=published_types())
    found = published_locations(words=form.words, school_type=form.kind)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("bladzijde", number))
    return render(request, "public/schools.html", {"form": form, "page": page, "theme": ""})


@require_safe
def school(request: HttpRequest, code: str) -> HttpResponseBase:
    """A school's page as it is today."""
    return _answer(request, code, file_at(request.path, clock.today()))


@require_safe
def school_on(request: HttpRequest, code: str, day: date) -> HttpResponseBase:
    """The page about the version of a day: it lies at the address of that version's first day."""
    return _answer(request, code, _file_about(f"{reverse('school', args=[code])}op/", code, day))


@require_safe
def document(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The document or the data of the version that the school's page shows."""
    return _answer(request, code, file_at(request.path, clock.today()))


@require_safe
def document_on(request: HttpRequest, code: str, day: date, name: str) -> HttpResponseBase:
    """The same of the version of a day."""
    return _answer(request, code, _file_about(f"{reverse('school', args=[code])}op/", code, day, name))


@require_safe
def by_hash(request: HttpRequest, sha256: str, kind: str) -> HttpResponseBase:
    """A file under the name of its content, which never changes. Only of what stands at a public address today."""
    served = document_with(sha256, clock.today())
    if served is None or served.media_type != KINDS.get(kind):
        return _no_profile(request)
    return answer(request, served, caching=FOR_EVER)


def _file_about(folder: str, code: str, day: date, name: str = "") -> Served | None:
    today = clock.today()
    exact = file_at(f"{folder}{day.isoformat()}/{name}", today)
    if exact is not None:
        return exact
    page = dated_path(folder, code, day, today)
    return file_at(f"{page}{name}", today) if page else None


def _answer(request: HttpRequest, code: str, served: Served | None) -> HttpResponseBase:
    """What lies ready; the right address for a code in small letters; or why there is nothing."""
    if served is None:
        right = request.path.replace(code, code.upper(), 1)
        if right != request.path and file_at(reverse("school", args=[code.upper()]), clock.today()):
            return redirect(right, permanent=True)
        return _no_profile(request)
    return _taken_away(request, code) if served.is_gone else answer(request, served)


def _taken_away(request: HttpRequest, code: str) -> HttpResponse:
    """A document that stood here: the school's page says why it does not any more."""
    page = file_at(reverse("school", args=[code]), clock.today())
    if page is None or page.is_gone:
        return _no_profile(request, status=410)
    return HttpResponse(page.content(), status=410)


def _no_profile(request: HttpRequest, *, status: int = 404) -> HttpResponse:
    """The same page for a school that we do not know and for one without a published profile: its other language
    leads to the beginning, since the address that was asked for stands nowhere."""
    context = {"theme": "", "addresses": PageAddresses(reverse("region"))}
    return render(request, "public/no_profile.html", context, status=status)
