"""From what came in to an answer: the coordinator's page, the school's page, the way to ask something."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.rounds.models import SchoolQuestion
from tests.adoption.story import Story

pytestmark = pytest.mark.django_db
BrowserAs = Callable[[Role], Client]
RECEIPT, QUESTIONS = "/werk/12AB00/ontvangst/", "/werk/12AB00/vragen/"


def test_from_what_a_profile_raises_to_the_answer_of_the_school(story: Story, browser_as: BrowserAs) -> None:
    coordinator, director = browser_as(Role.COORDINATOR), browser_as(Role.DIRECTOR)
    story.complete()
    before = director.get("/werk/12AB00/voor-advies/").content.decode()
    assert "Vragen die u kunt verwachten" in before
    assert "Klopt het dat bij „Over ambitions” geen jaar of datum staat?" in before
    assert "Alles is klaar" in before
    story.bring_to(State.SUBMITTED)

    page = coordinator.get(RECEIPT).content.decode()
    assert page.count("staat in het profiel") == 6
    assert "Klopt het dat bij „Over ambitions” geen jaar of datum staat?" in page
    assert RECEIPT in coordinator.get("/werk/12AB00/stappen/").content.decode()
    (key,) = re.findall(r'name="vraag" value="([^"]+)"', page)

    refused = coordinator.post(RECEIPT, {"eigen": [" "]})
    assert refused.status_code == 422
    assert "Kies of schrijf ten minste één vraag." in refused.content.decode()
    more = coordinator.post(RECEIPT, {"vraag": [key], "eigen": ["Wie <b>?"], "more": "1"}).content.decode()
    assert more.count('name="eigen"') == 2
    assert "Wie &lt;b&gt;?" in more
    assert "checked" in more

    sent = {
        "vraag": [key, "verzonnen.x."],
        f"tekst-{key}": "Wanneer is het klaar?",
        "eigen": ["Wie <b>?", ""],
    }
    done = coordinator.post(RECEIPT, sent, follow=True).content.decode()
    assert "De vragen zijn aan de school gestuurd." in done
    assert 'name="vraag"' not in done  # asked already
    asked = list(SchoolQuestion.objects.values_list("rule", "question_key", "text"))
    assert asked == [
        ("ambition-without-term", "ambitions", "Wanneer is het klaar?"),
        ("", "", "Wie <b>?"),
    ]

    assert "Er wachten 2 vragen op antwoord" in director.get("/werk/12AB00/stappen/").content.decode()
    shown = director.get(QUESTIONS).content.decode()
    assert 'href="/werk/12AB00/profiel/alles/#q-ambitions"' in shown
    first = SchoolQuestion.objects.get(number=1)
    empty = director.post(QUESTIONS, {"vraag": first.pk, "answer": " "})
    assert empty.status_code == 422
    assert "Een paar woorden zijn genoeg." in empty.content.decode()
    answered = director.post(
        QUESTIONS, {"vraag": first.pk, "answer": "In juni 2027.", "asks_correction": "on"}, follow=True
    ).content.decode()
    assert "Uw antwoord is opgeslagen." in answered
    assert "Nog 1 vraag zonder antwoord" in answered
    assert director.post(QUESTIONS, {"vraag": "99999"}).status_code == 404

    seen = coordinator.get(RECEIPT).content.decode()
    assert "In juni 2027." in seen
    assert "De school wil iets herstellen en vraagt u om een correctie." in seen
    assert '/werk/12AB00/stappen/correctie-vragen/"' in seen
    assert '/werk/12AB00/stappen/ontvangen/"' in seen
    assert "In juni 2027." not in browser_as(Role.COUNCIL_CHAIR).get("/werk/12AB00/stappen/").content.decode()

    story.take(Step.ASK_CORRECTION, reason="De termijn ontbreekt.")
    closed = coordinator.get(RECEIPT).content.decode()
    assert "Er ligt nu niets om te ontvangen" in closed
    assert "In juni 2027." in closed
    timeline = director.get("/werk/12AB00/stappen/").content.decode()
    assert "De termijn ontbreekt." in timeline
    assert "uiterlijk" in timeline


def test_a_school_asks_and_reads_what_it_asked(story: Story, browser_as: BrowserAs) -> None:
    director, url = browser_as(Role.DIRECTOR), "/werk/12AB00/vraag/"
    assert url in director.get("/werk/12AB00/stappen/").content.decode()
    wrong = director.post(url, {"kind": "x", "text": ""})
    assert wrong.status_code == 422
    assert "Schrijf uw vraag." in wrong.content.decode()
    page = director.post(
        url, {"kind": "technique", "text": "De knop <i>\ndoet niets."}, follow=True
    ).content.decode()
    assert "Uw vraag is verstuurd aan de beheerder van deze website." in page
    assert "De knop &lt;i&gt;<br>doet niets." in page
