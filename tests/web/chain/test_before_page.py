"""The page *Voor u advies vraagt*."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import Step
from levend.adoption.models import PlaceConfirmation
from levend.profiles.services import place_remark
from tests.adoption.story import Story

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/voor-advies/"
BrowserAs = Callable[[Role], Client]


def test_it_lists_what_is_still_to_do_with_a_link_to_each_place(story: Story, browser_as: BrowserAs) -> None:
    story.write("basic-support", "Onze basis.")
    page = browser_as(Role.DIRECTOR).get(URL).content.decode()

    assert "Nog niet klaar" in page
    assert "Nog 5 verplichte vragen zijn niet beantwoord." in page
    assert page.count("ontbreekt nog") == 5
    assert page.count("staat in het profiel") == 1
    assert '<a href="/werk/12AB00/profiel/alles/#q-ambitions">Over ambitions</a>' in page
    assert "Wij vonden niets." in page


def test_places_are_confirmed_one_by_one_until_it_is_ready(story: Story, browser_as: BrowserAs) -> None:
    story.complete()
    story.write("ambitions", "Sem heeft autisme. Bel 06-12345678. <b>")
    editor, director = browser_as(Role.EDITOR), browser_as(Role.DIRECTOR)

    page = director.get(URL).content.decode()
    assert "2 plekken lijken op een persoonsgegeven" in page
    assert "<mark>Sem heeft autisme</mark>. Bel 06-12345678. &lt;b&gt;" in page
    closed = director.get("/werk/12AB00/stappen/advies-vragen/").content.decode()
    assert "2 plekken lijken op een persoonsgegeven" in closed
    assert f'href="{URL}"' in closed

    for left in (1, 0):
        digest = page.split('name="plek" value="')[1][:64]
        response = editor.post(URL, {"plek": digest}, follow=True)
        assert response.redirect_chain == [(f"{URL}#plekken", 302)]
        page = response.content.decode()
        assert page.count('name="plek"') == left
    assert "Alles is klaar" in page
    assert "De directeur kan de volgende stap zetten." in page
    assert "nagekeken door" in page
    assert 'href="/werk/12AB00/stappen/advies-vragen/"' in director.get(URL).content.decode()
    assert PlaceConfirmation.objects.count() == 2


def test_a_place_that_is_gone_is_said_and_a_locked_text_has_nothing_to_do(
    story: Story, browser_as: BrowserAs
) -> None:
    story.complete()
    response = browser_as(Role.DIRECTOR).post(URL, {"plek": "0" * 64})
    assert response.status_code == 409
    assert "De tekst is hier intussen veranderd." in response.content.decode()

    story.take(Step.ASK_ADVICE)
    assert "De tekst staat vast" in browser_as(Role.BOARD_MEMBER).get(URL).content.decode()


def test_a_hint_stands_beside_the_answer_and_saving_goes_on(story: Story, browser_as: BrowserAs) -> None:
    answer = "/werk/12AB00/profiel/alles/ambitions/"
    sent = {"ambitions": "Leerling J. krijgt hulp.", "ambitions.revision": "0"}
    reply = browser_as(Role.EDITOR).post(answer, sent, headers={"HX-Request": "true"})

    assert reply.headers["Levend-Outcome"] == "saved"
    hint = "Dit lijkt op een persoonsgegeven: “Leerling J.” (een leerling met een voorletter)."
    assert hint in reply.content.decode()
    assert hint in browser_as(Role.EDITOR).get("/werk/12AB00/profiel/alles/").content.decode()


def test_open_remarks_are_listed_by_chapter_for_who_writes(story: Story, browser_as: BrowserAs) -> None:
    story.complete()
    place_remark(
        actor=story.actor(Role.EDITOR),
        profile_id=story.case.profile_id,
        chapter="alles",
        question="ambitions",
        text="Hoe lang duurt dit?",
    )

    page = browser_as(Role.DIRECTOR).get(URL).content.decode()
    assert "Alles is klaar" in page
    assert (
        '<a href="/werk/12AB00/opmerkingen/alles/">Alles</a> <span class="muted">1 opmerking</span>' in page
    )
    assert "opmerkingen/alles" not in browser_as(Role.BOARD_MEMBER).get(URL).content.decode()
