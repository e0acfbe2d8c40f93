"""Dividing chapters and sharing the concept, on their pages."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.profiles.models import ChapterOwner, ConceptShare, Remark, SupportProfile
from levend.profiles.services import give_chapter
from tests.factories import profiles
from tests.factories.region import Region
from tests.profiles.together import WORDS
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db
DIVISION, OVERVIEW, SHARE = "/werk/12AB00/verdeling/", "/werk/12AB00/profiel/", "/werk/12AB00/delen/"


def test_a_chapter_is_given_and_shows_where_one_writes(
    region: Region, profile: SupportProfile, director: Client, editor: Client
) -> None:
    user = region.linde.user(Role.EDITOR)
    sent = {"hoofdstuk": "hulp", "people": [user.pk], "ready_by": "3 12 2099"}
    refused = director.post(DIVISION, sent)
    assert refused.status_code == 422
    page = Html(refused)
    assert "vijf jaar" in page.by_id("fout").text
    assert page.by_id("d-hulp").attributes["value"] == "3 12 2099"
    assert "checked" in page.by_id(f"p-hulp-{user.pk}").attributes
    assert "checked" not in page.by_id(f"p-school-{user.pk}").attributes
    assert (
        "Dit is geen datum" in Html(director.post(DIVISION, {**sent, "ready_by": "ooit"})).by_id("fout").text
    )

    assert (
        director.post(DIVISION, {**sent, "ready_by": "3 12 2027"}).headers["Location"] == f"{DIVISION}#h-hulp"
    )

    chapter = Html(editor.get(f"{OVERVIEW}hulp/")).text
    assert f"Door: {user.name}" in chapter
    assert "graag klaar op 3 december 2027" in chapter
    mine = Html(editor.get(f"{OVERVIEW}?mijn"))
    links = [each.attributes.get("href") for each in mine.elements if each.tag == "a"]
    assert f"{OVERVIEW}hulp/" in links
    assert "Mijn hoofdstuk (1)" in mine.text
    listed = [
        each
        for each in mine.elements
        if each.tag == "li" and any("chapters" in up.attributes.get("class", "") for up in each.parents)
    ]
    assert len(listed) == 1
    assert "?mijn" not in director.get(OVERVIEW).content.decode()


def test_more_owners_need_no_more_queries(region: Region, profile: SupportProfile, editor: Client) -> None:
    counts: dict[str, list[int]] = {OVERVIEW: [], f"{OVERVIEW}school/": [], DIVISION: []}
    director = region.linde.actor(Role.DIRECTOR)
    for chapters in (["school"], ["school", "hulp"]):
        for chapter in chapters:
            users = [region.linde.user(role).pk for role in (Role.EDITOR, Role.DIRECTOR)][: len(chapters)]
            give_chapter(actor=director, profile_id=profile.pk, chapter=chapter, user_ids=users)
        for path, found in counts.items():
            editor.get(path)
            with CaptureQueriesContext(connection) as queries:
                assert editor.get(path).status_code == 200
            found.append(len(queries))
    assert ChapterOwner.objects.count() == 4
    for path, found in counts.items():
        assert found[0] == found[1] <= 12, path


def test_sharing_from_button_to_nothing_left_to_read(
    region: Region, browser_of: Callable[[User], Client]
) -> None:
    from tests.adoption.story import Story

    story = Story.begin(region.wilg)
    story.complete("Hier broedt de kwikstaart.")
    director = browser_of(region.wilg.user(Role.DIRECTOR))
    coordinator = browser_of(region.wilg.user(Role.COORDINATOR))
    chain, shared = "/werk/12CD00/stappen/", "/werk/12CD00/gedeeld/"
    assert "De school deelt het concept nu niet met u" in Html(coordinator.get(shared)).text
    assert "gedeeld" not in Html(coordinator.get(chain)).text.casefold()

    director.post("/werk/12CD00/delen/", {"doe": "deel"})

    assert "Concept gedeeld" in Html(coordinator.get(chain)).text
    assert f'href="{shared}"' in coordinator.get(chain).content.decode()
    page = Html(coordinator.get(f"{shared}alles/"))
    assert "kwikstaart" in page.text
    assert page.has("t-ambitions")
    coordinator.post(f"{shared}alles/", {"doe": "plaats", "vraag": "ambitions", "text": WORDS})
    assert Remark.objects.get().side == "consortium"
    told = Html(director.get("/werk/12CD00/opmerkingen/alles/")).text
    assert "samenwerkingsverband" in told
    assert WORDS in told

    director.post("/werk/12CD00/delen/", {"doe": "terug"})

    for path in (shared, f"{shared}alles/"):
        after = coordinator.get(path).content.decode()
        assert "nam het concept terug" in after
        assert "kwikstaart" not in after
        assert WORDS not in after
    assert coordinator.post(f"{shared}alles/", {"doe": "plaats", "text": "Nog iets"}).status_code == 409
    assert Remark.objects.count() == 1
    assert "Concept teruggenomen" in Html(coordinator.get(chain)).text
    log = Html(director.get("/werk/12CD00/logboek/")).text
    assert "deelde het concept met het samenwerkingsverband" in log
    assert "nam het concept terug van het samenwerkingsverband" in log


def test_who_does_not_share_reads_why(region: Region, profile: SupportProfile, editor: Client) -> None:
    profiles.answer(profile, region.linde.actor(Role.EDITOR), {"motto": "Samen"})
    page = Html(editor.get(SHARE))

    assert "Alleen de directeur deelt het concept" in page.text
    assert editor.post(SHARE, {"doe": "deel"}).status_code == 403
    assert editor.post(SHARE, {"doe": "iets"}).status_code == 404
    assert not ConceptShare.objects.exists()
