"""Last time's answers on the pages: looked at one by one, a chapter at once, with and without JavaScript."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.profiles.enums import Standing
from levend.profiles.models import Answer, SupportProfile
from levend.profiles.queries import answers_of, tally_of
from tests.factories.formats import SMALL, long_format, make_version
from tests.factories.profiles import ANSWERS, answer, make_profile, next_year
from tests.factories.region import Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db

SCHOOL = "/werk/12AB00/profiel/school/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def carried(region: Region, profile: SupportProfile) -> SupportProfile:
    answer(profile, region.linde.actor(Role.EDITOR), ANSWERS)
    return next_year(region.linde, profile)


def standing(profile: SupportProfile, key: str = "missie") -> str:
    return Answer.objects.get(profile=profile, question_key=key).standing


def judge(browser: Client, verdict: str, revision: int = 1, key: str = "missie") -> Html:
    response = browser.post(
        f"/werk/12AB00/nagaan/school/{key}/",
        {"oordeel": verdict, f"{key}.revision": str(revision)},
        headers=HTMX,
    )
    return Html(response)


def test_a_card_is_confirmed_and_comes_back_with_its_state(carried: SupportProfile, editor: Client) -> None:
    before = Html(editor.get(SCHOOL))
    assert before.by_id("k-missie-klopt").attributes["aria-pressed"] == "false"

    reply = judge(editor, "klopt")

    assert reply.by_id("q-missie").attributes["hx-swap-oob"] == "true"
    assert reply.by_id("k-missie-klopt").attributes["aria-pressed"] == "true"
    assert reply.by_id("r-missie").attributes["value"] == "2"
    assert "Nog 3 antwoorden van vorige keer" in reply.by_id("nagaan").text
    assert standing(carried) == Standing.CONFIRMED


def test_what_lapses_shows_what_it_said_and_can_come_back(carried: SupportProfile, editor: Client) -> None:
    reply = judge(editor, "vervalt")
    assert "Ieder kind hoort erbij." in reply.by_id("k-missie").text
    assert "Profiel 2026–2027" in reply.by_id("k-missie").text
    assert answers_of(carried.pk).get("missie") is None

    reply = judge(editor, "terug", 2)

    assert "Ieder kind hoort erbij." in reply.by_id("a-missie").text
    assert standing(carried) == Standing.CARRIED


def test_typing_shows_the_former_text_beside_it(carried: SupportProfile, editor: Client) -> None:
    fields = {"missie": "Anders.", "missie.revision": "1"}
    reply = Html(editor.post(f"{SCHOOL}missie/", fields, headers=HTMX))

    assert "Ieder kind hoort erbij." in reply.by_id("k-missie").text
    assert "Gewijzigd door" in reply.by_id("k-missie").text
    again = Html(editor.post(f"{SCHOOL}missie/", {"missie": "Anders!", "missie.revision": "2"}, headers=HTMX))
    assert not again.has("k-missie")
    assert "Ieder kind hoort erbij." in Html(editor.get(SCHOOL)).by_id("k-missie").text


def test_a_verdict_on_a_text_that_changed_meanwhile_shows_both(
    carried: SupportProfile, editor: Client, director: Client
) -> None:
    director.post(f"{SCHOOL}missie/", {"missie": "Anders.", "missie.revision": "1"}, headers=HTMX)

    reply = judge(editor, "klopt")

    assert "wijzigden dit antwoord tegelijk" in reply.by_id("q-missie").text
    assert standing(carried) == Standing.CHANGED


def test_without_javascript_one_answer_and_then_the_rest(carried: SupportProfile, editor: Client) -> None:
    form = {**Html(editor.get(SCHOOL)).form(), "nagaan": ["motto:vervalt"], "gezien": []}
    assert editor.post(SCHOOL, form, follow=True).status_code == 200
    assert standing(carried, "motto") == Standing.DROPPED

    page = Html(editor.get(SCHOOL))
    assert sorted(page.form()["gezien"]) == ["besproken-op.1", "groepen.1", "missie.1"]
    response = editor.post(SCHOOL, {**page.form(), "nagaan": ["hoofdstuk"]}, follow=True)

    assert "Alle antwoorden van vorige keer zijn nagegaan" in Html(response).by_id("nagaan").text
    counted = tally_of(carried.pk, carried.format_version_id)
    assert (counted.confirmed, counted.confirmed_by_chapter, counted.dropped) == (0, 3, 1)


def test_a_chapter_that_was_not_seen_is_refused_and_said(carried: SupportProfile, editor: Client) -> None:
    form = {**Html(editor.get(SCHOOL)).form(), "nagaan": ["hoofdstuk"], "gezien": ["missie.1", "motto.1"]}

    response = editor.post(SCHOOL, form)

    assert response.status_code == 409
    assert "2 antwoorden van dit hoofdstuk zijn nog niet in beeld geweest" in Html(response).text
    assert tally_of(carried.pk, carried.format_version_id).carried == len(ANSWERS)


def test_what_was_in_view_on_an_earlier_visit_counts(carried: SupportProfile, editor: Client) -> None:
    earlier = editor.post(
        SCHOOL, {"gezien": ["missie.1", "motto.1", "groepen.1", "weg.1", "missie.x", ".", "1"]}
    )
    assert earlier.status_code == 204

    editor.post(SCHOOL, {"nagaan": "hoofdstuk", "gezien": ["besproken-op.1"]})

    assert tally_of(carried.pk, carried.format_version_id).confirmed_by_chapter == 4


def test_the_overview_counts_and_lists_what_stayed_behind(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    answer(profile, region.linde.actor(Role.EDITOR), ANSWERS)
    changed = SMALL.replace("version: 1", "version: 2", 1).replace("key: motto", "key: leus")
    next_year(region.linde, profile, make_version(changed).pk)
    judge(editor, "klopt")

    section = next(
        each
        for each in Html(editor.get("/werk/12AB00/profiel/")).elements
        if each.attributes.get("aria-labelledby") == "vorige"
    )

    assert "Nog na te gaan9" in section.text
    assert "Klopt nog, één voor één1" in section.text
    assert "Wat is uw motto?" in section.text
    assert "Deze vraag staat niet meer in het format." in section.text
    assert "Samen groeien" in section.text


def test_a_profile_that_began_empty_shows_nothing_of_it(profile: SupportProfile, editor: Client) -> None:
    page = Html(editor.get(SCHOOL))

    assert not page.has("k-missie")
    assert "vorige keer" not in page.text
    assert not any(each.attributes.get("aria-labelledby") == "vorige" for each in page.elements)
    assert (
        editor.post(
            "/werk/12AB00/nagaan/school/missie/", {"oordeel": "klopt", "missie.revision": "0"}, headers=HTMX
        ).status_code
        == 404
    )


@pytest.mark.parametrize("verdict", ["", "KLOPT", "weg"])
def test_a_word_of_no_button_is_not_found(carried: SupportProfile, editor: Client, verdict: str) -> None:
    response = editor.post(
        "/werk/12AB00/nagaan/school/missie/", {"oordeel": verdict, "missie.revision": "1"}, headers=HTMX
    )
    assert response.status_code == 404
    assert standing(carried) == Standing.CARRIED


def test_120_answers_of_last_time_need_no_more_queries_than_two(
    region: Region, browser_of: Callable[[User], Client]
) -> None:
    counts = []
    for places, size in ((region.linde, 2), (region.wilg, 120)):
        body = long_format(size).replace("version: 1", f"version: {size}")
        former = make_profile(places.location, make_version(body))
        texts = {f"vraag-{number}": "Tekst" for number in range(1, size + 1)}
        answer(former, places.actor(Role.EDITOR), texts)
        next_year(places, former)
        browser = browser_of(places.user(Role.EDITOR))
        path = f"/werk/{places.location.code}/profiel/alles/"
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            browser.get(path)
        counts.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            browser.post(
                f"{path}vraag-1/", {"vraag-1": "Anders", "vraag-1.revision": "1", "shown": ""}, headers=HTMX
            )
        counts.append(len(queries))
    assert counts[0] == counts[2] <= 12
    assert counts[1] == counts[3] <= 21
