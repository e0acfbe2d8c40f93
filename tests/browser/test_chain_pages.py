"""The pages of the chain in a real browser: for everybody, at every width, with keyboard only and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, LogIn
from tests.support.accessibility import check_page, tab_through

pytestmark = pytest.mark.slow
_PAGES: dict[str, list[str]] = {
    "director": ["12AB00/stappen/", "12AB00/stappen/advies-vragen/", "12AB00/stappen/indienen/", "scholen/"],
    "council": ["12AB00/stappen/", "12AB00/stappen/advies-geven/", "besluiten/"],
    "board": [
        "besluiten/",
        "12CD00/stappen/",
        "12CD00/stappen/voorwaarde/1/",
        "12CD00/stappen/teruggeven/",
        "41BF00/stappen/",
        "41BF00/stappen/correctie-bevestigen/",
    ],
    "coordinator": ["ontvangen/", "ontvangen/?kies=alle", "scholen/", "scholen/?zoek=zzz", "15GH00/stappen/"],
}


def main_links(page: Page, pattern: str) -> list[str]:
    """Addresses in the page that match."""
    hrefs = page.locator("main a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [href for href in hrefs if re.search(pattern, href)]


@pytest.mark.parametrize("who", list(_PAGES))
def test_pages_are_accessible_at_every_width(who: str, login_as: LogIn) -> None:
    page = login_as(who)
    for path in _PAGES[who]:
        response = page.goto(f"/werk/{path}")
        assert response is not None
        assert response.status == 200
        check_page(page)


def test_texts_and_differences_are_accessible(login_as: LogIn) -> None:
    page = login_as("board")
    page.goto("/werk/12CD00/stappen/")
    for href in [*main_links(page, "/tekst/")[:1], *main_links(page, "/verschil/")[:1]]:
        page.goto(href)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        check_page(page)


def test_a_refused_form_is_accessible_and_leads_to_its_fields(login_as: LogIn) -> None:
    page = login_as("coordinator")
    page.goto("/werk/15GH00/stappen/correctie-vragen/")
    page.locator("main form").get_by_role("button", name="Vraag om een correctie").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    check_page(page)
    summary.get_by_role("link").first.click()
    expect(page.get_by_label("Reden")).to_be_focused()


def test_every_button_is_reached_by_keyboard(login_as: LogIn) -> None:
    """The closed ones too: their reason is read with them."""
    page = login_as("board")
    page.goto("/werk/12CD00/stappen/")
    reached = tab_through(page)
    assert any("stap-vaststellen" in one.html for one in reached)
    assert all(one.focus_is_drawn for one in reached)


def test_the_chain_works_without_scripts_on_a_phone(login_as: LogIn) -> None:
    page = login_as("coordinator", javascript=False, viewport=PHONE)
    page.goto("/werk/scholen/")
    page.get_by_label("Zoek op naam, plaats of code").fill("kompas")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("link", name="Basisschool Het Kompas").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Basisschool Het Kompas")
    expect(page.get_by_text("Nu aan zet")).to_be_visible()


def test_a_stranger_finds_no_steps(new_context: Callable[..., BrowserContext], login_as: LogIn) -> None:
    page = login_as("director2")
    response = page.goto("/werk/12AB00/stappen/")
    assert response is not None
    assert response.status == 404
    expect(page.locator("body")).not_to_contain_text("De Linde")
