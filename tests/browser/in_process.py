"""A real browser on pages that the application makes inside the test.

No server listens: every request of the browser is answered by Django's test client, so that the pages stand on what
the test made in its own transaction, which is rolled back as in any other test.
"""

from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route

from levend.accounts.models import User
from tests.browser.loop import with_loop

HOST = "http://localhost"  # which browsers trust as they trust https
DESKTOP_HEIGHT = 900
_STATUS = "Failed to load resource: the server responded with a status of"
"""What the browser says about every answer that is an error; the tests look at the status themselves."""

_PASSED_ON = ("accept", "hx-request")
"""Headers by which the application chooses between a page and a part of one."""

_ELSEWHERE = '<meta http-equiv="refresh" content="0; url={}">'

_SEND = """([address, fields]) => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  for (const [name, values] of Object.entries(fields)) for (const value of values) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}"""


@dataclass
class Visitor:
    """One person with a browser of their own; `complaints` holds what that browser complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def visit(self, path: str) -> int:
        """Open an address; the status of the answer."""
        response = self.page.goto(f"{HOST}{path}")
        assert response is not None
        return response.status

    def send(self, path: str, fields: dict[str, list[str]]) -> int:
        """Send a form, as a page that was open for long would; the status of the answer."""
        with self.page.expect_navigation() as navigation:
            self.page.evaluate(_SEND, [f"{HOST}{path}", fields])
        return navigation.value.status


class Visitors:
    """Everybody who visits in one test; each keeps their browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.made: dict[User | None, Visitor] = {}

    def of(self, user: User | None) -> Visitor:
        """The visitor who is logged in as this user; None is somebody without an account."""
        if user not in self.made:
            self.made[user] = self._make(user)
        return self.made[user]

    def leave(self) -> None:
        for context in self.contexts:
            context.close()

    def _make(self, user: User | None) -> Visitor:
        client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        if user is not None:
            with with_loop(None):
                client.force_login(user)
        context = self.browser.new_context(
            viewport={"width": 1280, "height": DESKTOP_HEIGHT},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        context.route("**/*", lambda route: _answer(client, route))
        self.contexts.append(context)
        visitor = Visitor(context.new_page())
        _listen(visitor)
        return visitor


def _listen(visitor: Visitor) -> None:
    page = visitor.page
    page.on("pageerror", lambda error: visitor.complaints.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            visitor.complaints.append(f"{page.url}: {message.text}")
            if message.type == "error" and not message.text.startswith(_STATUS)
            else None
        ),
    )


def _answer(client: Client, route: Route) -> None:
    address = urlsplit(route.request.url)
    if address.netloc != urlsplit(HOST).netloc:
        route.abort()
        return
    if address.path.startswith(settings.STATIC_URL):
        found = finders.find(address.path.removeprefix(settings.STATIC_URL))
        assert isinstance(found, str), f"{address.path} does not exist"
        route.fulfill(body=Path(found).read_bytes(), content_type=guess_type(found)[0] or "text/plain")
        return
    cache.clear()  # rate limits: many visit here from one address
    request = route.request
    with with_loop(None):
        response = client.generic(
            request.method or "GET",
            f"{address.path}?{address.query}" if address.query else address.path,
            request.post_data_buffer or b"",
            content_type=request.headers.get("content-type", "application/octet-stream"),
            headers={name: request.headers[name] for name in _PASSED_ON if name in request.headers},
        )
        body = response.getvalue()
    if "Location" in response.headers:
        # The headless shell goes nowhere on a redirect that was filled in here, nor to a place on the same page.
        address = response.headers["Location"].partition("#")[0]
        route.fulfill(body=_ELSEWHERE.format(address), content_type="text/html")
    else:
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=body)
