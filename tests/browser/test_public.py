"""A parent reads what a school offers: on a phone, without scripts, in two languages, with large text, by keyboard."""

import re
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import listen
from tests.support.accessibility import check_page, tab_through
from tests.support.application import Application
from tests.support.text_size import faults_at_double_size

PARENT = {"width": 360, "height": 740}
READY_WITHIN = 120
"""Seconds in which the worker made the pages of the fictional region."""


@pytest.fixture(scope="module")
def school(server: Application) -> str:
    """The address of the first school in the list, once its page lies ready."""
    with urllib.request.urlopen(server.url("/scholen/")) as answer:  # noqa: S310 - loopback
        found = re.search(r'href="(/scholen/[0-9A-Z]{6}/)"', answer.read().decode())
    assert found is not None
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(server.url(found[1])):  # noqa: S310 - loopback
                return found[1]
        except OSError:
            time.sleep(1)
    raise AssertionError(f"{found[1]} was not made")


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A parent's telephone that runs no script."""
    page = new_context(javascript=False, viewport=PARENT).new_page()
    complaints = listen(page)
    yield page
    assert complaints == []


def test_a_parent_finds_a_school_knows_whom_to_call_and_keeps_its_document(school: str, phone: Page) -> None:
    phone.goto("/scholen/")
    name = phone.locator(f"a[href='{school}']").inner_text()

    phone.goto("/")
    phone.get_by_label("Naam van de school of plaats").fill(name)
    phone.get_by_role("button", name="Zoek").click()
    phone.get_by_role("link", name=name).click()

    expect(phone.get_by_role("heading", level=1, name=name)).to_be_visible()
    assert _bottom_of(phone, ".facts__phone a") <= PARENT["height"], "a telephone number before any scrolling"
    expect(phone.get_by_role("heading", name="Dit doen wij zelf")).to_be_visible()
    assert _bottom_of(phone, ".answer") < _bottom_of(phone, ".contact .btn") < _bottom_of(phone, "#docs")
    chapter = phone.locator("details[lang=nl]").nth(1)
    expect(chapter.locator("> div")).to_be_hidden()
    chapter.locator("summary").click()
    expect(chapter.locator("> div")).to_be_visible()

    pdf = phone.request.get(phone.locator("#docs ~ ul a").first.get_attribute("href") or "").body()
    phone.get_by_role("link", name="Is uw document echt? Controleer het").click()
    phone.get_by_label("Het document").set_input_files(
        {"name": "profiel.pdf", "mimeType": "application/pdf", "buffer": pdf}
    )
    phone.get_by_role("button", name="Controleer").click()
    expect(phone.get_by_role("heading", name="Dit document is echt en geldt nu")).to_be_visible()


def test_a_parent_asks_what_held_on_another_day(school: str, phone: Page) -> None:
    phone.goto(school)
    since = phone.locator(".versions__now time").first.get_attribute("datetime") or ""

    phone.get_by_label("Wat gold er op een andere datum?").fill(since)
    phone.get_by_role("button", name="Bekijk").click()

    expect(phone).to_have_url(re.compile(f"/op/{since}/$"))
    expect(phone.locator(".standing")).to_contain_text("Deze versie geldt nu.")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_page_is_for_everybody_in_both_languages(school: str, browser_page: Page, prefix: str) -> None:
    for address in ("/", "/scholen/", school, "/controleer/", f"{school}op/"):
        browser_page.goto(prefix + address)
        check_page(browser_page)
        assert [one.html for one in tab_through(browser_page) if not one.focus_is_drawn] == []
    browser_page.goto(prefix + school)
    browser_page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    check_page(browser_page)


def test_what_the_school_wrote_is_marked_as_dutch_on_an_english_page(school: str, browser_page: Page) -> None:
    browser_page.goto(school)
    written = browser_page.locator(".answer__part").first.locator("[lang=nl]").inner_text()

    browser_page.get_by_role("link", name="English").click()

    expect(browser_page).to_have_url(re.compile(f"/en{school}$"))
    expect(browser_page.locator("html")).to_have_attribute("lang", "en")
    assert browser_page.locator(".answer__part").first.locator("[lang=nl]").inner_text() == written
    expect(browser_page.locator(".offer .level").first).to_have_text("For every child")
    browser_page.get_by_role("link", name="Nederlands").click()
    expect(browser_page).to_have_url(re.compile(f"[0-9]{school}$"))


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_text_of_double_size_is_neither_cut_nor_overlapping(
    school: str, browser_page: Page, width: int
) -> None:
    browser_page.set_viewport_size({"width": width, "height": 740})
    for address in ("/", "/scholen/", school, "/controleer/"):
        browser_page.goto(address)
        assert faults_at_double_size(browser_page) == [], address


def test_a_chapter_opens_by_keyboard(school: str, browser_page: Page) -> None:
    browser_page.goto(school)
    browser_page.keyboard.press("Tab")
    expect(browser_page.locator(".skip")).to_be_focused()

    for _number in range(80):
        browser_page.keyboard.press("Tab")
        if browser_page.evaluate("document.activeElement.closest('details[lang=nl]') !== null"):
            break
    browser_page.keyboard.press("Enter")

    expect(browser_page.locator("details[lang=nl][open] > div").first).to_be_visible()


def test_paper_shows_everything_and_no_navigation(school: str, browser_page: Page) -> None:
    browser_page.goto(school)
    browser_page.emulate_media(media="print")

    for hidden in (".nav", ".crumbs", ".other-day", ".docs-card", ".page-footer__end"):
        expect(browser_page.locator(hidden).first).to_be_hidden()
    expect(browser_page.locator(".contact .btn")).to_contain_text(re.compile(r"\d\d \d\d"))
    for chapter in browser_page.locator("details[lang=nl] > div").all():
        expect(chapter).to_be_visible()
        assert (chapter.bounding_box() or {"height": 0})["height"] > 0


def _bottom_of(page: Page, selector: str) -> float:
    """Pixels from the top of the screen, which is not scrolled yet."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, f"{selector} is not shown"
    return box["y"] + box["height"]
