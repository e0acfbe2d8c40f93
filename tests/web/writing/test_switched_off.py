"""A consortium uses fewer kinds of support than the format knows: the school is not asked, and loses nothing."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.catalogue.services import save_settings
from levend.catalogue.values import Setting
from levend.documents.engine.form_parts import fields_of
from levend.profiles.models import SupportProfile
from levend.profiles.queries import answers_of, content_sha256
from levend.profiles.queries.facts import still_missing
from levend.profiles.queries.writing import writing
from levend.publication.render.form_of import form_of
from tests.factories import profiles
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces, Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db

PAGE = "/werk/12AB00/profiel/hulp/"
FORMAT = """\
key: klein-aanbod
version: 1
title: Klein aanbod
chapters:
  - key: hulp
    title: Hulp
    items:
      - {type: support, key: s, required: true, parts: [words], entries: [
          {code: TAAL-DYS, label: Dyslexie}, {code: TAAL-LEES, label: Leesproblemen}]}
      - key: lijst
        type: choices
        label: Protocollen
        options:
          - {key: dys, label: Dyslexieprotocol, tags: ["support:P-DYS:basic"]}
          - {key: pest, label: Pestprotocol, tags: ["support:P-PEST:basic"]}
"""
OFF = ("TAAL-DYS", "P-DYS")


def switch(places: LocationPlaces, *codes: str, off: bool = True) -> None:
    save_settings(
        actor=places.actor(Role.COORDINATOR),
        consortium_id=places.consortium.pk,
        settings={code: Setting(switched_off=off) for code in codes},
    )


def made(*many: LocationPlaces) -> list[SupportProfile]:
    version = make_version(FORMAT)
    return [profiles.make_profile(places.location, version) for places in many]


def page_of(client: Client) -> Html:
    response = client.get(PAGE)
    assert response.status_code == 200
    return Html(response)


def still_asked(places: LocationPlaces, profile: SupportProfile) -> list[str]:
    definition = writing(places.actor(Role.EDITOR), places.location.code).definition
    return [gap.question.key for gap in still_missing(profile, definition, answers_of(profile.pk))]


def on_paper(places: LocationPlaces) -> set[str]:
    form = form_of(places.actor(Role.EDITOR), places.location.code)
    return {field.name.partition(":")[0] for field in fields_of(form)}


@pytest.fixture
def editor(region: Region) -> Client:
    client = Client()
    client.force_login(region.linde.user(Role.EDITOR))
    return client


def test_what_a_consortium_does_not_use_is_not_asked_in_its_profiles(region: Region, editor: Client) -> None:
    ours, theirs = made(region.linde, region.beuk)
    profiles.answer(ours, region.linde.actor(Role.EDITOR), {"lijst": ["pest"]})
    text, before = content_sha256(profile_id=ours.pk), page_of(editor)
    switch(region.linde, *OFF)
    after = page_of(editor)

    assert before.has("q-s-taal-dys")
    assert before.has("a-lijst--dys")
    assert not after.has("q-s-taal-dys")
    assert not after.has("a-lijst--dys")
    assert after.has("q-s-taal-lees")
    assert after.has("a-lijst--pest")
    assert "1 van 2 vragen" in after.by_id("hoofdstukken").text
    assert "Dyslexie" not in editor.get("/werk/12AB00/concept/").content.decode()
    assert still_asked(region.linde, ours) == ["s-taal-lees"]
    assert still_asked(region.beuk, theirs) == ["s-taal-dys", "s-taal-lees"]
    assert on_paper(region.linde) & {"s-taal-dys", "s-taal-lees", "lijst"} == {"s-taal-lees", "lijst"}
    assert {"s-taal-dys", "s-taal-lees"} <= on_paper(region.beuk)
    assert content_sha256(profile_id=ours.pk) == text
    switch(region.linde, *OFF, off=False)
    assert page_of(editor).has("q-s-taal-dys")


def test_an_answer_that_was_there_stands_until_the_school_takes_it_away(
    region: Region, editor: Client
) -> None:
    (profile,) = made(region.linde)
    said: dict[str, object] = {"s-taal-dys": "extra", "s-taal-dys-uitleg": "Zo.", "lijst": ["dys"]}
    profiles.answer(profile, region.linde.actor(Role.EDITOR), said)
    switch(region.linde, *OFF)
    page = page_of(editor)

    assert "vraagt hier niet meer naar" in page.by_id("q-s-taal-dys").text
    assert page.by_id("a-s-taal-dys-uitleg").text == "Zo."
    assert "vraagt hier niet meer naar: “Dyslexieprotocol”" in page.by_id("q-lijst").text
    assert "verplicht" not in page.by_id("q-s-taal-dys").text
    assert "verplicht" in page.by_id("q-s-taal-lees").text
    assert "vraagt hier niet meer naar" not in page.by_id("q-s-taal-lees").text
    assert {"s-taal-dys", "s-taal-dys-uitleg", "lijst"} <= on_paper(region.linde)
    kept = {"s-taal-dys-uitleg": "Beter.", "s-taal-dys-uitleg.revision": "1"}
    assert editor.post(f"{PAGE}s-taal-dys-uitleg/", kept, headers={"HX-Request": "true"}).status_code == 200
    assert answers_of(profile.pk) == said | {"s-taal-dys-uitleg": "Beter."}

    sent = page_of(editor).form() | {"kies": ["s-taal-dys:weg"]}
    assert editor.post(PAGE, sent).status_code == 302
    assert "s-taal-dys" not in answers_of(profile.pk)
    assert not page_of(editor).has("q-s-taal-dys")


def test_an_answer_of_last_time_comes_along_and_can_come_back(region: Region, editor: Client) -> None:
    (former,) = made(region.linde)
    profiles.answer(former, region.linde.actor(Role.EDITOR), {"s-taal-dys": "extra"})
    switch(region.linde, *OFF)
    with transaction.atomic():
        profile = profiles.next_year(region.linde, former)

    assert "vraagt hier niet meer naar" in page_of(editor).by_id("q-s-taal-dys").text
    for verdict, answers in (("vervalt", {}), ("terug", {"s-taal-dys": "extra"})):
        revision = page_of(editor).by_id("r-s-taal-dys").attributes["value"]
        editor.post(
            "/werk/12AB00/nagaan/hulp/s-taal-dys/", {"oordeel": verdict, "s-taal-dys.revision": revision}
        )
        assert answers_of(profile.pk) == answers
        assert page_of(editor).has("q-s-taal-dys")


def test_switches_cost_no_query_while_somebody_writes(region: Region, editor: Client) -> None:
    made(region.linde)
    page_of(editor)
    counts = []
    for number, codes in enumerate(((), ("TAAL-DYS",), ("P-DYS", "P-PEST"))):
        switch(region.linde, *codes)
        with CaptureQueriesContext(connection) as read:
            page_of(editor)
        fields = {"s-taal-lees": "extra" if number % 2 else "basis", "s-taal-lees.revision": str(number)}
        with CaptureQueriesContext(connection) as saved:
            editor.post(f"{PAGE}s-taal-lees/", fields, headers={"HX-Request": "true"})
        counts.append((len(read), len(saved)))

    assert counts[1] == counts[2]
    assert counts[0][0] == counts[1][0]
