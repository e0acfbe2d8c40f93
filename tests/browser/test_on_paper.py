"""An editor takes the profile away as a form, fills it in, and takes over what came back, on a phone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.chain_place import PASSWORD, email_of
from tests.browser.conftest import PHONE
from tests.browser.writing_place import in_application
from tests.support.accessibility import check_page
from tests.support.application import Application
from tests.support.filling import filled, flattened

CODE = "77OP00"


def file(pdf: bytes) -> FilePayload:
    return {"name": "ingevuld.pdf", "mimeType": "application/pdf", "buffer": pdf}


def hand_in(page: Page, pdf: bytes) -> None:
    page.get_by_label("Het ingevulde formulier").set_input_files(file(pdf))
    page.get_by_role("button", name="Bekijk wat er verandert").click()


def test_a_form_is_taken_away_filled_in_and_taken_over(
    server: Application, new_context: Callable[..., BrowserContext]
) -> None:
    in_application(server, CODE)
    page = new_context(viewport=PHONE).new_page()
    page.goto("/inloggen/")
    page.locator("input[name=login]").fill(email_of("editor", CODE))
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form:has(input[name=password]) [type=submit]").click()
    page.goto(f"/werk/{CODE}/profiel/")
    page.get_by_role("link", name="Op papier").click()
    check_page(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Haal het formulier op").click()
    assert download.value.suggested_filename == f"formulier-{CODE}.pdf"
    form = Path(download.value.path()).read_bytes()

    hand_in(page, flattened(form))
    expect(page.get_by_role("alert")).to_contain_text("de vakken zijn eruit")
    check_page(page)
    hand_in(
        page,
        filled(
            form,
            {
                "missie": "Ieder kind hoort erbij.\n\n- één\n- twee",
                "groepen": "heel veel",
                "arrangement": "ja",
                "methoden:dyslexie": "Ja",
                "scholing:1:wie": "Ş. Ünal, " + "x" * 200,
            },
        ),
    )
    check_page(page)
    expect(page.get_by_label("Overnemen: Wat is uw missie?")).to_be_checked()
    page.get_by_label("Overnemen: Vraagt u arrangementen aan?").uncheck()
    page.get_by_role("button", name="Neem over wat is aangevinkt").click()

    expect(page.locator(".messages")).to_contain_text("Overgenomen: 3 antwoorden.")
    check_page(page)
    page.get_by_role("button", name="Neem alles over").click()
    page.goto(f"/werk/{CODE}/profiel/school/")
    expect(page.locator("#a-missie")).to_have_value("Ieder kind hoort erbij.\n\n- één\n- twee")
