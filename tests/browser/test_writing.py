"""People write a chapter: saved while they type, nothing lost when the line or the other person gets in between."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.chain_place import PASSWORD, email_of
from tests.browser.conftest import listen
from tests.browser.writing_place import in_application
from tests.support.application import Application

SAVED = re.compile(r"Opgeslagen om \d+\.\d\d")
NOT_SAVED = re.compile("Nog niet opgeslagen")
MOST = 16
"""Schools for the tests of this file, one for each; made together, since that starts the application once more."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def schools(server: Application) -> Iterator[str]:
    codes = [f"{10 + number}WR00" for number in range(MOST)]
    in_application(server, *codes)
    return iter(codes)


@pytest.fixture
def write(schools: Iterator[str], new_context: Callable[..., BrowserContext]) -> Iterator[Open]:
    """`write("editor", "hulp")` opens a chapter of a new school's profile as one of its people."""
    code = next(schools)
    complaints: list[str] = []

    def open_chapter(role: str, chapter: str, **options: object) -> Page:
        page = new_context(**options).new_page()
        listen(page, complaints)
        page.goto("/inloggen/")
        page.locator("input[name=login]").fill(email_of(role, code))
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("form:has(input[name=password]) [type=submit]").click()
        page.wait_for_url("**/werk/**")
        page.goto(f"/werk/{code}/profiel/{chapter}/")
        return page

    yield open_chapter
    assert complaints == []


def copies(page: Page) -> list[str]:
    """The texts that the browser still keeps for itself, by question."""
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return sorted(name.rsplit(":", 1)[1] for name in names)


def test_a_text_is_saved_while_it_is_typed_and_the_cursor_stays(write: Open) -> None:
    page = write("editor", "school")
    page.locator("#a-missie").press_sequentially("Ieder kind", delay=20)
    assert copies(page) == ["missie"]

    expect(page.locator("#s-missie")).to_have_text(SAVED)
    page.keyboard.type(" hoort erbij.")
    expect(page.locator("#r-missie")).to_have_value("2")

    expect(page.locator("#a-missie")).to_be_focused()
    expect(page.locator("#hoofdstukken")).to_contain_text("1 van 2 vragen")
    expect(page.locator("[data-count=a-missie]")).to_have_text("23 van 1.500 tekens")
    assert copies(page) == []
    page.reload()
    expect(page.locator("#a-missie")).to_have_value("Ieder kind hoort erbij.")


