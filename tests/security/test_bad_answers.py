"""Answers of every type, sent with what no browser would send: by the chapter's form and by autosave."""

import html
import json
import re

import pytest
from django.http import HttpResponse
from django.test import Client

from levend.accounts.enums import Role
from levend.profiles.models import Answer, AnswerRevision, SupportProfile
from tests.factories.formats import SMALL, make_version
from tests.factories.profiles import make_profile
from tests.factories.region import Region, make_region
from tests.security.database import changed, contents, undone
from tests.security.hostile import CONTROLS, EMOJI, LONG, NOTHING, SCRIPT, TOO_LONG, WORD

pytestmark = [pytest.mark.django_db, pytest.mark.both]
CHAPTERS = {"missie": "school", "motto": "school", "groepen": "school", "besproken-op": "school"}
"""The chapter of a question; the others stand in the second."""

REFUSED: dict[str, list[object]] = {
    "missie": [LONG, TOO_LONG, "é" * 1501],
    "motto": [LONG, "é" * 301],
    "groepen": [
        "acht",
        "-1",
        "100",
        "1e2",
        "1,2,3",
        "NaN",
        "inf",
        "9" * 400,
        "0x10",
        EMOJI,
        WORD,
        SCRIPT,
    ],
    "besproken-op": [
        "31-02-2026",
        "1-1-99999",
        "0-0-0",
        "morgen",
        "2026-13-45",
        EMOJI,
        WORD,
        SCRIPT,
        "1-1-26-1",
    ],
    "arrangement": ["misschien", "1", EMOJI, WORD],
    "methoden": ["verzonnen", ["dyslexie", "verzonnen"], ["geen", "dyslexie"], EMOJI, SCRIPT],
    "oordeel": ["uitstekend", EMOJI, "GOED "],
    "samenwerking": ["verzonnen", WORD, SCRIPT],
}
TAKEN: dict[str, list[tuple[object, object]]] = {
    "missie": [
        (EMOJI, EMOJI),
        (WORD, WORD),
        (SCRIPT, SCRIPT),
        (CONTROLS, "voorna"),
        ("é" * 1500, "é" * 1500),
        (NOTHING, None),
        ("  ", None),
    ],
    "motto": [(EMOJI, EMOJI), (WORD, WORD), (SCRIPT, SCRIPT), (CONTROLS, "voorna"), (NOTHING, None)],
    "groepen": [("8", 8), (" 8 ", 8), ("8,5", 8.5), ("", None)],
    "besproken-op": [("2-11-2026", "2026-11-02"), ("29-2-2028", "2028-02-29"), ("", None)],
    "arrangement": [("true", True), ("false", False), ("", None)],
    "methoden": [(["anders", "dyslexie", "dyslexie"], ["dyslexie", "anders"]), ([""], None)],
    "oordeel": [("goed", "goed"), ("", None)],
    "samenwerking": [(" zorg ", "zorg")],
}


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def profile(region: Region) -> SupportProfile:
    return make_profile(region.linde.location, make_version(SMALL))


@pytest.fixture
def client(region: Region) -> Client:
    browser = Client()
    browser.force_login(region.linde.user(Role.EDITOR))
    return browser


def chapter(key: str) -> str:
    return f"/werk/12AB00/profiel/{CHAPTERS.get(key, 'hulp')}/"


def send(client: Client, way: str, key: str, value: object, **more: str) -> HttpResponse:
    data = {key: value, f"{key}.revision": "0", **more}
    if way == "chapter":
        return client.post(chapter(key), data)
    headers = {"HX-Request": "true"} if way == "autosave" else {}
    return client.post(f"{chapter(key)}{key}/", data, headers=headers)


WAYS = ["chapter", "autosave", "without script"]


@pytest.mark.sqlite  # nothing of it reaches a database
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("key", list(REFUSED))
def test_what_is_no_answer_is_refused_near_its_question(
    key: str, way: str, client: Client, profile: SupportProfile
) -> None:
    before = contents()
    faults = []
    for value in REFUSED[key]:
        with undone() as writes:
            response = send(client, way, key, value)
            touched = changed(before, contents()) if writes else set()
        if response.status_code != 422:
            faults.append(f"{value!r:.60}: answered with {response.status_code}")
        elif touched:
            faults.append(f"{value!r:.60}: changed {touched}")
        elif not _fault_at(response, key):
            faults.append(f"{value!r:.60}: nothing said near the question")
        elif "<script>alert" in response.content.decode():
            faults.append(f"{value!r:.60}: not escaped")
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("key", list(TAKEN))
def test_what_is_an_answer_is_kept_and_shown_as_it_is(
    key: str, way: str, client: Client, profile: SupportProfile
) -> None:
    for value, kept in TAKEN[key]:
        with undone():
            response = send(client, way, key, value)
            assert response.status_code in {200, 302}, value
            row = Answer.objects.filter(profile=profile, question_key=key).first()
            assert (row.value if row else None) == kept, value
            if isinstance(kept, str) and key in {"missie", "motto"}:
                for url in (chapter(key), "/werk/12AB00/concept/", f"{chapter(key)}{key}/eerder/"):
                    page = client.get(url).content.decode()
                    assert html.escape(kept) in page, (url, value)
                    assert "<script>alert" not in page


