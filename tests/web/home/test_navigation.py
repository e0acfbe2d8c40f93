import re

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from tests.adoption.story import Story
from tests.factories.accounts import PASSWORD, give_role
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return make_region()


def menu(user: User, path: str = "/werk/account/") -> dict[str, tuple[str, bool]]:
    """Label, address and whether it says that one is there."""
    client = Client()
    client.login(email=user.email, password=PASSWORD)
    page = client.get(path).content.decode()
    header = page.partition('aria-label="Hoofdmenu"')[2].partition("</nav>")[0]
    found = re.findall(r'<a href="([^"]+)"( aria-current="page")?>([^<]+)</a>', header)
    return {label: (href, bool(current)) for href, current, label in found}


def test_a_school_finds_its_own_profile(region: Region) -> None:
    assert list(menu(region.linde.user(Role.DIRECTOR))) == ["Vandaag", "Mensen"]
    Story.begin(region.linde)
    assert list(menu(region.linde.user(Role.DIRECTOR))) == ["Vandaag", "Profiel", "Stappen", "Mensen"]
    assert list(menu(region.linde.user(Role.EDITOR))) == ["Vandaag", "Profiel", "Stappen"]
    assert menu(region.linde.user(Role.EDITOR))["Profiel"][0] == "/werk/12AB00/profiel/"


def test_who_works_for_two_schools_finds_a_list(region: Region) -> None:
    Story.begin(region.linde)
    user = region.linde.user(Role.EDITOR)
    give_role(user, Role.EDITOR, region.wilg.location)
    assert list(menu(user)) == ["Vandaag", "Scholen"]


def test_each_other_role_finds_what_it_may_open(region: Region) -> None:
    operator = region.linde.user(Role.OPERATOR)
    assert list(menu(operator)) == ["Vandaag", "Mensen", "Organisaties", "Registers", "Post"]
    coordinator = region.linde.user(Role.COORDINATOR)
    assert list(menu(coordinator)) == [
        *("Vandaag", "Ontvangen", "Scholen", "Rondes", "Formats"),
        *("Mensen", "Ons verband", "Registers", "Post"),
    ]
    assert list(menu(region.linde.user(Role.BOARD_MEMBER))) == ["Vandaag", "Besluiten", "Scholen", "Mensen"]
    assert list(menu(region.linde.user(Role.COUNCIL_MEMBER))) == ["Vandaag", "Scholen"]
    assert list(menu(region.linde.user(Role.VIEWER))) == ["Vandaag", "Scholen"]


@pytest.mark.parametrize("role", list(Role))
def test_every_entry_of_the_menu_opens(region: Region, role: Role) -> None:
    Story.begin(region.linde)
    user = region.linde.user(role)
    client = Client()
    client.login(email=user.email, password=PASSWORD)
    for label, (href, _current) in menu(user).items():
        assert client.get(href, follow=True).status_code == 200, label


def test_the_menu_says_where_one_is(region: Region) -> None:
    Story.begin(region.linde)
    user = region.linde.user(Role.DIRECTOR)
    for path, here in [
        ("/werk/", ["Vandaag"]),
        ("/werk/mensen/", ["Mensen"]),
        ("/werk/12AB00/profiel/alles/", ["Profiel"]),
        ("/werk/account/", []),
    ]:
        entries = menu(user, path).items()
        assert [label for label, (_href, current) in entries if current] == here, path
