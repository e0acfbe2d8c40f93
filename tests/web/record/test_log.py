"""The log: everything that happened to a profile, in sentences, for who may read it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.services import open_case
from levend.jobs.testing import run_jobs
from levend.profiles.models import AnswerRevision
from levend.profiles.services import save_answer
from levend.publication.services.erasure import ask_erasure, confirm_erasure
from tests.adoption.story import Story
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/logboek/"
BrowserAs = Callable[[Role], Client]


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def story(region: Region) -> Story:
    """Begun, written, one answer written again."""
    story = Story.begin(region.linde)
    story.complete()
    story.write("ambitions", "Een vogelhuis bij het plein.")
    return story


@pytest.fixture
def browser_as(region: Region) -> BrowserAs:
    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(region.linde.user(role))
        return client

    return browser


def read(client: Client, url: str = URL) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_who_wrote_what_with_what_it_was_before(story: Story, browser_as: BrowserAs) -> None:
    page = read(browser_as(Role.DIRECTOR))

    assert "Schrijver de linde beantwoordde “Over expertise-present”." in page
    assert "Schrijver de linde beantwoordde “Over ambitions”." in page
    assert "Schrijver de linde wijzigde “Over ambitions”." in page
    changed = page[page.index("wijzigde “Over ambitions”") :]
    assert "Zo doen wij dat" in changed[: changed.index("Alle teksten van deze vraag")]
    assert "vogelhuis" in changed
    assert "Profiel begonnen: Directeur de linde" in page


def test_saves_in_a_row_are_one_line(story: Story, browser_as: BrowserAs) -> None:
    for text in ("Een vogelhuis", "Een vogelhuis en", "Een vogelhuis en een poel."):
        story.write("ambitions", text)

    page = read(browser_as(Role.EDITOR))

    assert page.count("wijzigde “Over ambitions”") == 1
    assert "en een poel" in page


def test_a_text_that_was_set_aside_is_told(story: Story, browser_as: BrowserAs) -> None:
    save_answer(
        actor=story.actor(Role.DIRECTOR),
        profile_id=story.case.profile_id,
        key="ambitions",
        value="Een zwembad.",
        based_on=1,
    )

    page = read(browser_as(Role.EDITOR))

    assert "Directeur de linde schreef bij “Over ambitions”, maar iemand anders was eerder." in page
    assert "zwembad" in page


def test_an_answer_taken_away_is_told(story: Story, browser_as: BrowserAs) -> None:
    story.write("ambitions", "")
    assert "Schrijver de linde haalde het antwoord weg op “Over ambitions”." in read(browser_as(Role.EDITOR))


def test_steps_with_their_words_and_what_the_system_did(story: Story, browser_as: BrowserAs) -> None:
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT, Step.RECEIVE):
        story.take(step)
    run_jobs()

    page = read(browser_as(Role.BOARD_MEMBER))

    assert "Advies van de medezeggenschapsraad: Voorzitter" in page
    assert "Een helder verhaal." in page
    assert "Levend zette deze versie op de openbare bladzijde." in page
    assert f'/werk/12AB00/tekst/{story.case.steps.get(step=Step.ASK_ADVICE).content_sha256}/"' in page


def test_the_council_reads_steps_but_not_what_is_being_written(story: Story, browser_as: BrowserAs) -> None:
    story.take(Step.ASK_ADVICE)
    story.take(Step.REOPEN, reason="Er komt een poel bij.")
    story.write("ambitions", "Een geheim plan.")

    page = read(browser_as(Role.COUNCIL_CHAIR))

    assert "Er komt een poel bij." in page
    assert "geheim plan" not in page
    assert "wijzigde" not in page
    assert "Wat de school schrijft, leest u als u om advies wordt gevraagd." in page


def test_an_erasure_is_told_without_what_was_erased(
    story: Story, region: Region, browser_as: BrowserAs
) -> None:
    story.take(Step.ASK_ADVICE)
    asked = ask_erasure(
        actor=region.linde.actor(Role.DIRECTOR), code="12AB00", passage="vogelhuis", why="Verzoek."
    )
    confirm_erasure(actor=region.linde.actor(Role.BOARD_MEMBER), code="12AB00", erasure_id=asked.pk)

    page = read(browser_as(Role.DIRECTOR))

    assert "Directeur de linde vroeg om persoonsgegevens te wissen." in page
    assert "Bestuurder de linde bevestigde dat persoonsgegevens werden gewist." in page
    assert "heeft nu kenmerk" in page
    assert "Levend wiste persoonsgegevens uit “Over ambitions”." in page
    assert "vogelhuis" not in page
    assert "[gewist]" in page


@pytest.mark.parametrize("role", [Role.EDITOR, Role.DIRECTOR, Role.BOARD_SECRETARY, Role.COUNCIL_MEMBER])
@pytest.mark.parametrize("state", [State.DRAFT, State.RECEIVED])
def test_school_board_and_council_read_it(
    role: Role, state: State, region: Region, browser_as: BrowserAs
) -> None:
    Story.begin(region.linde).bring_to(state)
    assert "Logboek van De Linde" in read(browser_as(role))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.GROUP_COORDINATOR, Role.VIEWER, Role.OPERATOR])
def test_others_find_nothing(role: Role, story: Story, browser_as: BrowserAs) -> None:
    assert browser_as(role).get(URL).status_code == 404


def test_strangers_find_nothing(story: Story, region: Region) -> None:
    for user in (region.wilg.user(Role.DIRECTOR), region.beuk.user(Role.BOARD_MEMBER)):
        client = Client()
        client.force_login(user)
        assert client.get(URL).status_code == 404


def test_an_earlier_profile_has_a_log_of_its_own(region: Region, browser_as: BrowserAs) -> None:
    first = Story.begin(region.linde)
    first.complete("Over het oude plein.")
    first.bring_to(State.RECEIVED)
    second = Story(
        region.linde,
        open_case(
            actor=region.linde.actor(Role.DIRECTOR),
            location_id=region.linde.location.pk,
            version_id=first.case.profile.format_version_id,
        ),
    )
    second.write("ambitions", "Over het nieuwe plein.")
    browser = browser_as(Role.EDITOR)

    assert "oude plein" not in read(browser)
    assert "oude plein" in read(browser, f"{URL}?profiel={first.case.profile_id}")
    assert browser.get(f"{URL}?profiel=999999").status_code == 404


def test_a_long_log_has_pages_that_hold_every_line_once(story: Story, browser_as: BrowserAs) -> None:
    """Three sources in one order of time, cut in pages."""
    for number in range(130):
        story.write(f"{'ambitions' if number % 2 else 'basic-support'}", f"Versie nummer {number}.")
    browser = browser_as(Role.EDITOR)

    pages = [read(browser, f"{URL}?bladzijde={number}") for number in (1, 2, 3)]
    found = re.sub(r"<[^>]+>", "", "".join(pages))  # what differs is marked inside the sentence

    assert [number for number in range(130) if f"Versie nummer {number}." not in found] == []
    assert "Bladzijde" in found
    assert AnswerRevision.objects.count() == 137


def test_no_page_beyond_the_last(story: Story, browser_as: BrowserAs) -> None:
    assert "Logboek van De Linde" in read(browser_as(Role.EDITOR), f"{URL}?bladzijde=900")


def test_as_many_queries_for_many_lines_as_for_few(
    story: Story,
    browser_as: BrowserAs,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    browser = browser_as(Role.EDITOR)
    browser.get(URL)
    with django_assert_max_num_queries(26):
        browser.get(URL)
    for number in range(30):
        story.write("ambitions" if number % 2 else "basic-support", f"Versie {number}.")
    with django_assert_max_num_queries(26):
        browser.get(URL)
