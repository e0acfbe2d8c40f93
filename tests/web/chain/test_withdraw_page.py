"""The board withdraws in the browser: it is told what happens, and everybody is told why afterwards."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.models import Adoption
from levend.core import clock
from tests.adoption.ends import withdrawn
from tests.adoption.story import Story

pytestmark = pytest.mark.django_db
ADDRESS, STEPS = "/werk/12AB00/intrekken/", "/werk/12AB00/stappen/"
REASON = "De school verhuist naar een gebouw zonder lift."
BrowserAs = Callable[[Role], Client]


@pytest.fixture
def received(story: Story) -> Story:
    story.bring_to(State.RECEIVED)
    Adoption.objects.update(valid_from=clock.today())
    return story


def _send(browser: Client, **more: str) -> tuple[int, str]:
    sent = {"on": clock.today().isoformat(), "reason": REASON, "sure": "on", **more}
    page = browser.post(ADDRESS, {name: text for name, text in sent.items() if text})
    return page.status_code, page.content.decode()


def test_the_board_finds_the_way_reads_what_happens_and_withdraws(
    received: Story, browser_as: BrowserAs
) -> None:
    browser = browser_as(Role.BOARD_MEMBER)
    assert ADDRESS in browser.get(STEPS).content.decode()
    page = browser.get(ADDRESS).content.decode()
    assert "Een versie die eerder gold, komt niet terug" in page
    assert "Iedereen leest dit op de openbare bladzijde" in page

    assert _send(browser)[0] == 302

    row = Adoption.objects.get()
    assert (row.ended_on, row.withdrawal_reason) == (clock.today(), REASON)
    page = browser.get(STEPS).content.decode()
    assert "Dit profiel is ingetrokken" in page
    assert REASON in page
    assert ADDRESS not in page


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.COORDINATOR, Role.BOARD_SECRETARY])
def test_others_are_not_led_there_and_read_the_reason_afterwards(
    received: Story, browser_as: BrowserAs, role: Role
) -> None:
    browser = browser_as(role)
    assert ADDRESS not in browser.get(STEPS).content.decode()
    status, page = _send(browser)
    assert status == 403
    assert "Alleen het bestuur kan een vastgesteld profiel intrekken." in page
    assert Adoption.objects.get().ended_on is None

    _send(browser_as(Role.BOARD_MEMBER))

    assert REASON in browser.get(STEPS).content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "Ouders lezen die op de openbare bladzijde."),
        ({"reason": "x" * 2_001}, "hoogstens 2"),
        ({"on": ""}, "Vul een datum in"),
        ({"on": "morgen 🌱"}, "Dit is geen datum"),
        ({"on": "1-1-2020"}, "Kies vandaag of een latere dag"),
        ({"on": "1-1-2099"}, "Kies een dag tot dan"),
        ({"sure": ""}, "Vink dit aan"),
    ],
)
def test_bad_input_is_said_at_its_field_and_changes_nothing(
    received: Story, browser_as: BrowserAs, changes: dict[str, str], said: str
) -> None:
    status, page = _send(browser_as(Role.BOARD_MEMBER), **changes)

    assert status == 422
    assert said in page
    assert Adoption.objects.get().ended_on is None


def test_where_there_is_nothing_to_withdraw_the_page_says_why(story: Story, browser_as: BrowserAs) -> None:
    browser = browser_as(Role.BOARD_MEMBER)
    assert "Er is nog geen vastgesteld profiel." in browser.get(ADDRESS).content.decode()

    story.bring_to(State.SUBMITTED)
    status, page = _send(browser)

    assert status == 409
    assert "Dit profiel is nog niet ontvangen" in page
    assert ADDRESS not in browser.get(STEPS).content.decode()


def test_the_page_tells_which_version_when_there_are_two(received: Story, browser_as: BrowserAs) -> None:
    coming = Adoption.objects.get()
    first = coming.pk
    coming.pk = None
    coming.valid_from = clock.today().replace(year=clock.today().year + 1)
    coming.valid_until = coming.valid_from.replace(year=coming.valid_from.year + 1)
    Adoption.objects.filter(pk=first).update(**withdrawn(clock.today()))
    coming.save(force_insert=True)
    received.case.__class__.objects.update(adoption=coming)

    page = browser_as(Role.BOARD_MEMBER).get(ADDRESS).content.decode()

    assert "Trekt u een versie in voor haar eerste dag" in page
    assert "Welke versie trekt u in?" not in page
