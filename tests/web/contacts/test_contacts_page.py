"""The school keeps its list in the browser, without a script; parents read it as it is today."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.jobs.testing import run_jobs
from levend.organisations.models import PublicContact
from levend.organisations.queries.contacts import MOST_CONTACTS
from tests.factories.region import Region, make_region
from tests.publication.situations import published

pytestmark = pytest.mark.django_db
ADDRESS = "/werk/12AB00/contact/"
SANNE = {
    "function": "intern begeleider",
    "name": "Sanne Wielewaal",
    "phone": "0399 123 456",
    "reachable": "ma tot en met wo",
}
DIRECTOR = {"function": "directeur", "email": "directie@linde.example"}


@pytest.fixture
def region() -> Region:
    return make_region()


def _browser(region: Region, role: Role) -> Client:
    client = Client()
    client.force_login(region.linde.user(role))
    return client


def _words(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _id(function: str) -> int:
    return PublicContact.objects.get(function=function).pk


def test_the_school_adds_changes_orders_and_removes(region: Region) -> None:
    browser = _browser(region, Role.EDITOR)
    assert "Er staat nog niemand op de lijst" in _words(browser, ADDRESS)

    for person in (SANNE, DIRECTOR):
        assert browser.post(ADDRESS, person).status_code == 302
    page = _words(browser, ADDRESS)
    assert page.index("Sanne Wielewaal") < page.index("directie@linde.example")
    assert "Iedereen leest deze lijst" in page
    assert "Laatst gewijzigd op" in page

    browser.post(f"{ADDRESS}{_id('directeur')}/omhoog/")
    page = _words(browser, ADDRESS)
    assert page.index("directie@linde.example") < page.index("Sanne Wielewaal")
    browser.post(f"{ADDRESS}{_id('directeur')}/omlaag/")
    browser.post(f"{ADDRESS}{_id('directeur')}/", {**DIRECTOR, "email": "nieuw@linde.example"})
    page = _words(browser, ADDRESS)
    assert page.index("Sanne Wielewaal") < page.index("nieuw@linde.example")
    browser.post(f"{ADDRESS}{_id('intern begeleider')}/weg/")
    assert "Sanne Wielewaal" not in _words(browser, ADDRESS)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"function": ""}, "Vul dit veld in."),
        ({"phone": ""}, "Vul een telefoonnummer of een e-mailadres in."),
        ({"phone": "0" * 30}, "Dit is te lang."),
        ({"email": "geen adres"}, "Dit is geen e-mailadres."),
        ({"name": "🌱" * 10_000}, "Dit is te lang."),
    ],
)
def test_bad_input_is_said_at_its_field_and_kept_in_the_form(
    region: Region, changes: dict[str, str], said: str
) -> None:
    answer = _browser(region, Role.DIRECTOR).post(ADDRESS, {**SANNE, **changes})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "ma tot en met wo" in answer.content.decode()
    assert not PublicContact.objects.exists()


def test_somebody_else_of_the_school_does_not_keep_the_list(region: Region) -> None:
    answer = _browser(region, Role.BOARD_MEMBER).post(ADDRESS, SANNE)

    assert answer.status_code == 403
    assert "Alleen de school zelf" in answer.content.decode()
    assert not PublicContact.objects.exists()


def test_a_full_list_says_so(region: Region) -> None:
    browser = _browser(region, Role.EDITOR)
    for number in range(MOST_CONTACTS):
        browser.post(ADDRESS, {"function": f"leraar {number}", "phone": f"0399 {number}"})

    assert "De lijst is vol" in _words(browser, ADDRESS)
    assert browser.post(ADDRESS, SANNE).status_code == 409


def test_the_list_asks_no_more_questions_with_more_people(region: Region) -> None:
    browser = _browser(region, Role.EDITOR)
    counts = []
    for number in range(3):
        browser.post(ADDRESS, {"function": f"leraar {number}", "phone": f"0399 {number}"})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(ADDRESS)
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_parents_read_the_list_of_today_and_nobody_who_was_taken_off(region: Region) -> None:
    published(region.linde)
    browser, parent = _browser(region, Role.EDITOR), Client()
    browser.post(ADDRESS, SANNE)
    run_jobs()
    page = parent.get("/scholen/12AB00/").content.decode()
    assert "Sanne Wielewaal" in page
    assert 'href="tel:' in page

    browser.post(f"{ADDRESS}{_id('intern begeleider')}/weg/")
    run_jobs()

    for address in ("/scholen/12AB00/", "/en/scholen/12AB00/", "/scholen/12AB00/profiel.json"):
        answer = parent.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code == 200
        assert b"Wielewaal" not in body
