"""What every answer says to browsers and caches, over the whole table of addresses."""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.http.response import HttpResponseBase
from django.test import Client

from levend.accounts.enums import Role
from tests.security.asking import address, payload
from tests.security.database import contents, undone
from tests.security.scenes import SCENES, Scene
from tests.security.table import ROWS, Row

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # who gets which words is no matter of the database
BY_LINK = ("/meelezen/", "/post/afmelden/", "/agenda/")
_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)(?![^>]*application/(?:json|ld\+json))|<style\b|\sstyle=\"|\son[a-z]+=\"|javascript:",
    re.IGNORECASE,
)


def one_row_each(method: str) -> dict[str, list[Row]]:
    """Every address once, in the first situation that the table has for it, by situation."""
    found: dict[str, list[Row]] = {}
    seen: set[str] = set()
    for row in ROWS:
        if row.method == method and row.key not in seen:
            seen.add(row.key)
            found.setdefault(row.scene, []).append(row)
    return found


def answers(situation: str, rows: list[Row]) -> "Iterator[tuple[str, str, HttpResponseBase]]":
    """Each address as nobody, as the director and as somebody who may not see it."""
    scene = SCENES[situation]()
    people: dict[str, Client] = {"nobody": Client(), "director": Client(), "stranger": Client()}
    people["director"].force_login(scene.linde.user(Role.DIRECTOR))
    people["stranger"].force_login(scene.stranger(Role.DIRECTOR))
    for row in rows:
        url = address(row, scene)
        for who, client in people.items():
            with undone():
                yield f"{row} for {who}", url, _send(client, row, url, scene)


def _send(client: Client, row: Row, url: str, scene: Scene) -> HttpResponseBase:
    cache.clear()
    kept = client.cookies.copy()
    response = client.post(url, payload(row, scene)) if row.method == "POST" else client.get(url)
    client.cookies = kept
    return response


GETS, POSTS = one_row_each("GET"), one_row_each("POST")


@pytest.mark.parametrize(
    ("situation", "rows"),
    [*GETS.items(), *POSTS.items()],
    ids=[f"GET {one}" for one in GETS] + [f"POST {one}" for one in POSTS],
)
def test_every_answer_carries_what_protects_it(situation: str, rows: list[Row]) -> None:
    faults = [
        f"{what}: {fault}"
        for what, url, response in answers(situation, rows)
        for fault in (*_faults_everywhere(url, response), *_faults_of_caching(url, response))
    ]
    assert not faults, "\n" + "\n".join(faults)


def _faults_everywhere(url: str, response: HttpResponseBase) -> Iterator[str]:
    headers = response.headers
    policy = headers.get("Content-Security-Policy", "")
    if "unsafe-inline" in policy or "unsafe-eval" in policy or "*" in policy:
        yield f"a policy that allows too much: {policy}"
    for directive in (
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ):
        if directive not in policy:
            yield f"no {directive}"
    if headers.get("X-Frame-Options") != "DENY":
        yield "may stand in a frame"
    if headers.get("X-Content-Type-Options") != "nosniff":
        yield "may be sniffed"
    if headers.get("Referrer-Policy") != ("no-referrer" if url.startswith(BY_LINK) else "same-origin"):
        yield "tells other sites where somebody was"
    if headers.get("Content-Type", "").startswith("text/html"):
        yield from (f"inline: {found}" for found in _INLINE.findall(response.content.decode()))


def _faults_of_caching(url: str, response: HttpResponseBase) -> Iterator[str]:
    kept = response.headers.get("Cache-Control", "")
    if url.startswith(BY_LINK) and "noindex" not in response.headers.get("X-Robots-Tag", ""):
        yield "may be found by a search engine"
    if url.startswith(("/werk/", "/inloggen/", *BY_LINK)):
        if "no-store" not in kept or "private" not in kept:
            yield f"a cache may keep it: {kept}"
        if not url.startswith(BY_LINK):
            return
    if response.cookies:
        yield f"sets {list(response.cookies)}"
    if "cookie" in response.headers.get("Vary", "").lower():
        yield "differs by cookie"


@pytest.mark.parametrize("situation", ["published", "submitted"])
def test_a_public_page_is_the_same_for_everybody(situation: str) -> None:
    """Or a cache would give one person's page to another."""
    scene = SCENES[situation]()
    member = Client()
    member.force_login(scene.linde.user(Role.DIRECTOR))
    for url in ("/", "/scholen/", f"/scholen/{scene.code}/", f"/scholen/{scene.code}/profiel.pdf"):
        first, second = Client().get(url), member.get(url)
        assert first.content == second.content, url
        assert first.headers.get("ETag") == second.headers.get("ETag"), url
        assert scene.linde.user(Role.DIRECTOR).name not in second.content.decode(errors="replace")


BY_KEY = {"read_along_chapter", "stop_letters"}
"""Its address is the key: who can send the form has it, and no browser adds anything by itself."""
OPEN = {"verify"}
"""Takes a form from anywhere: it changes nothing, and asks neither who sends it nor for a cookie."""


@pytest.mark.parametrize("situation", list(POSTS))
def test_a_form_of_another_site_changes_nothing(situation: str) -> None:
    """Every address that takes a form refuses one without the token of its own page."""
    scene = SCENES[situation]()
    client = Client(enforce_csrf_checks=True)
    client.force_login(scene.linde.user(Role.DIRECTOR))
    urls = {str(row): (row, address(row, scene)) for row in POSTS[situation] if row.name not in BY_KEY}
    before = contents()
    for name, (row, url) in urls.items():
        response = client.post(url, payload(row, scene), headers={"Origin": "https://elders.example"})
        if row.name in OPEN:
            assert not response.cookies, name
            continue
        # Where no form is taken at all, the method itself is refused.
        assert response.status_code in ({403, 405} if row.own[Role.DIRECTOR] == "405" else {403}), name
    assert contents() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_do_nothing(method: str) -> None:
    scene = SCENES["asked"]()
    client = Client()
    client.force_login(scene.linde.user(Role.DIRECTOR))
    rows = [row for row in GETS["asked"] + GETS["draft"] + GETS["nothing"] if row.name != "begin"]
    urls = {str(row): address(row, scene) for row in rows}
    before = contents()
    for name, url in urls.items():
        response = getattr(client, method)(url)
        expected = {405, 404} | ({200} if method == "options" else set())
        # allauth leads who is logged in away from the login before it looks at the method
        assert response.status_code in expected | ({302} if url.startswith("/inloggen/") else set()), name
    assert contents() == before
