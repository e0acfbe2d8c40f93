"""Six people bring a profile from its first word to the public page, in six browsers of their own."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.chain_place import NAME, PASSWORD, email_of, in_application
from tests.browser.conftest import listen
from tests.support.accessibility import check_page
from tests.support.application import Application

pytestmark = pytest.mark.slow
PUBLISHED_WITHIN = 90  # seconds: the worker typesets the document
MISSION = "Bij ons loopt elk kind zijn eigen weg, en niemand loopt alleen."
CONDITION = "Zet op de website wanneer de intern begeleider er is."
LETTER = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


class People:
    """The people of one school, each logged in at first use; what their browsers complain about fails the test."""

    def __init__(self, new_context: Callable[..., BrowserContext], code: str) -> None:
        self.new_context = new_context
        self.code = code
        self.pages: dict[str, Page] = {}
        self.complaints: list[str] = []

    def page(self, role: str) -> Page:
        if role not in self.pages:
            page = self.new_context().new_page()
            listen(page, self.complaints)
            page.goto("/inloggen/")
            page.locator("input[name=login]").fill(email_of(role, self.code))
            page.locator("input[name=password]").fill(PASSWORD)
            page.locator("form:has(input[name=password]) [type=submit]").click()
            page.wait_for_url("**/werk/**")
            self.pages[role] = page
        return self.pages[role]

    def at(self, role: str, path: str) -> Page:
        """This person opens a page of the school."""
        page = self.page(role)
        page.goto(f"/werk/{self.code}/{path}")
        return page

    def takes(self, role: str, verb: str) -> Page:
        """This person finds the step among the steps and opens it."""
        page = self.at(role, "stappen/")
        page.get_by_role("link", name=verb, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(verb)
        return page


@pytest.fixture
def people(
    request: pytest.FixtureRequest, server: Application, new_context: Callable[..., BrowserContext]
) -> Iterator[People]:
    """A school that nobody else uses."""
    code = str(request.param)
    in_application(server, "make", code)
    found = People(new_context, code)
    yield found
    assert found.complaints == []


def confirm(page: Page, verb: str, then: str) -> None:
    """Press the button of a step, and read that it was done."""
    page.locator("main form").get_by_role("button", name=verb, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(then)


def write_and_ask(people: People, server: Application) -> None:
    """The director begins, the editor writes, the director asks the council."""
    page = people.at("director", "stappen/")
    page.get_by_label("Schoolondersteuningsprofiel basisonderwijs (Passenderwijs)").check()
    page.get_by_role("button", name="Begin het profiel").click()
    expect(page.get_by_role("status")).to_contain_text("Het profiel is begonnen.")
    in_application(server, "fill", people.code, "missie,visie")

    page = people.at("director", "stappen/")
    expect(page.get_by_text("Nog 2 verplichte vragen zijn niet beantwoord.").first).to_be_visible()
    page = people.at("editor", "profiel/missie-visie/")
    page.locator("textarea[name=missie]").fill(MISSION)
    page.locator("textarea[name=visie]").fill("Wij kijken eerst goed, en dan pas verder.")
    page.locator("textarea[name=visie]").blur()
    for key in ("missie", "visie"):
        expect(page.locator(f"#s-{key}")).not_to_have_text("Nog niet beantwoord")
        expect(page.locator(f"#s-{key}")).not_to_contain_class("saved--busy")

    page = people.takes("director", "Vraag advies aan de raad")
    page.get_by_label("Bericht erbij").fill("Graag voor de vergadering van volgende week.")
    confirm(page, "Vraag advies aan de raad", "De tekst is vastgezet.")


def submit_and_receive(people: People) -> None:
    page = people.takes("director", "Verklaar en dien in")
    page.get_by_label("Ik verklaar dat de medezeggenschapsraad").check()
    page.get_by_label("Ik verklaar dat het bestuur").check()
    confirm(page, "Verklaar en dien in", "Het profiel is ingediend.")
    page = people.takes("coordinator", "Bevestig de ontvangst")
    confirm(page, "Bevestig de ontvangst", "De ontvangst is bevestigd.")


def read_in_public(people: People, folder: Path) -> str:
    """A visitor finds the school's page and takes the document home; gives the words of the document."""
    visitor = people.new_context().new_page()
    listen(visitor, people.complaints)
    until = time.monotonic() + PUBLISHED_WITHIN
    while (response := visitor.goto(f"/scholen/{people.code}/")) is None or response.status != 200:
        assert time.monotonic() < until, "the worker did not publish in time"
        time.sleep(1)
    expect(visitor.get_by_role("heading", level=1)).to_contain_text(NAME)
    expect(visitor.get_by_text(MISSION).first).to_be_attached()
    document = visitor.request.get(f"/scholen/{people.code}/profiel.pdf")
    assert document.headers["content-type"] == "application/pdf"
    path = folder / "profiel.pdf"
    path.write_bytes(document.body())
    return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("people", ["71WA00"], indirect=True)
