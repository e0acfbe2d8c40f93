"""The page of a case: in every state, for everybody who may see it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, State, Step
from levend.jobs.testing import run_jobs
from tests.adoption.story import Story
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/stappen/"
BrowserAs = Callable[[Role], Client]
_WHO = {
    State.DRAFT: (Role.DIRECTOR, "U, namens de school"),
    State.AWAITING_ADVICE: (Role.COUNCIL_CHAIR, "U, namens de medezeggenschapsraad"),
    State.ADVICE_GIVEN: (Role.BOARD_MEMBER, "U, namens het bestuur"),
    State.REOPENED: (Role.DIRECTOR, "U, namens de school"),
    State.AWAITING_CONFIRMATION: (Role.COUNCIL_CHAIR, "U, namens de medezeggenschapsraad"),
    State.RETURNED_BY_BOARD: (Role.DIRECTOR, "U, namens de school"),
    State.ADOPTED: (Role.DIRECTOR, "U, namens de school"),
    State.CORRECTING: (Role.DIRECTOR, "U, namens de school"),
    State.AWAITING_CORRECTION: (Role.BOARD_MEMBER, "U, namens het bestuur"),
    State.SUBMITTED: (Role.COORDINATOR, "U, namens het samenwerkingsverband"),
    State.RETURNED_BY_CONSORTIUM: (Role.DIRECTOR, "U, namens de school"),
}
_SEES = [role for role in Role if role is not Role.OPERATOR]


def read(client: Client, url: str = URL, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("state", list(_WHO))
def test_the_page_says_whose_turn_it_is(state: State, story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(state)
    role, words = _WHO[state]
    assert words in read(browser_as(role))
    other = Role.EDITOR
    page = read(browser_as(other))
    assert words not in page
    assert "Nu aan zet" in page


@pytest.mark.parametrize("state", list(State))
def test_everybody_who_sees_the_state_sees_the_page(
    state: State, story: Story, browser_as: BrowserAs
) -> None:
    story.bring_to(state)
    for role in _SEES:
        assert "De Linde: van concept tot publicatie" in read(browser_as(role))


def test_strangers_find_nothing(story: Story, region: Region, browser_of: Callable[..., Client]) -> None:
    """A director of another school, even of the same board, the people of another region, and the operator."""
    strangers = [region.wilg.user(Role.DIRECTOR), region.wilg.user(Role.COUNCIL_CHAIR)]
    strangers += [region.beuk.user(role) for role in (Role.DIRECTOR, Role.BOARD_MEMBER, Role.COORDINATOR)]
    strangers.append(region.linde.user(Role.OPERATOR))
    for stranger in strangers:
        assert "De Linde" not in read(browser_of(stranger), status=404)


def test_who_is_not_logged_in_is_asked_to(story: Story, client: Client) -> None:
    assert client.get(URL)["Location"].startswith("/inloggen/")


def test_a_closed_button_says_why_and_leads_to_its_page(story: Story, browser_as: BrowserAs) -> None:
    page = read(browser_as(Role.DIRECTOR))
    assert 'aria-disabled="true"' in page
    assert "Nog 6 verplichte vragen zijn niet beantwoord." in page
    step = read(browser_as(Role.DIRECTOR), f"{URL}advies-vragen/")
    assert "Nog 6 verplichte vragen zijn niet beantwoord." in step


def test_only_sensible_steps_are_listed(story: Story, browser_as: BrowserAs) -> None:
    """Before any advice nobody can confirm it, and nothing was registered from paper to object to."""
    story.bring_to(State.ADVICE_GIVEN)
    page = read(browser_as(Role.COUNCIL_CHAIR))
    assert "Maak bezwaar" not in page
    assert "Vraag de raad om bevestiging" not in read(browser_as(Role.DIRECTOR))


def test_conditions_stand_with_their_reactions_and_a_form_for_the_board(
    story: Story, browser_as: BrowserAs
) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    story.take(
        Step.GIVE_ADVICE, kind=AdviceKind.CONDITIONAL, conditions=["Noem een datum.", "Begin niet te vroeg."]
    )
    board = browser_as(Role.BOARD_MEMBER)
    page = read(board)
    assert "Positief, met 2 voorwaarden" in page
    assert "Noem een datum." in page
    assert 'action="/werk/12AB00/stappen/voorwaarde/1/"' in page
    assert "Beantwoord eerst 2 voorwaarden van de raad." in page
    assert 'action="/werk/12AB00/stappen/voorwaarde' not in read(browser_as(Role.COUNCIL_CHAIR))
    board.post(f"{URL}voorwaarde/1/", {"reaction": "followed", "explanation": "Klaar vóór februari."})
    page = read(browser_as(Role.COUNCIL_CHAIR))
    assert "Overgenomen" in page
    assert "Klaar vóór februari." in page
    assert "Het bestuur heeft hier nog niet op geantwoord." in page


def test_the_text_under_advice_has_a_short_mark_that_leads_to_it(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.ADVICE_GIVEN)
    sha256 = story.reload().content_sha256
    page = read(browser_as(Role.COUNCIL_MEMBER))
    assert f"{sha256[:4]} {sha256[4:8]}" in page
    assert reverse("text", args=["12AB00", sha256]) in page
    assert "dezelfde tekst" in page
    assert reverse("text", args=["12AB00", sha256]) not in read(browser_as(Role.COORDINATOR))


def test_a_long_word_and_emoji_stand_as_typed(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    words = "👩🏽‍🏫 " + "x" * 200 + " <b>niet vet</b>"
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words=words)
    page = read(browser_as(Role.BOARD_MEMBER))
    assert "👩🏽‍🏫 " + "x" * 200 + " &lt;b&gt;niet vet&lt;/b&gt;" in page


def test_the_number_of_queries_does_not_grow_with_the_record(
    story: Story, browser_as: BrowserAs, django_assert_max_num_queries: Callable[..., object]
) -> None:
    story.bring_to(State.ADVICE_GIVEN)
    client = browser_as(Role.BOARD_MEMBER)
    client.get(URL)
    with django_assert_max_num_queries(60) as few:  # type: ignore[attr-defined]  # pytest-django's own type
        client.get(URL)
    for _number in range(3):
        story.take(Step.REOPEN)
        story.take(Step.OFFER_UNCHANGED)
    with django_assert_max_num_queries(len(few.captured_queries)):  # type: ignore[attr-defined]
        client.get(URL)


def test_without_a_case_the_director_can_begin_one(region: Region, browser_as: BrowserAs) -> None:
    response = browser_as(Role.DIRECTOR).get(URL)
    assert response["Location"] == "/werk/12AB00/begin/"


def test_the_card_names_no_obstacle_where_a_step_is_open(story: Story, browser_as: BrowserAs) -> None:
    """Advice was given, so asking it again is closed; asking to confirm it is what the case waits for."""
    story.bring_to(State.REOPENED)
    page = read(browser_as(Role.DIRECTOR))
    assert "Wijzig wat er anders moet en leg de tekst daarna weer voor." in page
    assert "Er is al advies gegeven" not in page
    assert 'href="/werk/12AB00/stappen/bevestiging-vragen/"' in page


def test_a_correction_goes_to_the_board_and_not_to_the_council(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.CORRECTING)
    page = read(browser_as(Role.DIRECTOR))
    assert "Correctie bevestigen door het bestuur" in page
    assert "De raad leest de tekst zoals die wordt vastgesteld" not in page


def test_a_letter_stands_with_its_objection(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    story.take(Step.OBJECT_TO_ADVICE, reason="Die brief schreven wij niet.")
    page = read(browser_as(Role.DIRECTOR))
    assert "Van papier geregistreerd:" in page
    assert "Bezwaar tegen deze registratie" in page
    assert "Die brief schreven wij niet." in page
    assert "U, namens de medezeggenschapsraad" in read(browser_as(Role.COUNCIL_CHAIR))


def test_who_received_it_finds_the_public_page(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.SUBMITTED)
    assert "/scholen/12AB00/" not in read(browser_as(Role.DIRECTOR))
    story.take(Step.RECEIVE)
    run_jobs()
    assert 'href="/scholen/12AB00/"' in read(browser_as(Role.COORDINATOR))
