"""Talking about a chapter on its pages, without JavaScript."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.profiles.models import Remark, RemarkThread, SupportProfile
from tests.factories.region import Region
from tests.profiles.together import WORDS, remark
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db
PAGE = "/werk/12AB00/opmerkingen/school/"
CHAPTER = "/werk/12AB00/profiel/school/"


def test_a_remark_from_question_to_solution(
    region: Region, profile: SupportProfile, editor: Client, director: Client
) -> None:
    link = next(
        each for each in Html(editor.get(CHAPTER)).elements
        if each.tag == "a" and "vraag=missie" in each.attributes["href"]
    )  # fmt: skip
    assert "Wat is uw missie?" in link.text
    page = Html(editor.get(link.attributes["href"].split("#")[0]))
    assert [each.attributes["value"] for each in page.elements if "selected" in each.attributes] == ["missie"]

    placed = editor.post(
        PAGE,
        {"doe": "plaats", "vraag": "missie", "text": WORDS, "tell": [region.linde.user(Role.DIRECTOR).pk]},
    )
    thread = RemarkThread.objects.get()
    assert placed.headers["Location"] == f"{PAGE}#reeks-{thread.pk}"

    margin = Html(director.get(CHAPTER)).by_id(f"reeks-{thread.pk}")
    assert WORDS in margin.text
    assert "Wat is uw missie?" in margin.text
    assert "1 open opmerking" in Html(director.get("/werk/12AB00/profiel/")).text
    sent = {"doe": "antwoord", "reeks": thread.pk, "terug": "hoofdstuk", "text": "Gedaan: een half jaar."}
    assert director.post(PAGE, sent).headers["Location"] == f"{CHAPTER}#reeks-{thread.pk}"
    director.post(PAGE, {"doe": "opgelost", "reeks": thread.pk})

    shown = Html(editor.get(PAGE)).by_id(f"reeks-{thread.pk}").text
    assert "opgelost" in shown
    assert shown.index(WORDS) < shown.index("Gedaan: een half jaar.")
    assert "Bericht aan Directeur de linde" in shown
    assert not Html(editor.get(CHAPTER)).has(f"reeks-{thread.pk}")


def test_words_that_cannot_be_taken_stay_in_their_field(profile: SupportProfile, editor: Client) -> None:
    long = "woord " * 400
    page = Html(editor.post(PAGE, {"doe": "plaats", "vraag": "motto", "text": long, "for_readers": "on"}))

    field = page.by_id("tekst")
    assert "te lang: 2399 tekens" in page.by_id("fout").text
    assert field.attributes["aria-invalid"] == "true"
    assert field.text == long.strip()
    assert "checked" in page.by_id("voor-meelezers").attributes
    assert not Remark.objects.exists()


def test_an_author_puts_it_right_and_takes_it_away(
    region: Region, profile: SupportProfile, editor: Client, director: Client
) -> None:
    row = remark(region.linde, profile)
    assert not Html(director.get(PAGE)).has(f"wijzig-{row.pk}")
    editor.post(PAGE, {"doe": "wijzig", "opmerking": row.pk, "text": "Zo bedoelde ik het."})
    assert "Zo bedoelde ik het." in Html(editor.get(PAGE)).by_id(f"wijzig-{row.pk}").text
    assert director.post(PAGE, {"doe": "trek-in", "opmerking": row.pk}).status_code == 404
    editor.post(PAGE, {"doe": "trek-in", "opmerking": row.pk})

    page = Html(director.get(PAGE)).text
    assert "Deze opmerking is ingetrokken." in page
    assert "Zo bedoelde ik het." not in page


def test_before_advice_the_page_tells_what_is_open(
    region: Region, profile: SupportProfile, browser_of: Callable[[User], Client]
) -> None:
    from tests.adoption.story import Story

    story = Story.begin(region.wilg)
    story.complete()
    remark(region.wilg, story.case.profile, chapter="alles", question="ambitions")
    browser = browser_of(region.wilg.user(Role.DIRECTOR))
    page = Html(browser.get("/werk/12CD00/stappen/advies-vragen/"))

    assert "1 opmerking staat nog open" in page.text
    assert browser.post("/werk/12CD00/stappen/advies-vragen/").status_code == 302


@pytest.mark.parametrize(
    "sent", [{}, {"doe": "iets"}, {"doe": "antwoord", "reeks": "9" * 30}, {"doe": "wijzig", "opmerking": "²"}]
)
def test_what_no_page_of_ours_sends_is_not_there(
    profile: SupportProfile, editor: Client, sent: dict[str, str]
) -> None:
    assert editor.post(PAGE, {"text": "Iets", **sent}).status_code == 404


@pytest.mark.parametrize("path", [PAGE, CHAPTER, "/werk/12AB00/profiel/"])
def test_three_remarks_need_no_more_queries_than_one(
    region: Region, profile: SupportProfile, editor: Client, path: str
) -> None:
    counts = []
    for number in range(3):
        remark(region.linde, profile, text=f"Opmerking {number}", tell=[region.linde.user(Role.DIRECTOR).pk])
        editor.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[2] <= (16 if path == PAGE else 12)
