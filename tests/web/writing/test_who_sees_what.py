"""Owner, reader, colleague, stranger: on every page of a profile that is being written."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock
from tests.factories import profiles
from tests.factories.region import Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db

PAGES = ["profiel/", "profiel/school/", "profiel/hulp/", "profiel/school/missie/eerder/", "concept/"]
SECRET = "Ons geheim van de linde"
Browser = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _answers(region: Region, profile: SupportProfile) -> None:
    profiles.answer(profile, region.linde.actor(Role.EDITOR), {**profiles.ANSWERS, "missie": SECRET})


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.DIRECTOR, Role.BOARD_MEMBER, Role.BOARD_SECRETARY])
def test_school_and_board_read(region: Region, browser_of: Browser, role: Role, page: str) -> None:
    response = browser_of(region.linde.user(role)).get(f"/werk/12AB00/{page}")

    assert response.status_code == 200
    assert "De Linde" in Html(response).text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "role",
    [
        Role.COUNCIL_MEMBER,
        Role.COUNCIL_CHAIR,
        Role.COORDINATOR,
        Role.GROUP_COORDINATOR,
        Role.VIEWER,
        Role.OPERATOR,
    ],
)
def test_for_council_and_consortium_there_is_no_draft(
    region: Region, browser_of: Browser, role: Role, page: str
) -> None:
    response = browser_of(region.linde.user(role)).get(f"/werk/12AB00/{page}")

    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("places", "role"),
    [("wilg", Role.EDITOR), ("wilg", Role.DIRECTOR), ("beuk", Role.DIRECTOR), ("beuk", Role.BOARD_MEMBER)],
)
def test_for_colleagues_and_strangers_there_is_no_draft(
    region: Region, browser_of: Browser, places: str, role: Role, page: str
) -> None:
    response = browser_of(getattr(region, places).user(role)).get(f"/werk/12AB00/{page}")

    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_who_is_not_logged_in_is_asked_to(page: str) -> None:
    response = Client().get(f"/werk/12AB00/{page}")

    assert response.headers["Location"].startswith("/inloggen/")


@pytest.mark.parametrize("places", ["wilg", "beuk"])
def test_strangers_write_nothing(
    region: Region, profile: SupportProfile, browser_of: Browser, places: str
) -> None:
    before = AnswerRevision.objects.count()
    browser = browser_of(getattr(region, places).user(Role.DIRECTOR))
    sent = {"missie": "Van een ander", "missie.revision": "1"}

    assert browser.post("/werk/12AB00/profiel/school/", sent).status_code == 404
    assert browser.post("/werk/12AB00/profiel/school/missie/", sent).status_code == 404

    assert AnswerRevision.objects.count() == before
    assert answers_of(profile.pk)["missie"] == SECRET


def test_the_board_reads_without_fields_and_cannot_save(
    region: Region, profile: SupportProfile, browser_of: Browser
) -> None:
    browser = browser_of(region.linde.user(Role.BOARD_MEMBER))

    page = Html(browser.get("/werk/12AB00/profiel/school/"))
    refused = browser.post("/werk/12AB00/profiel/school/", {"missie": "x", "missie.revision": "1"})

    assert SECRET in page.by_id("q-missie").text
    assert not page.has("a-missie")
    assert not page.has("bewaar")
    assert "Alleen de schrijvers en de directeur" in page.text
    assert refused.status_code == 403
    assert answers_of(profile.pk)["missie"] == SECRET


def test_a_locked_text_is_read_with_the_reason_and_the_way_on(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="a" * 64, actor=region.linde.actor(Role.DIRECTOR))

    page = Html(editor.get("/werk/12AB00/profiel/school/"))
    refused = editor.post("/werk/12AB00/profiel/school/", {"missie": "x", "missie.revision": "1"})

    assert SECRET in page.by_id("q-missie").text
    assert not page.has("a-missie")
    assert "Directeur de linde zette de tekst op" in page.text
    assert any(each.attributes.get("href") == "/werk/12AB00/stappen/" for each in page.elements)
    assert refused.status_code == 409
    assert "heropent" in refused.content.decode()
    assert answers_of(profile.pk)["missie"] == SECRET


def test_a_location_without_profile_says_who_begins(region: Region, browser_of: Browser) -> None:
    page = Html(browser_of(region.wilg.user(Role.EDITOR)).get("/werk/12CD00/profiel/"))

    assert "Er is nog geen profiel" in page.text