def test_a_question_comes_with_the_answer_that_asks_for_it_by_keyboard(write: Open) -> None:
    page = write("editor", "hulp")
    page.locator("#a-arrangement--true").focus()
    page.keyboard.press("Space")

    expect(page.locator("#a-arrangement-uitleg")).to_be_visible()
    expect(page.locator("#a-arrangement--true")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#a-arrangement-uitleg")).to_be_hidden()


def test_an_option_that_goes_with_no_other_unticks_the_others(write: Open) -> None:
    page = write("editor", "hulp")
    page.locator("#a-methoden--anders").check()
    expect(page.locator("input[name=methoden-anders]")).to_be_visible()

    page.locator("#a-methoden--geen").check()

    expect(page.locator("#a-methoden--anders")).not_to_be_checked()
    expect(page.locator("#r-methoden")).to_have_value("2")
    expect(page.locator("#e-methoden")).to_be_empty()


def test_a_row_is_added_and_filled_by_keyboard(write: Open) -> None:
    page = write("editor", "hulp")
    page.get_by_role("button", name="Rij toevoegen").press("Enter")
    expect(page.locator("[name='scholing.1.wie']")).to_be_focused()

    page.keyboard.type("Twee leraren")
    page.keyboard.press("Tab")
    page.keyboard.type("Autisme")
    page.keyboard.press("Enter")

    expect(page.locator("#r-scholing")).to_have_value("2")
    page.reload()
    expect(page.locator("[name='scholing.0.wat']")).to_have_value("Autisme")


def test_a_fault_in_a_table_marks_its_own_field_while_typing(write: Open) -> None:
    page = write("editor", "hulp")
    page.locator("[name='scholing.0.wat']").fill("Rekenen")
    page.locator("[name='scholing.0.klaar']").fill("ooit")
    page.locator("[name='scholing.0.klaar']").blur()
    expect(page.locator("#e-scholing")).to_contain_text("Rij 1, Klaar in")

    expect(page.locator("main [aria-invalid]")).to_have_count(1)
    expect(page.locator("[name='scholing.0.klaar']")).to_have_attribute("aria-invalid", "true")
    page.locator("[name='scholing.0.klaar']").fill("2027")

    expect(page.locator("#s-scholing")).to_have_text(SAVED)
    expect(page.locator("main [aria-invalid]")).to_have_count(0)


def test_what_cannot_be_taken_stays_in_its_field_also_after_a_reload(write: Open) -> None:
    page = write("editor", "school")
    page.locator("#a-groepen").fill("acht")
    page.locator("#a-groepen").blur()
    expect(page.locator("#e-groepen")).to_have_text("Vul een getal in, bijvoorbeeld 12 of 12,5.")

    page.reload()
    expect(page.locator("#a-groepen")).to_have_value("acht")
    expect(page.locator("#e-groepen")).to_contain_text("Vul een getal in")
    expect(page.locator("#a-groepen")).to_have_attribute("aria-invalid", "true")
    page.locator("#a-groepen").fill("8")

    expect(page.locator("#s-groepen")).to_have_text(SAVED)
    expect(page.locator("#e-groepen")).to_be_empty()
    assert copies(page) == []


def test_a_line_that_falls_away_loses_nothing(write: Open) -> None:
    page = write("editor", "school")
    page.context.set_offline(True)
    page.locator("#a-missie").fill("Getypt in de trein")
    expect(page.locator("#s-missie")).to_have_text(NOT_SAVED)
    assert copies(page) == ["missie"]

    page.context.set_offline(False)

    expect(page.locator("#s-missie")).to_have_text(SAVED, timeout=30_000)
    assert copies(page) == []


def test_a_page_that_closes_without_line_gives_the_text_back_later(write: Open) -> None:
    page = write("editor", "school")
    page.context.set_offline(True)
    page.locator("#a-missie").fill("Getypt in de trein")
    expect(page.locator("#s-missie")).to_have_text(NOT_SAVED)
    address, context = page.url, page.context
    page.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(address)

    expect(again.locator("#a-missie")).to_have_value("Getypt in de trein")
    expect(again.locator("#s-missie")).to_have_text(SAVED)


def test_leaving_within_a_second_loses_nothing(write: Open) -> None:
    page = write("editor", "school")
    page.locator("#a-motto").press_sequentially("Snel weg")
    address = page.url
    page.get_by_role("link", name=re.compile("Verder naar")).click()
    page.wait_for_url("**/hulp/")

    page.goto(address)

    expect(page.locator("#a-motto")).to_have_value("Snel weg")
    expect(page.locator("#s-motto")).to_have_text(SAVED)


def test_two_people_see_both_texts_and_choose(write: Open) -> None:
    editor, director = write("editor", "school"), write("director", "school")
    editor.locator("#a-missie").fill("Van de schrijver")
    expect(editor.locator("#s-missie")).to_have_text(SAVED)

    director.locator("#a-missie").fill("Van de directeur")
    card = director.locator("#q-missie")
    expect(card).to_contain_text("wijzigden dit antwoord tegelijk")
    expect(card).to_contain_text("Van de schrijver")
    director.get_by_role("button", name="Gebruik mijn tekst").click()

    expect(director.locator("#a-missie")).to_have_value("Van de directeur")
    editor.goto(f"{editor.url.partition('#')[0]}missie/eerder/")
    expect(editor.locator("main")).to_contain_text("Terzijde gelegd")
    expect(editor.locator("main")).to_contain_text("Van de schrijver")


def test_a_chapter_is_written_without_javascript(write: Open) -> None:
    page = write("editor", "hulp", javascript=False)
    page.locator("#a-arrangement--true").check()
    page.get_by_role("button", name="Rij toevoegen").click()
    page.locator("#a-arrangement-uitleg").fill("Voor kinderen met TOS.")
    page.locator("[name='scholing.1.wat']").fill("Rekenen")
    page.locator("#bewaar").click()

    expect(page.get_by_role("status").first).to_contain_text("Opgeslagen: 2 antwoorden gewijzigd.")
    expect(page.locator("#a-arrangement-uitleg")).to_have_value("Voor kinderen met TOS.")
    expect(page.locator("[name='scholing.0.wat']")).to_have_value("Rekenen")
