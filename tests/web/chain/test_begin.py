"""Beginning a profile."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/begin/"
BrowserAs = Callable[[Role], Client]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD_MEMBER])
def test_director_or_board_begins_one(role: Role, region: Region, browser_as: BrowserAs) -> None:
    version = make_version(LEGAL)
    client = browser_as(role)
    page = client.get(URL).content.decode()
    assert "Kort format, versie 1" in page
    response = client.post(URL, {"version": version.pk, "school_year": "2026-2027"}, follow=True)
    assert response.redirect_chain == [("/werk/12AB00/stappen/", 302)]
    assert "Het profiel is begonnen." in response.content.decode()
    assert AdoptionCase.objects.get().profile.format_version_id == version.pk


def test_a_second_click_begins_no_second_one(region: Region, browser_as: BrowserAs) -> None:
    data = {"version": make_version(LEGAL).pk, "school_year": "2026-2027"}
    client = browser_as(Role.DIRECTOR)
    client.post(URL, data)
    assert client.post(URL, data).status_code == 302
    assert AdoptionCase.objects.count() == 1
    assert "Er loopt al een profiel" in client.get(URL).content.decode()


def test_what_was_not_chosen_is_asked(region: Region, browser_as: BrowserAs) -> None:
    make_version(LEGAL)
    response = browser_as(Role.DIRECTOR).post(URL, {"version": "", "school_year": "1999-2000"})
    assert response.status_code == 422
    page = response.content.decode()
    assert 'href="#id_version_0"' in page
    assert "Kies een van de mogelijkheden in de lijst." in page
    assert not AdoptionCase.objects.exists()


def test_others_of_the_school_read_that_nothing_was_begun(region: Region, browser_as: BrowserAs) -> None:
    for role in (Role.EDITOR, Role.COUNCIL_CHAIR, Role.COORDINATOR):
        client = browser_as(role)
        page = client.get(URL).content.decode()
        assert "Nog geen profiel begonnen" in page
        assert "<form class" not in page
        assert client.post(URL, {}).status_code == 403


def test_strangers_find_nothing(region: Region, browser_of: Callable[..., Client]) -> None:
    for stranger in (region.wilg.user(Role.DIRECTOR), region.beuk.user(Role.COORDINATOR)):
        assert browser_of(stranger).get(URL).status_code == 404
        assert browser_of(stranger).post(URL, {}).status_code == 404
        assert browser_of(stranger).get("/werk/12AB00/stappen/").status_code == 404


def test_after_receipt_a_new_one_can_be_begun(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.RECEIVED)
    page = browser_as(Role.DIRECTOR).get("/werk/12AB00/stappen/").content.decode()
    assert "Dit profiel is ontvangen" in page
    assert f'href="{URL}"' in page
    assert f'href="{URL}"' not in browser_as(Role.COUNCIL_CHAIR).get("/werk/12AB00/stappen/").content.decode()
