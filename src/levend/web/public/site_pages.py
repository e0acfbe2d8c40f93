"""The pages of one location as HTML. They depend on what is passed and on the day that the clock says, on no request."""

from datetime import date

from django.http import HttpRequest
from django.template.loader import render_to_string

from levend.core import clock
from levend.organisations.queries.contacts import public_contacts
from levend.publication.queries import versions_of
from levend.publication.queries.public_site import LocationVersion
from levend.publication.render.page import public_page
from levend.publication.values import Contact
from levend.web.public.school import SchoolPage
from levend.web.public.withdrawn import WithdrawnPage


def school_html(path: str, version: LocationVersion, day: date | None) -> bytes:
    """The page of a version; `day` is its first day at the address that is about days."""
    versions = versions_of(version.location.code)
    contacts = contacts_on_page(version.location_id)
    page = SchoolPage.of(public_page(version, versions, on=clock.today(), contacts=contacts), day)
    return _html("public/school.html", path, page)


def withdrawn_html(path: str, version: LocationVersion) -> bytes:
    """The page that says that the version was withdrawn, since when and why."""
    return _html(
        "public/withdrawn.html", path, WithdrawnPage.of(version, contacts_on_page(version.location_id))
    )


def without_html(path: str, code: str, day: date) -> bytes:
    """The page of a day from which on no version held."""
    context = {"theme": "", "code": code, "day": day}
    return render_to_string("public/without.html", context, request=_asked(path)).encode()


def contacts_on_page(location_id: int) -> tuple[Contact, ...]:
    """Whom the school names today: never from a frozen text, which may name somebody who left years ago."""
    people = public_contacts(location_id).people
    return tuple(Contact(one.function, one.name, one.phone, one.email, one.reachable) for one in people)


def _html(template: str, path: str, page: SchoolPage | WithdrawnPage) -> bytes:
    context = {"page": page, "theme": page.theme, "logo": page.logo}
    return render_to_string(template, context, request=_asked(path)).encode()


def _asked(path: str) -> HttpRequest:
    """A request of nobody, by which a page knows its own address."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = path
    return request
