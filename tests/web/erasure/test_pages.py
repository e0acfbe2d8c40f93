"""The page of erasing: look, ask, confirm; for whom it is and for nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import Step
from levend.audit.enums import ErasureState
from levend.audit.models import Erasure
from levend.notifications.models import OutboxMessage
from levend.profiles.models import Answer
from tests.adoption.story import Story, letter
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/wissen/"
NAME = "Öyküm Zwartendijk"
BrowserAs = Callable[[Role], Client]


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def story(region: Region) -> Story:
    """The text lies with the council, with a name in one answer and in its own earlier version."""
    story = Story.begin(region.linde)
    story.complete(f"Voor {NAME} is er plek.")
    return story


@pytest.fixture
def browser_as(region: Region) -> BrowserAs:
    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(region.linde.user(role))
        return client

    return browser


def send(client: Client, url: str = URL, **data: object) -> str:
    response = client.post(url, data, follow=True)
    assert response.status_code in {200, 422}, response.status_code
    return response.content.decode()


def ask(client: Client, **more: object) -> str:
    return send(client, passage=NAME, why="Op verzoek van de ouders.", ask="1", **more)


def test_looking_shows_every_place_and_changes_nothing(story: Story, browser_as: BrowserAs) -> None:
    page = send(browser_as(Role.DIRECTOR), passage="öyküm  zwartendijk", search="1")

    assert "Staat op 12 plaatsen" in page
    assert f"Voor <mark>{NAME}</mark> is er plek." in page
    assert f"Antwoord {story.case.profile.school_year}: Over basic-support" in page
    assert not Erasure.objects.exists()


def test_the_director_asks_and_the_board_erases(story: Story, browser_as: BrowserAs, region: Region) -> None:
    page = ask(browser_as(Role.DIRECTOR))
    assert "Uw vraag staat klaar" in page
    erasure = Erasure.objects.get()
    letters = OutboxMessage.objects.filter(key__startswith="erasure:")
    assert {region.linde.user(role).email for role in (Role.BOARD_MEMBER, Role.BOARD_SECRETARY)} <= {
        one.to for one in letters
    }
    assert region.linde.user(Role.DIRECTOR).email not in {one.to for one in letters}
    assert NAME not in str([one.context for one in letters])

    board = browser_as(Role.BOARD_MEMBER)
    page = board.get(URL).content.decode()
    assert f"<mark>{NAME}</mark>" in page
    assert "Op verzoek van de ouders." in page
    page = send(board, f"{URL}{erasure.pk}/bevestig/", looked="on")

    assert "Gewist. De documenten worden nu opnieuw gemaakt" in page
    assert NAME not in page
    assert not Answer.objects.filter(value__icontains=NAME).exists()
    assert "12 plaatsen" in page


def test_the_board_confirms_only_after_looking(story: Story, browser_as: BrowserAs) -> None:
    ask(browser_as(Role.DIRECTOR))
    page = send(browser_as(Role.BOARD_MEMBER), f"{URL}{Erasure.objects.get().pk}/bevestig/")

    assert "Vink dit aan om verder te gaan." in page
    assert Erasure.objects.get().state == ErasureState.ASKED


def test_nobody_confirms_what_they_asked(story: Story, browser_as: BrowserAs) -> None:
    board = browser_as(Role.BOARD_MEMBER)
    page = ask(board)
    assert "U vroeg dit zelf." in page
    assert 'aria-disabled="true"' in page

    response = board.post(f"{URL}{Erasure.objects.get().pk}/bevestig/", {"looked": "on"})

    assert response.status_code == 409
    assert Erasure.objects.get().state == ErasureState.ASKED


def test_the_director_does_not_confirm(story: Story, browser_as: BrowserAs) -> None:
    ask(browser_as(Role.BOARD_MEMBER))
    response = browser_as(Role.DIRECTOR).post(f"{URL}{Erasure.objects.get().pk}/bevestig/", {"looked": "on"})

    assert response.status_code == 403
    assert "Het bestuur bevestigt dat dit gewist wordt." in response.content.decode()
    assert Erasure.objects.get().state == ErasureState.ASKED


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD_SECRETARY])
def test_who_asked_or_the_board_takes_it_back(role: Role, story: Story, browser_as: BrowserAs) -> None:
    ask(browser_as(Role.DIRECTOR))
    page = send(browser_as(role), f"{URL}{Erasure.objects.get().pk}/intrekken/")

    erasure = Erasure.objects.get()
    assert "Er wordt niets gewist." in page
    assert (erasure.state, erasure.passage) == (ErasureState.WITHDRAWN, "")
    assert Answer.objects.filter(value__icontains="Zwartendijk").exists()


def test_a_reason_is_asked_and_what_was_typed_stays(story: Story, browser_as: BrowserAs) -> None:
    page = send(browser_as(Role.DIRECTOR), passage=NAME, ask="1")
    assert "Schrijf waarom dit gewist moet worden." in page
    assert f'value="{NAME}"' in page


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("Niemandsland", "Deze woorden staan nergens"),
        ("an", "Schrijf minstens 3 tekens."),
        ("***", "Schrijf minstens 3 tekens."),
        ("gewist", "Deze tekst staat in het teken"),
        ("x" * 501, "500"),
    ],
)
def test_what_is_no_passage_is_said(passage: str, words: str, story: Story, browser_as: BrowserAs) -> None:
    page = send(browser_as(Role.DIRECTOR), passage=passage, why="Zomaar.", ask="1")
    assert words in page
    assert not Erasure.objects.exists()


def test_a_second_question_waits_for_the_first(story: Story, browser_as: BrowserAs) -> None:
    ask(browser_as(Role.DIRECTOR))
    ask(browser_as(Role.DIRECTOR))
    response = browser_as(Role.BOARD_MEMBER).post(URL, {"passage": "is er plek", "why": "x", "ask": "1"})

    assert response.status_code == 409
    assert Erasure.objects.count() == 1


def test_a_letter_can_go_as_a_whole(story: Story, browser_as: BrowserAs) -> None:
    story.take(Step.ASK_ADVICE)
    story.take(Step.REGISTER_ADVICE, letter=letter("advies-mr.pdf"))
    director = browser_as(Role.DIRECTOR)
    assert "advies-mr.pdf" in director.get(URL).content.decode()

    page = ask(director, letters=[str(story.case.papers.get().pk)])

    assert "Deze brieven verdwijnen als geheel:" in page
    assert "advies-mr.pdf" in page


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COUNCIL_CHAIR, Role.COORDINATOR, Role.VIEWER])
def test_who_works_around_is_told_whom_to_ask(role: Role, story: Story, browser_as: BrowserAs) -> None:
    response = browser_as(role).get(URL)
    assert response.status_code == 403
    assert (
        "Alleen de directeur of het bestuur vraagt om persoonsgegevens te wissen."
        in response.content.decode()
    )


def test_strangers_find_nothing(story: Story, region: Region, browser_as: BrowserAs) -> None:
    ask(browser_as(Role.DIRECTOR))
    pk = Erasure.objects.get().pk
    for user in (region.wilg.user(Role.DIRECTOR), region.beuk.user(Role.BOARD_MEMBER)):
        client = Client()
        client.force_login(user)
        assert client.get(URL).status_code == 404
        assert client.post(URL, {"passage": NAME, "why": "x", "ask": "1"}).status_code == 404
        assert client.post(f"{URL}{pk}/bevestig/", {"looked": "on"}).status_code == 404
        assert client.post(f"{URL}{pk}/intrekken/").status_code == 404


def test_the_board_of_two_schools_confirms_each_at_its_own_place(
    story: Story, region: Region, browser_as: BrowserAs
) -> None:
    ask(browser_as(Role.DIRECTOR))
    url = f"/werk/12CD00/wissen/{Erasure.objects.get().pk}/bevestig/"
    assert browser_as(Role.BOARD_MEMBER).post(url, {"looked": "on"}).status_code == 404