def _fault_at(response: HttpResponse, key: str) -> str:
    found = re.search(
        rf'id="e-{key}"[^>]*><p class="error">.*?<span>(.*?)</span>', response.content.decode(), re.DOTALL
    )
    return found[1].strip() if found else ""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({"0.wat": EMOJI, "0.wie": WORD}, 200),
        ({"0.wie": "Zonder scholing"}, 200),
        ({"7.wat": "Een", "3.wat": "Twee"}, 200),
        ({"0.wat": "Autisme", "0.verzonnen": "x", "0": "y", "0.wat.meer": "z"}, 200),
        ({"-1.wat": "x", "abc.wat": "y", "99999999999999999999.wat": "z", "٣.wat": "w", ".wat": "v"}, 200),
        ({"0.wat": "Autisme", "0.klaar": "ooit"}, 422),
        ({"0.wat": "Autisme", "0.klaar": "9" * 400}, 422),
        ({"0.wat": TOO_LONG}, 422),
        ({f"{number}.wat": "x" for number in range(300)}, 422),
    ],
)
def test_a_table_takes_its_own_cells_only(
    cells: dict[str, str], status: int, way: str, client: Client, profile: SupportProfile
) -> None:
    before = contents()
    more = {f"scholing.{name}": text for name, text in cells.items()}
    response = send(client, way, "scholing", "", **more)
    assert response.status_code in ({200, 302} if status == 200 else {status})
    if status == 422:
        assert changed(before, contents()) == set()
        assert _fault_at(response, "scholing")
        return
    row = Answer.objects.filter(profile=profile, question_key="scholing").first()
    for line in row.value if row else []:
        assert set(line) <= {"wie", "wat", "klaar"}
        assert all(line.values())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("revision", ["", "abc", "-1", "1.0", "9" * 30, "٣", EMOJI, "0x1", "1e3", "\x00"])
def test_a_revision_that_is_none_never_overwrites_anything(
    revision: str, way: str, client: Client, profile: SupportProfile
) -> None:
    send(client, way, "motto", "Samen groeien")
    key = {"motto": "Iets anders", "motto.revision": revision}
    url = chapter("motto") if way == "chapter" else f"{chapter('motto')}motto/"
    response = client.post(url, key, headers={"HX-Request": "true"} if way == "autosave" else {})
    assert response.status_code == 409
    body = response.content.decode()
    assert "Samen groeien" in body
    assert "Iets anders" in body
    assert Answer.objects.get(question_key="motto").value == "Samen groeien"
    # Both texts stay: who lost finds theirs back.
    assert "Iets anders" in [row.value for row in AnswerRevision.objects.filter(answer__question_key="motto")]


@pytest.mark.parametrize(
    "own",
    [
        "", "{", "null", "[]", '{"a": 1}', "NaN", "Infinity", "1e999", "9" * 5000, '"\\ud800"', "[" * 200_000,
        '{"a":' * 50_000, "true", '"' + "é" * 30_000 + '"', '["missie"]', "\x00",
    ],
    ids=lambda text: repr(text)[:20],
)  # fmt: skip
def test_a_text_that_was_set_aside_is_judged_like_any_answer(
    own: str, client: Client, profile: SupportProfile
) -> None:
    send(client, "chapter", "missie", "Ieder kind hoort erbij.")
    data = {"missie": "", "missie.revision": "1", "missie.mijn": own, "kies": "missie:mijn"}
    response = client.post(chapter("missie"), data)
    assert response.status_code in {302, 422}
    value = Answer.objects.get(question_key="missie").value
    assert value is None or isinstance(value, str)
    json.dumps(value).encode()
    assert len(value or "") <= 1500


@pytest.mark.sqlite  # nothing of it reaches a database
@pytest.mark.parametrize("key", ["kies", "rij-erbij", "rij-weg", "page", "shown"])
@pytest.mark.parametrize(
    "value",
    [
        "",
        ":",
        "verzonnen",
        "verzonnen:mijn",
        "missie:",
        ".",
        "scholing.",
        "scholing.9999",
        EMOJI,
        TOO_LONG,
        "../",
    ],
)
def test_a_button_of_no_page_does_nothing_strange(
    key: str, value: str, client: Client, profile: SupportProfile
) -> None:
    for name in ("missie", "scholing"):
        for way in WAYS:
            with undone():
                response = send(client, way, name, "", **{key: value})
                assert response.status_code in {200, 302}
                if response.status_code == 302:
                    assert client.get(response.headers["Location"].partition("#")[0]).status_code == 200


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "scholing.4",
        "scholing.999",
        "scholing.-1",
        "missie.3",
        "verzonnen.3",
        EMOJI,
        "a" * 5_000,
        "scholing.٣",
    ],
)
def test_rows_are_asked_for_in_the_address(rows: str, client: Client, profile: SupportProfile) -> None:
    response = client.get(chapter("scholing"), {"rijen": rows})
    assert response.status_code == 200
    assert response.content.decode().count('name="scholing.') < 1_500


def test_a_question_of_another_chapter_is_not_saved_by_this_one(
    client: Client, profile: SupportProfile
) -> None:
    response = client.post(chapter("missie"), {"samenwerking": "zorg", "samenwerking.revision": "0"})
    assert response.status_code == 302
    assert not Answer.objects.exists()
    assert client.post(f"{chapter('missie')}samenwerking/", {"samenwerking": "zorg"}).status_code == 404
    assert client.post(f"{chapter('missie')}verzonnen/", {"verzonnen": "x"}).status_code == 404


def test_a_chapter_with_one_wrong_answer_keeps_the_others_and_shows_what_was_typed(
    client: Client, profile: SupportProfile
) -> None:
    data = {"missie": EMOJI, "missie.revision": "0", "groepen": "een stuk of acht", "groepen.revision": "0"}
    response = client.post(chapter("missie"), data)
    assert response.status_code == 422
    page = response.content.decode()
    assert "een stuk of acht" in page
    assert _fault_at(response, "groepen")
    assert Answer.objects.get().value == EMOJI
