"""Addresses with numbers and words that nobody was given, and queries that no page asks."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.models import AdoptionCase
from tests.security.database import contents
from tests.security.hostile import EMOJI, NOTHING, SCRIPT, WORD
from tests.security.scenes import ANSWER, SCENES, Scene

pytestmark = [pytest.mark.django_db, pytest.mark.both]
STRANGE = [
    "0", "-1", "1e3", "99999999999999999999", "9" * 5_000, "٣", "abc", "..", "%2e%2e%2f", "%00", "%F0%9F%92%A9", "%ED%A0%80",
    "12AB00%20", "12ab00", "'%20OR%201=1", "<script>", "{{7*7}}", "a" * 3_000, "%0d%0aSet-Cookie:x=1",
]  # fmt: skip
ADDRESSES = [
    "/scholen/{}/",
    "/scholen/{}/profiel.pdf",
    "/scholen/12AB00/op/{}/",
    "/scholen/12AB00/op/{}/profiel.pdf",
    "/thema/{}.css",
    "/inloggen/uitnodiging/{}/",
    "/inloggen/wachtwoord-vergeten/{}-{}/",
    "/werk/{}/profiel/",
    "/werk/{}/concept/",
    "/werk/12AB00/profiel/{}/",
    "/werk/12AB00/profiel/alles/{}/",
    "/werk/12AB00/profiel/alles/{}/eerder/",
    "/werk/{}/begin/",
    "/werk/{}/stappen/",
    "/werk/12AB00/stappen/{}/",
    "/werk/12AB00/stappen/voorwaarde/{}/",
    "/werk/12AB00/tekst/{}/",
    "/werk/12AB00/tekst/{}/concept.pdf",
    "/werk/12AB00/verschil/{}/{}/",
    "/werk/12AB00/papier/{}/",
    "/werk/mensen/school/{}/",
    "/werk/mensen/raad/{}/",
    "/werk/mensen/bestuur/{}/",
    "/werk/mensen/groep/{}/",
    "/werk/mensen/verzonnen/{}/",
    "/werk/mensen/rol/{}/beeindig/",
    "/werk/mensen/uitnodiging/{}/opnieuw/",
    "/werk/rondes/{}/",
    "/werk/rondes/{}/opzet/",
]
DAYS = ["2026-02-31", "0000-01-01", "9999-12-31", "0001-01-01", "2026-1-1", "99999-01-01"]


@pytest.fixture
def letter() -> Scene:
    return SCENES["letter"]()


def browser(scene: Scene, role: Role) -> Client:
    client = Client()
    client.force_login(scene.linde.user(role))
    return client


def test_an_address_that_leads_nowhere_is_not_found(letter: Scene) -> None:
    client = browser(letter, Role.DIRECTOR)
    before = contents()
    faults = [
        f"{send.__name__} {address} with {word[:40]!r}: {fault}"
        for address in ADDRESSES
        for word in [*STRANGE, *DAYS]
        for send in (client.get, client.post)
        if (fault := _fault(address, send(address.replace("{}", word))))
    ]
    assert not faults, "\n" + "\n".join(faults)
    assert contents() == before


def _fault(address: str, response: HttpResponse) -> str:
    """A word that is no token gives the page that a used link gives; a code is found whatever its capitals.

    Whose step it never is hears that before the number of the condition is looked at.
    """
    other = {"wachtwoord": 200, "voorwaarde": 403}
    allowed = {404, 405, 301, 302} | {status for part, status in other.items() if part in address}
    if response.status_code not in allowed:
        return str(response.status_code)
    if "Set-Cookie" in response.headers:
        return "sets a cookie"
    return "a script" if "<script>alert" in response.content.decode(errors="replace") else ""


def test_a_day_that_is_none_or_long_past_shows_no_profile() -> None:
    scene = SCENES["published"]()
    for day in DAYS:
        for end in ("", "profiel.pdf", "profiel.json"):
            response = Client().get(f"/scholen/{scene.code}/op/{day}/{end}")
            page = response.content.decode()
            after_the_last_one = not end and "gold er geen profiel" in page
            assert response.status_code == 404 or after_the_last_one, (day, end)
            assert ANSWER not in page


QUERIES: dict[str, tuple[str, Role]] = {
    "/scholen/": ("zoek soort bladzijde", Role.VIEWER),
    "/werk/scholen/": ("zoek stand bladzijde", Role.COORDINATOR),
    "/werk/mensen/": ("zoek bladzijde", Role.COORDINATOR),
    "/werk/besluiten/": ("bladzijde kies", Role.BOARD_MEMBER),
    "/werk/ontvangen/": ("bladzijde kies", Role.COORDINATOR),
    "/inloggen/": ("next", Role.VIEWER),
}


ASKED = [
    EMOJI, SCRIPT, WORD, NOTHING, "\x00", "é" * 5_000, "0", "-1", "9" * 30, "9" * 5_000, "1.5", "٣", "alle", "%", "_", "\\",
    "'; DROP TABLE", "zoek=x&zoek=y", "a b c " * 400, "//elders.example", "javascript:alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("address", list(QUERIES))
def test_a_query_is_answered_whatever_it_asks(address: str, letter: Scene) -> None:
    names, role = QUERIES[address]
    client = Client() if address.startswith(("/scholen", "/inloggen")) else browser(letter, role)
    for name in names.split():
        for value in ASKED:
            response = client.get(address, {name: value})
            assert response.status_code == 200, (name, value[:40])
            page = response.content.decode()
            assert "<script>alert" not in page
            assert 'href="javascript:' not in page
            assert 'href="//elders' not in page


def test_a_wildcard_searches_for_itself() -> None:
    scene = SCENES["published"]()
    assert scene.code in Client().get("/scholen/", {"zoek": "Linde"}).content.decode()
    for words in ("%", "_", "L_nde", "L%e", "\\"):
        assert scene.code not in Client().get("/scholen/", {"zoek": words}).content.decode(), words


# --- ids in forms


KEYS: list[list[str]] = [
    [], [""], ["abc"], ["-1"], ["0"], ["9" * 30], ["1.0"], [EMOJI], ["٣"], ["1; DROP"], ["x"] * 3_000,
]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "decision", "situation", "role", "more"),
    [
        ("/werk/besluiten/", "vaststellen", "advised", Role.BOARD_MEMBER, {"meeting_date": "2026-11-20"}),
        ("/werk/besluiten/", "adviseren", "asked", Role.COUNCIL_CHAIR, {}),
        ("/werk/ontvangen/", "ontvangen", "submitted", Role.COORDINATOR, {}),
    ],
)
def test_keys_that_are_none_decide_nothing(
    address: str, decision: str, situation: str, role: Role, more: dict[str, str]
) -> None:
    scene = SCENES[situation]()
    client = browser(scene, role)
    before = contents()
    for cases in KEYS:
        response = client.post(address, {"besluit": decision, "cases": cases, **more})
        assert response.status_code in {200, 422}, cases[:3]
        assert '<html lang="nl"' in response.content.decode()
    assert contents() == before


@pytest.mark.parametrize("decision", ["", "verzonnen", "ontvangen", EMOJI])
def test_a_decision_that_is_not_on_the_page_decides_nothing(decision: str) -> None:
    scene = SCENES["advised"]()
    client = browser(scene, Role.BOARD_MEMBER)
    before = contents()
    data = {"besluit": decision, "cases": [str(scene.case.pk)], "meeting_date": "2026-11-20"}
    assert client.post("/werk/besluiten/", data).status_code == 200
    assert contents() == before


Change = Callable[[Scene], dict[str, str]]


@pytest.mark.parametrize(
    "change",
    [
        lambda scene: {"version": "99999"},
        lambda scene: {"consortium": str(scene.region.beuk.consortium.pk)},
        lambda scene: {"school_year": "1999-2000"},
        lambda scene: {"school_year": "2026-2028"},
    ],
    ids=["version", "consortium", "long ago", "no year"],
)
def test_a_profile_is_begun_with_what_may_be_chosen_only(change: Change) -> None:
    from tests.security.asking import PAYLOADS

    scene = SCENES["nothing"]()
    client = browser(scene, Role.DIRECTOR)
    client.post("/werk/12AB00/begin/", {**PAYLOADS["begin"](scene), **change(scene)})
    for case in AdoptionCase.objects.all():
        assert case.consortium == scene.linde.consortium
        assert case.profile.school_year in {"2026-2027", "2027-2028"}
