"""The list of schools with how far each is."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.adoption.enums import State, Step
from tests.factories.region import Region
from tests.web.decide.conftest import Schools

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[User], Client]
URL = "/werk/scholen/"


def names(client: Client, query: str = "") -> list[str]:
    page = client.get(URL + query).content.decode()
    return re.findall(r'rowheader"><a href="[^"]+">([^<]+)</a>', page)


def test_each_role_sees_its_own_schools(region: Region, browser_of: BrowserOf) -> None:
    expected = {
        Role.DIRECTOR: ["De Linde"],
        Role.COUNCIL_MEMBER: ["De Linde"],
        Role.BOARD_MEMBER: ["De Linde", "De Wilg"],
        Role.COORDINATOR: ["De Linde", "De Wilg"],
        Role.GROUP_COORDINATOR: ["De Beuk", "De Linde", "De Wilg"],
        Role.OPERATOR: [],
    }
    assert {role: names(browser_of(region.linde.user(role))) for role in expected} == expected


def test_a_row_says_the_state_and_who_is_on_turn(
    schools: Schools, region: Region, browser_of: BrowserOf
) -> None:
    schools.another("De Es", State.AWAITING_ADVICE)
    schools.another("De Olm", None)
    page = browser_of(region.linde.user(Role.BOARD_MEMBER)).get(URL).content.decode()
    assert "Wacht op advies" in page
    assert "GMR Waterkant" in page
    assert "Nog niet begonnen" in page
    assert "nog 42 dagen" in page
    council = browser_of(region.linde.user(Role.COUNCIL_CHAIR)).get(URL).content.decode()
    assert ">U<" in council


def test_no_state_comes_from_a_former_case(schools: Schools, region: Region, browser_of: BrowserOf) -> None:
    story = schools.another("De Es", State.RECEIVED)
    assert story is not None
    schools.begin(story.places, State.AWAITING_ADVICE)
    client = browser_of(region.linde.user(Role.BOARD_MEMBER))
    assert names(client, "?stand=awaiting_advice") == ["De Es"]
    assert names(client, "?stand=received") == []


def test_the_list_can_be_filtered(schools: Schools, region: Region, browser_of: BrowserOf) -> None:
    story = schools.another("De Es", State.AWAITING_ADVICE)
    assert story is not None
    schools.another("De Olm", State.DRAFT)
    client = browser_of(region.linde.user(Role.BOARD_MEMBER))
    assert names(client, "?stand=awaiting_advice") == ["De Es"]
    assert names(client, "?stand=none") == ["De Linde", "De Wilg"]
    assert names(client, "?stand=onzin") == ["De Es", "De Linde", "De Olm", "De Wilg"]
    assert names(client, "?zoek=olm") == ["De Olm"]
    assert names(client, f"?zoek={story.places.location.code}") == ["De Es"]
    assert names(client, "?zoek=%F0%9F%91%8F") == []
    assert "Geen school gevonden" in client.get(f"{URL}?zoek={'x' * 2_000}").content.decode()
    story.take(Step.GIVE_ADVICE)
    assert names(client, "?stand=advice_given") == ["De Es"]


def test_fifty_stand_on_a_page(schools: Schools, region: Region, browser_of: BrowserOf) -> None:
    for number in range(52):
        schools.another(f"De Es {number:02d}", None)
    client = browser_of(region.linde.user(Role.BOARD_MEMBER))
    assert len(names(client)) == 50
    assert names(client, "?bladzijde=2") == ["De Es 50", "De Es 51", "De Linde", "De Wilg"]
    assert "zoek=es" in client.get(f"{URL}?zoek=es").content.decode()


def test_three_cost_no_more_queries_than_one(
    schools: Schools,
    region: Region,
    browser_of: BrowserOf,
    django_assert_num_queries: Callable[..., object],
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    client = browser_of(region.linde.user(Role.COORDINATOR))
    schools.another("De Es", State.ADVICE_GIVEN)
    client.get(URL)
    with django_assert_max_num_queries(30) as one:  # type: ignore[attr-defined]  # pytest-django's own type
        client.get(URL)
    schools.another("De Eik", State.AWAITING_ADVICE)
    schools.another("De Olm", State.SUBMITTED)
    with django_assert_num_queries(len(one.captured_queries)):  # type: ignore[attr-defined]
        client.get(URL)
