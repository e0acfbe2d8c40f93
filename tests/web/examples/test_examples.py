"""Marking good examples, and reading those of other schools."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase, GoodExample
from levend.adoption.services import mark_example
from tests.adoption.story import Story
from tests.factories.profiles import make_profile
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/voorbeelden/"


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_passage_goes_from_the_writer_by_the_director_to_another_school() -> None:
    region = make_region()
    story = Story.begin(region.linde)
    editor, director = (browser(region.linde.user(role)) for role in (Role.EDITOR, Role.DIRECTOR))
    assert "Nog niets om uit te kiezen" in editor.get(URL).content.decode()
    story.complete()
    story.write("ambitions", "Wij leren <elk> kind lezen.\n\nMet **geduld**.")
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT):
        story.take(step)

    page = editor.get(URL).content.decode()
    assert "Met <strong>geduld</strong>." in page
    assert 'value="merk:ambitions:2"' in page
    response = editor.post(URL, {"doe": "merk:ambitions:1"}, follow=True)
    page = response.content.decode()
    assert "zodra de directeur toestemming geeft" in page
    assert "Wacht op toestemming" in page
    assert "deel:" not in page

    number = GoodExample.objects.get().pk
    assert editor.post(URL, {"doe": f"deel:{number}"}).status_code == 403
    page = director.post(URL, {"doe": f"deel:{number}"}, follow=True).content.decode()
    assert "toestemming van" in page

    version = AdoptionCase.objects.get(pk=story.id).profile.format_version
    make_profile(region.wilg.location, version)
    writer = browser(region.wilg.user(Role.EDITOR))
    chapter = "/werk/12CD00/profiel/alles/"
    writer.get(chapter)
    with CaptureQueriesContext(connection) as one:
        page = writer.get(chapter).content.decode()
    assert "Zo schrijven andere scholen het" in page
    assert "<p>Wij leren &lt;elk&gt; kind lezen.</p>" in page
    assert "De Linde, vastgesteld op" in page
    assert "geduld" not in page
    for question in ("ambitions", "basic-support"):
        more = mark_example(
            actor=region.linde.actor(Role.DIRECTOR), location_code="12AB00", question=question
        )
        director.post(URL, {"doe": f"deel:{more.pk}"})
    with CaptureQueriesContext(connection) as three:
        page = writer.get(chapter).content.decode()
    assert page.count("De Linde, vastgesteld op") == 3
    assert len(one) == len(three) <= 12

    director.post(URL, {"doe": f"stop:{number}"})
    assert writer.get(chapter).content.decode().count("De Linde, vastgesteld op") == 2
    assert "Zo schrijven andere scholen" not in director.get("/werk/12AB00/profiel/alles/").content.decode()


@pytest.mark.parametrize(
    "what", ["", "merk", "merk:x:1", "merk:x:é", "deel:99999999999999999999", "deel:1", "stop:-1"]
)
def test_what_no_button_sends_is_not_found(what: str) -> None:
    region = make_region()
    assert browser(region.linde.user(Role.DIRECTOR)).post(URL, {"doe": what}).status_code in {404, 409}
    assert GoodExample.objects.count() == 0
