"""Frozen texts, differences, letters: who reads them, and what they say."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.models import PaperRecord
from levend.adoption.services import open_case
from levend.jobs.testing import run_jobs
from levend.web.chain.differing import pieces
from tests.adoption.story import PDF, Story, letter
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
BrowserAs = Callable[[Role], Client]
_SCHOOL = [Role.EDITOR, Role.DIRECTOR, Role.BOARD_MEMBER, Role.BOARD_SECRETARY]
_COUNCIL = [Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR]
_CONSORTIUM = [Role.COORDINATOR, Role.VIEWER]


def text_url(story: Story) -> str:
    return reverse("text", args=["12AB00", story.reload().content_sha256])


def statuses(browser_as: BrowserAs, url: str, roles: list[Role]) -> set[int]:
    return {browser_as(role).get(url).status_code for role in roles}


def test_the_text_under_advice_is_for_school_board_and_council(
    story: Story, region: Region, browser_as: BrowserAs, browser_of: Callable[..., Client]
) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    url = text_url(story)
    assert statuses(browser_as, url, _SCHOOL + _COUNCIL) == {200}
    assert statuses(browser_as, url, [*_CONSORTIUM, Role.GROUP_COORDINATOR, Role.OPERATOR]) == {404}
    strangers = [region.wilg.user(Role.DIRECTOR), region.wilg.user(Role.COUNCIL_CHAIR)]
    strangers += [region.beuk.user(Role.BOARD_MEMBER), region.beuk.user(Role.COORDINATOR)]
    assert {browser_of(stranger).get(url).status_code for stranger in strangers} == {404}


def test_the_consortium_reads_it_from_the_moment_that_it_is_handed_in(
    story: Story, browser_as: BrowserAs
) -> None:
    story.bring_to(State.ADOPTED)
    url = text_url(story)
    assert statuses(browser_as, url, _CONSORTIUM) == {404}
    story.take(Step.SUBMIT)
    assert statuses(browser_as, url, _CONSORTIUM) == {200}


def test_a_reader_of_english_reads_the_same_dutch_text(
    story: Story, region: Region, browser_as: BrowserAs
) -> None:
    story.complete()
    story.take(Step.ASK_ADVICE)
    reader = region.linde.user(Role.COUNCIL_MEMBER)

    def chapters() -> list[str]:
        page = browser_as(Role.COUNCIL_MEMBER).get(text_url(story)).content.decode()
        return re.findall(r'<section class="card" lang="nl".*?</section>', page, re.DOTALL)

    in_dutch = chapters()
    reader.language = "en"
    reader.save()

    assert in_dutch
    assert chapters() == in_dutch


def test_the_text_is_whole_with_its_mark_and_its_date(story: Story, browser_as: BrowserAs) -> None:
    story.complete(words="Met 👩🏽‍🏫 en **nadruk** <script>.")
    story.take(Step.ASK_ADVICE)
    page = browser_as(Role.COUNCIL_MEMBER).get(text_url(story)).content.decode()
    assert story.reload().content_sha256 in page
    assert "ambitions: Met 👩🏽‍🏫 en <strong>nadruk</strong> &lt;script&gt;." in page
    assert "Over training-consequences" in page


def test_the_document_of_the_text_comes_when_it_is_made(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    pdf = f"{text_url(story)}concept.pdf"
    council = browser_as(Role.COUNCIL_CHAIR)
    assert council.get(pdf).status_code == 404
    assert pdf not in council.get(text_url(story)).content.decode()
    run_jobs()
    assert pdf in council.get(text_url(story)).content.decode()
    response = council.get(pdf)
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"].startswith("attachment")
    assert browser_as(Role.COORDINATOR).get(pdf).status_code == 404


def test_what_was_handed_in_is_a_download_on_the_steps_and_with_the_text(
    story: Story, region: Region, browser_as: BrowserAs, browser_of: Callable[..., Client]
) -> None:
    """One link for all who may read it, which says how far it is; a concept is not offered any more."""
    story.bring_to(State.ADOPTED)
    run_jobs()
    story.take(Step.SUBMIT)
    pages, pdf = ("/werk/12AB00/stappen/", text_url(story)), f"{text_url(story)}concept.pdf"
    director = browser_as(Role.DIRECTOR)
    for page in pages:
        content = director.get(page).content.decode()
        assert "De PDF wordt gemaakt" in content
        assert pdf not in content
    run_jobs()
    for role in (Role.EDITOR, Role.COUNCIL_MEMBER, Role.BOARD_MEMBER, Role.COORDINATOR):
        for page in pages:
            content = browser_as(role).get(page).content.decode()
            assert content.count(pdf) == 1
            assert "Download het profiel (PDF)" in content
            assert "Ingediend, nog niet ontvangen" in content
            assert "als PDF (concept)" not in content
    official = director.get(pdf)
    assert official.content.startswith(b"%PDF-")
    assert (
        f'attachment; filename="profiel-12AB00-{story.reload().content_sha256[:8]}.pdf"'
        == official["Content-Disposition"]
    )
    assert browser_of(region.wilg.user(Role.DIRECTOR)).get(pdf).status_code == 404
    story.take(Step.RECEIVE)
    run_jobs()
    for page in pages:
        assert "Ingediend en ontvangen" in director.get(page).content.decode()
    assert director.get(pdf).content == official.content


def test_a_difference_shows_old_beside_new(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.ADVICE_GIVEN)
    before = story.reload().content_sha256
    story.take(Step.REOPEN)
    story.write("ambitions", "ambitions: Zo doen wij dat voortaan.")
    story.take(Step.ASK_CONFIRMATION)
    after = story.reload().content_sha256
    url = reverse("difference", args=["12AB00", before, after])
    page = browser_as(Role.COUNCIL_MEMBER).get(url).content.decode()
    assert "Over ambitions" in page
    assert "Zo doen wij dat<ins> voortaan</ins>." in page
    assert "Over basic-support" not in page
    assert url in browser_as(Role.COUNCIL_MEMBER).get("/werk/12AB00/stappen/").content.decode()
    assert (
        url in browser_as(Role.COUNCIL_CHAIR).get("/werk/12AB00/stappen/advies-bevestigen/").content.decode()
    )
    assert browser_as(Role.COORDINATOR).get(url).status_code == 404
    same = browser_as(Role.EDITOR).get(reverse("difference", args=["12AB00", after, after]))
    assert "Er is niets anders" in same.content.decode()


def test_what_differs_from_the_version_in_force_is_one_click_away(
    story: Story, browser_as: BrowserAs
) -> None:
    story.bring_to(State.RECEIVED)
    in_force = story.reload().content_sha256
    case = open_case(
        actor=story.actor(Role.DIRECTOR),
        location_id=story.places.location.pk,
        version_id=story.case.profile.format_version_id,
    )
    again = Story(story.places, case)
    again.complete(words="Nu anders.")
    again.take(Step.ASK_ADVICE)
    url = reverse("difference", args=["12AB00", in_force, again.reload().content_sha256])
    council = browser_as(Role.COUNCIL_CHAIR)
    assert url in council.get("/werk/12AB00/stappen/").content.decode()
    assert "<ins>Nu anders</ins>." in council.get(url).content.decode()


@pytest.mark.parametrize("sha256", ["0" * 64, "x", "é" * 20, "%00"])
def test_a_text_that_is_not_there_is_not_found(sha256: str, story: Story, browser_as: BrowserAs) -> None:
    director = browser_as(Role.DIRECTOR)
    assert director.get(f"/werk/12AB00/tekst/{sha256}/").status_code == 404
    assert director.get(f"/werk/12AB00/verschil/{sha256}/{sha256}/").status_code == 404
    assert director.get(f"/werk/{sha256}/stappen/").status_code == 404


def test_a_letter_is_a_download_for_school_board_and_council(
    story: Story, region: Region, browser_as: BrowserAs, browser_of: Callable[..., Client]
) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE, letter=letter('Brief "MR" é.pdf'))
    paper = PaperRecord.objects.get()
    url = reverse("paper", args=["12AB00", paper.pk])
    response = browser_as(Role.COUNCIL_MEMBER).get(url)
    assert response.content == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert 'Brief "MR" é.pdf' in unquote(response["Content-Disposition"])
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert statuses(browser_as, url, _SCHOOL) == {200}
    assert statuses(browser_as, url, [*_CONSORTIUM, Role.OPERATOR]) == {404}
    assert browser_of(region.wilg.user(Role.DIRECTOR)).get(url).status_code == 404
    other_case = reverse("paper", args=["34EF00", paper.pk])
    assert browser_of(region.beuk.user(Role.DIRECTOR)).get(other_case).status_code == 404
    assert (
        "Brief &quot;MR&quot; é.pdf"
        in browser_as(Role.DIRECTOR).get("/werk/12AB00/stappen/").content.decode()
    )


def test_pieces_joined_again_are_the_texts() -> None:
    before, after = "Eén  twee\ndrie vier", "Eén twee\ndrie\n\nvijf vier 👩🏽‍🏫"
    old, new = pieces(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    assert [piece.text for piece in new if piece.differs] == [" ", "\n\nvijf vier 👩🏽‍🏫"]


@pytest.mark.parametrize("word", ["woord ", "é" * 200 + " ", "x\n"])
def test_very_long_texts_are_compared_in_time(word: str) -> None:
    """20,000 characters, the longest answer, with a change in the middle."""
    before = (word * 20_000)[:20_000]
    after = before[:9_000] + "anders " + before[9_000:19_000]
    old, new = pieces(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
