"""Reading along by a link, in a browser that nobody knows."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.profiles.models import CoReader, Remark, SupportProfile
from tests.factories import profiles
from tests.factories.formats import make_version
from tests.factories.region import Region
from tests.profiles.together import WORDS, link, remark
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db
FORMAT = """\
key: lezers
version: 1
title: Format met lezers
chapters:
  - key: alles
    number: "1"
    title: Alles
    items:
      - {type: fixed_text, text: Elke school doet mee.}
      - {key: open, type: long_text, label: Voor iedereen}
      - {key: verband, type: long_text, label: Voor het verband, audience: consortium}
      - {key: intern, type: long_text, label: Voor onszelf, audience: internal}
      - key: keuze
        type: choices
        label: Onder ons gekozen
        audience: internal
        options: [{key: anders, label: Anders}]
      - {key: keuze-anders, type: text, label: Namelijk, namely_for: [keuze, anders]}
      - {key: dyslexie, type: number, label: Aantal met dyslexie, tags: ["keyfigure:KG-DYS"]}
      - {key: leeg, type: text, label: Nog leeg}
  - key: intern-deel
    title: Onder ons
    items:
      - {key: geheim, type: text, label: Geheim, audience: internal}
"""
SAID = {
    "open": "Hier woont de meerkoet.",
    "verband": "Boomvalk",
    "intern": "Kwikstaart",
    "keuze": ["anders"],
    "keuze-anders": "Putter",
    "dyslexie": 3,
    "geheim": "Sijs",
}


@pytest.fixture
def profile(region: Region) -> SupportProfile:
    made = profiles.make_profile(region.linde.location, make_version(FORMAT))
    profiles.answer(made, region.linde.actor(Role.EDITOR), SAID)
    return made


@pytest.fixture
def reader() -> Client:
    return Client(enforce_csrf_checks=True)


def test_a_reader_reads_what_will_be_public_and_no_more(
    region: Region, profile: SupportProfile, reader: Client
) -> None:
    start = f"/meelezen/{link(region.linde, profile)}/"
    first, chapter = Html(reader.get(start)), Html(reader.get(f"{start}alles/"))

    assert "Welkom, Sanne Bakker." in first.text
    assert "1. Alles" in first.text
    assert "Onder ons" not in first.text
    assert SAID["open"] in chapter.text
    assert "Elke school doet mee." in chapter.text
    whole = "".join(reader.get(f"{start}{key}/").content.decode() for key in ("alles", "intern-deel"))
    for hidden in (
        "Boomvalk",
        "Kwikstaart",
        "Putter",
        "Sijs",
        "Voor onszelf",
        "Voor het verband",
        "Namelijk",
    ):
        assert hidden not in whole
    assert not chapter.has("v-dyslexie"), "three children are too few to tell"
    assert not chapter.has("v-leeg")
    assert "zorgplicht" in chapter.text


def test_a_remark_by_link_reaches_the_school_and_its_answer_comes_back(
    region: Region, profile: SupportProfile, reader: Client, browser_of: Callable[[User], Client]
) -> None:
    url = f"/meelezen/{link(region.linde, profile)}/alles/"
    remark(region.linde, profile, chapter="alles", question="open", text="Onder ons gezegd.")
    placed = reader.post(url, {"doe": "plaats", "vraag": "open", "text": WORDS}, headers={"Origin": "null"})
    row = Remark.objects.get(text=WORDS)
    assert placed.headers["Location"] == f"{url}#reeks-{row.thread_id}"
    editor = browser_of(region.linde.user(Role.EDITOR))
    page = Html(editor.get("/werk/12AB00/opmerkingen/alles/")).by_id(f"reeks-{row.thread_id}").text
    assert "Sanne Bakker, ouder, leest mee" in page
    editor.post(
        "/werk/12AB00/opmerkingen/alles/", {"doe": "antwoord", "reeks": row.thread_id, "text": "Gedaan."}
    )
    editor.post("/werk/12AB00/opmerkingen/alles/", {"doe": "opgelost", "reeks": row.thread_id})

    seen = Html(reader.get(url))
    assert "Gedaan." in seen.by_id("v-open").text
    assert "opgelost" in seen.by_id("v-open").text
    assert "Onder ons gezegd." not in seen.text
    reader.post(url, {"doe": "wijzig", "opmerking": row.pk, "text": "Anders gezegd."})
    assert "Anders gezegd." in Html(reader.get(url)).text
    reader.post(url, {"doe": "trek-in", "opmerking": row.pk})
    assert "Deze opmerking is ingetrokken." in Html(reader.get(url)).text
    assert reader.post(url, {"doe": "heropen", "reeks": row.thread_id}).status_code == 403


@pytest.mark.parametrize("question", ["intern", "verband", "keuze-anders"])
def test_a_reader_cannot_ask_about_what_is_not_shown(
    region: Region, profile: SupportProfile, reader: Client, question: str
) -> None:
    url = f"/meelezen/{link(region.linde, profile)}/alles/"
    assert reader.post(url, {"doe": "plaats", "vraag": question, "text": WORDS}).status_code == 404
    assert not Remark.objects.exists()


def test_words_that_cannot_be_taken_stay_in_their_field(
    region: Region, profile: SupportProfile, reader: Client
) -> None:
    url = f"/meelezen/{link(region.linde, profile)}/alles/"
    refused = reader.post(url, {"doe": "plaats", "vraag": "open", "text": "x" * 2_001})

    assert refused.status_code == 422
    assert Html(refused).by_id("t-open").text == "x" * 2_001
    assert "te lang" in Html(refused).by_id("fout").text


def test_a_link_that_reads_only_has_no_forms(region: Region, profile: SupportProfile, reader: Client) -> None:
    url = f"/meelezen/{link(region.linde, profile, may_remark=False)}/alles/"
    page = Html(reader.get(url))

    assert SAID["open"] in page.text
    assert [each.tag for each in page.elements if each.tag == "form"] == []
    assert reader.post(url, {"doe": "plaats", "text": WORDS}).status_code == 403


def test_whatever_is_not_there_looks_the_same(
    region: Region, profile: SupportProfile, reader: Client, director: Client
) -> None:
    """A link that was taken back, one that never was, and a chapter that the format does not have."""
    cache.clear()
    works = link(region.linde, profile)
    ended = link(region.linde, profile, name="Ouderraad")
    row = CoReader.objects.get(name="Ouderraad")
    assert director.post(f"/werk/12AB00/meelezers/{row.pk}/intrekken/").status_code == 302
    bodies = set()
    for path in (f"{ended}/", f"{ended}/alles/", "geraden/", "geraden/alles/", f"{works}/bestaat-niet/"):
        answer = reader.get(f"/meelezen/{path}")
        assert answer.status_code == 404
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
        bodies.add(Html(answer).text)
    assert len(bodies) == 1
    assert "werkt niet, of niet meer" in bodies.pop()


def test_guessing_is_slowed_down(region: Region, profile: SupportProfile, reader: Client) -> None:
    cache.clear()
    start = f"/meelezen/{link(region.linde, profile)}/"
    statuses = [reader.get(f"/meelezen/geraden-{number}/").status_code for number in range(12)]

    assert statuses == [404] * 10 + [429] * 2
    assert reader.get(start).status_code == 429
    cache.clear()
    assert reader.get(start).status_code == 200


def test_a_day_of_reading_is_counted_once(region: Region, profile: SupportProfile, reader: Client) -> None:
    start = f"/meelezen/{link(region.linde, profile)}/"
    for _again in range(3):
        reader.get(start)
        reader.get(f"{start}alles/")
    row = CoReader.objects.get()

    assert row.days_used == 1
    assert row.last_used_on is not None


def test_three_remarks_need_no_more_queries_than_one(
    region: Region, profile: SupportProfile, reader: Client
) -> None:
    url = f"/meelezen/{link(region.linde, profile)}/alles/"
    counts = []
    for number in range(3):
        reader.post(url, {"doe": "plaats", "vraag": "open", "text": f"Vraag {number}"})
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[2] <= 7


def test_a_new_link_is_shown_once_and_ended_on_its_page(
    profile: SupportProfile, director: Client, reader: Client
) -> None:
    page = "/werk/12AB00/meelezers/"
    sent = {"name": "Sanne Bakker", "kind": "parent", "days": "7", "may_remark": "on"}
    made = Html(director.post(page, sent)).by_id("link").attributes["value"]
    path = "/meelezen/" + made.partition("/meelezen/")[2]
    assert reader.get(path).status_code == 200

    shown = Html(director.get(page))
    assert not shown.has("link")
    assert "op 1 dag gebruikt" in shown.text
    assert path.split("/")[2] not in director.get(page).content.decode()
    wrong = director.post(page, {**sent, "days": "90"})
    assert wrong.status_code == 422
    assert "van 1 tot en met 60" in Html(wrong).by_id("id_days_error").text
    director.post(f"{page}{CoReader.objects.get().pk}/intrekken/")
    assert reader.get(path).status_code == 404
    assert "ingetrokken door Directeur de linde" in Html(director.get(page)).text
    assert "maakte een link om mee te lezen" in Html(director.get("/werk/12AB00/logboek/")).text