def test_six_people_walk_the_whole_chain(people: People, server: Application, tmp_path: Path) -> None:
    write_and_ask(people, server)

    page = people.at("council_chair", "stappen/")
    expect(page.get_by_role("heading", name="U, namens de medezeggenschapsraad")).to_be_visible()
    page.get_by_role("link", name="De tekst die is vastgezet").click()
    expect(page.get_by_text(MISSION)).to_be_visible()
    check_page(page)
    page = people.takes("council_chair", "Geef advies")
    page.get_by_label("Positief, met voorwaarden").check()
    page.get_by_label("Advies in woorden").fill("Een eerlijk profiel. Op één punt vragen wij een toezegging.")
    page.get_by_label("Voorwaarde 1").fill(CONDITION)
    page.get_by_role("button", name="Nog een voorwaarde").click()
    expect(page.get_by_label("Voorwaarde 1")).to_have_value(CONDITION)
    expect(page.get_by_label("Positief, met voorwaarden")).to_be_checked()
    check_page(page)
    confirm(page, "Geef advies", "Het advies is gegeven.")

    page = people.at("board_member", "stappen/")
    closed = page.get_by_role("button", name="Stel vast")
    expect(closed).to_have_attribute("aria-disabled", "true")
    check_page(page)
    page.get_by_role("button", name="Bewaar het antwoord").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies wat het bestuur met deze voorwaarde doet.")
    page.get_by_label("Nemen wij over", exact=True).check()
    page.get_by_label("Leg uit").fill("Dat staat vóór januari op de website.")
    confirm(page, "Bewaar het antwoord", "Het antwoord is bewaard.")
    page = people.takes("board_member", "Stel vast")
    page.get_by_label("Datum van het besluit").fill("morgen")
    page.locator("main form").get_by_role("button", name="Stel vast").click()
    expect(page.get_by_role("alert")).to_contain_text("Dit is geen datum.")
    check_page(page)
    page.get_by_label("Datum van het besluit").fill(time.strftime("%d-%m-%Y"))
    confirm(page, "Stel vast", "Het profiel is vastgesteld.")

    submit_and_receive(people)
    words = read_in_public(people, tmp_path)
    assert MISSION[:40] in words.replace("\n", " ")
    page = people.at("council_chair", "stappen/")
    expect(page.get_by_text("Dit profiel is ontvangen")).to_be_visible()
    expect(page.get_by_text("Dat staat vóór januari op de website.").first).to_be_visible()
    check_page(page)


@pytest.mark.parametrize("people", ["72WA00"], indirect=True)
def test_the_same_with_a_letter_and_minutes(people: People, server: Application, tmp_path: Path) -> None:
    """The council wrote a letter and the board decided in a meeting; the director registers both."""
    write_and_ask(people, server)
    today = time.strftime("%d-%m-%Y")
    letter = FilePayload(name="brief-mr.pdf", mimeType="application/pdf", buffer=LETTER)
    minutes = FilePayload(name="notulen.pdf", mimeType="application/pdf", buffer=LETTER + b"%")

    page = people.takes("director", "Registreer de brief van de raad")
    page.get_by_label("Datum van de brief").fill(today)
    page.get_by_label("Ondertekende brief van de raad").set_input_files(letter)
    page.get_by_label("Positief", exact=True).check()
    check_page(page)
    confirm(page, "Registreer de brief van de raad", "De brief van de raad is geregistreerd.")

    page = people.takes("director", "Registreer het besluit van het bestuur")
    page.get_by_label("Datum van het besluit").fill(today)
    page.get_by_label("Notulen of besluit van het bestuur").set_input_files(minutes)
    confirm(page, "Registreer het besluit van het bestuur", "Het besluit is geregistreerd.")

    page = people.at("council_chair", "stappen/")
    expect(page.get_by_role("link", name="Maak bezwaar tegen de registratie")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="brief-mr.pdf").click()
    assert Path(download.value.path()).read_bytes() == LETTER

    submit_and_receive(people)
    words = read_in_public(people, tmp_path)
    assert MISSION[:40] in words.replace("\n", " ")
