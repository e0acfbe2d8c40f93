"""*Ongewijzigd vaststellen*: a year without change goes through the same chain, and is said to be one."""

import io
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pypdf import PdfReader

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.checks import unchanged_texts_say_the_same
from levend.adoption.enums import AdviceKind, State, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.in_force import publication_facts
from levend.adoption.queries.unchanged import unchanged_from
from levend.adoption.services import open_case
from levend.organisations.models import Board, Location
from levend.profiles.enums import Verdict
from levend.profiles.models import Answer
from levend.profiles.services import judge_answer
from levend.publication.queries import artefact_bytes
from levend.publication.services import publish
from tests.adoption.story import Story
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
BrowserAs = Callable[[Role], Client]


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def again(region: Region) -> Story:
    """A year later: begun with the answers of the version in force."""
    first = Story.begin(region.linde).bring_to(State.RECEIVED)
    case = open_case(
        actor=first.actor(Role.DIRECTOR),
        location_id=region.linde.location.pk,
        version_id=AdoptionCase.objects.get(pk=first.id).profile.format_version_id,
        school_year="2027-2028",
    )
    return Story(region.linde, case)


@pytest.fixture
def browser_as(region: Region) -> BrowserAs:
    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(region.linde.user(role))
        return client

    return browser


def confirm_all(story: Story, but: str = "") -> None:
    for answer in Answer.objects.filter(profile_id=story.case.profile_id).exclude(question_key=but):
        judge_answer(
            actor=story.actor(Role.EDITOR),
            profile_id=story.case.profile_id,
            key=answer.question_key,
            verdict=Verdict.CONFIRM,
            based_on=answer.revision,
        )


def test_a_text_is_unchanged_when_every_answer_was_confirmed_and_the_register_is_the_same(
    again: Story,
) -> None:
    profile_id = again.case.profile_id
    assert unchanged_from(profile_id) is None
    confirm_all(again, but="ambitions")
    assert unchanged_from(profile_id) is None
    confirm_all(again)
    found = unchanged_from(profile_id)
    assert found is not None
    assert found.tally.total == 6

    Location.objects.filter(pk=again.places.location.pk).update(pupils=219)
    assert unchanged_from(profile_id) is not None
    Board.objects.filter(pk=again.places.board.pk).update(name="Stichting Overkant")
    assert unchanged_from(profile_id) is None
    Board.objects.filter(pk=again.places.board.pk).update(name="Stichting Waterkant")

    again.write("ambitions", "Toch anders.")
    assert unchanged_from(profile_id) is None


def test_it_runs_through_the_same_chain_on_one_page_for_each(again: Story, browser_as: BrowserAs) -> None:
    confirm_all(again)
    director = browser_as(Role.DIRECTOR)
    page = director.get("/werk/12AB00/voor-advies/").content.decode()
    assert "Alle 6 antwoorden zijn nagegaan en kloppen nog." in page
    response = director.post("/werk/12AB00/stappen/advies-vragen/", {"words": ""}, follow=True)
    assert "Ongewijzigd ten opzichte van 2026–2027" in response.content.decode()
    assert again.reload().unchanged_from_id is not None

    chair = browser_as(Role.COUNCIL_CHAIR)
    advise = "/werk/12AB00/stappen/advies-geven/"
    page = chair.get(advise).content.decode()
    assert "Adviseer positief over de ongewijzigde tekst" in page
    assert all(f'value="{kind}"' in page for kind in ("positive", "conditional", "negative"))
    assert "ongewijzigd" in chair.get("/werk/besluiten/").content.decode()
    chair.post(advise, {"kind": "positive"})
    assert again.reload().state == State.ADVICE_GIVEN
    assert again.case.advice is not None
    assert again.case.advice.kind == AdviceKind.POSITIVE

    board = browser_as(Role.BOARD_MEMBER)
    page = board.get("/werk/12AB00/stappen/vaststellen/").content.decode()
    assert "Ongewijzigd ten opzichte van 2026–2027" in page
    assert "Het advies van de raad:" in page
    again.take(Step.ADOPT)
    again.take(Step.SUBMIT)
    again.take(Step.RECEIVE)

    assert again.state == State.RECEIVED
    assert publication_facts(again.id).unchanged_year == "2026–2027"
    assert list(unchanged_texts_say_the_same()) == []


def test_the_council_may_advise_otherwise_and_a_reopened_text_is_unchanged_no_more(again: Story) -> None:
    confirm_all(again)
    again.take(Step.ASK_ADVICE)
    again.take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words="Wij willen een ruimer aanbod.")
    again.take(Step.REOPEN)
    assert again.reload().unchanged_from is None

    again.write("ambitions", "Ruimer dan eerst.")
    again.take(Step.ASK_CONFIRMATION)

    assert again.reload().unchanged_from is None


def test_a_text_that_only_says_to_be_unchanged_is_found(again: Story) -> None:
    again.write("ambitions", "Anders.")
    again.take(Step.ASK_ADVICE)
    assert again.reload().unchanged_from is None
    former = again.case.profile.carried_from

    AdoptionCase.objects.filter(pk=again.id).update(unchanged_from=former)

    assert len(list(unchanged_texts_say_the_same())) == 1
    again.take(Step.REOPEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptionCase.objects.filter(pk=again.id).update(unchanged_from=former)


@pytest.mark.sqlite
def test_the_document_says_so(again: Story) -> None:
    confirm_all(again)
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT, Step.RECEIVE):
        again.take(step)

    version = publish(actor=Actor.system(), case_id=again.id)

    assert version is not None
    pages = PdfReader(io.BytesIO(artefact_bytes(version.full_pdf))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "De tekst zegt hetzelfde als het profiel van 2026–2027." in text
