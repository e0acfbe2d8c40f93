"""The public site of today as plain files, exactly as the application serves it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.paginator import Paginator
from django.core.signals import request_finished
from django.db import close_old_connections
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from levend.core import clock
from levend.core.errors import Invalid
from levend.publication.queries import published_locations
from levend.publication.queries.public_files import files_on
from levend.web.public.site_folder import SiteFolder, replacing
from levend.web.public.views import KINDS, PAGE_SIZE

_LINKED = re.compile(rb'(?:href|src)="([^"#?]+)"')
_LINKED_IN_STYLE = re.compile(rb"url\(\s*['\"]?([^'\")#?]+)")
_ENDINGS = {media_type: ending for ending, media_type in KINDS.items()}


@dataclass(frozen=True)
class Fetched:
    status: int
    content: bytes


def export_site(folder: Path) -> SiteFolder:
    """Write region, list, every location's pages and documents, what these load, and `404.html` into `folder`.

    Raises `Invalid` for a folder that holds something else, and when a page loads a file that is not there;
    `OSError` when the disk refuses.
    """
    with replacing(folder) as site:
        application, assets = _Application(), set[str]()
        for path in _rendered_pages():
            assets |= _put_page(site, path, application.fetch(path, expected=200))
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                missing = f"{reverse('region')}404.html"
            assets |= _put_page(site, missing, application.fetch(missing, expected=404))
        for served in files_on(clock.today()):
            content = served.content()
            site.put(served.path, content)
            kind = _ENDINGS[served.media_type]
            site.also_at(served.path, reverse("document", args=[served.sha256, kind]))
            if kind == "html":
                assets |= _assets_of(content)
        _put_assets(site, application, assets)
    return site


def _rendered_pages() -> Iterator[str]:
    """Pages that the application makes when it is asked: the region and the list, in every language."""
    numbers = Paginator(published_locations(), PAGE_SIZE).page_range
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            paths = [
                reverse("region"),
                reverse("schools"),
                *(reverse("schools_page", args=[number]) for number in numbers if number > 1),
            ]
        yield from paths


def _put_page(site: SiteFolder, path: str, page: Fetched) -> set[str]:
    site.put(path, page.content)
    return _assets_of(page.content)


def _assets_of(page: bytes) -> set[str]:
    """Style sheets, drawings, letters and logos that a page loads from our own addresses."""
    return {
        address
        for address in (found.decode() for found in _LINKED.findall(page))
        if address.startswith((settings.STATIC_URL, "/thema/"))
    }


def _put_assets(site: SiteFolder, application: "_Application", assets: set[str]) -> None:
    """Put what pages load, and what their style sheets load in turn."""
    waiting, done = sorted(assets), set[str]()
    while waiting:
        path = waiting.pop()
        if path in done:
            continue
        done.add(path)
        content = application.fetch(path, expected=200).content
        site.put(path, content)
        if path.endswith(".css"):
            for found in _LINKED_IN_STYLE.findall(content):
                address = found.decode()
                if not urlsplit(address).scheme:
                    waiting.append(normpath(join(dirname(path), address)))


class _Application:
    """The application itself, asked without a network."""

    def __init__(self) -> None:
        self._handler = WSGIHandler()

    def fetch(self, path: str, *, expected: int) -> Fetched:
        """Raises `Invalid` for an answer with another status."""
        environ: dict[str, object] = {}
        setup_testing_defaults(environ)
        environ |= {"PATH_INFO": path, "HTTP_HOST": settings.ALLOWED_HOSTS[0], "wsgi.input": BytesIO()}
        environ["wsgi.url_scheme"] = urlsplit(settings.LEVEND_BASE_URL).scheme
        if settings.SECURE_PROXY_SSL_HEADER:
            name, value = settings.SECURE_PROXY_SSL_HEADER
            environ[name] = value
        request = WSGIRequest(environ)
        response = self._handler.get_response(request)
        try:
            content = response.getvalue()
        finally:
            with _database_kept_open():
                response.close()
        status = response.status_code
        if status != expected:
            message = _("%(path)s is niet te maken (%(status)d). Zijn de statische bestanden klaargezet?")
            raise Invalid(message % {"path": path, "status": status})
        return Fetched(status, content)


@contextmanager
def _database_kept_open() -> Iterator[None]:
    """A request that ends may close the connection to the database; ours goes on after it."""
    request_finished.disconnect(close_old_connections)
    try:
        yield
    finally:
        request_finished.connect(close_old_connections)
