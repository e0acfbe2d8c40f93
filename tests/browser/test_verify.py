"""A parent checks a PDF on a phone; every state of the page is for everybody."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from levend.formats import shipped
from tests.browser.conftest import PHONE
from tests.support.accessibility import check_page, tab_through
from tests.support.application import ROOT, Application

EXAMPLE = Path(shipped.__file__).parent / "examples" / "passenderwijs.json"


def file(pdf: bytes) -> FilePayload:
    return {"name": "profiel.pdf", "mimeType": "application/pdf", "buffer": pdf}


def check(page: Page, pdf: bytes) -> None:
    page.goto("/controleer/")
    page.get_by_label("Het document").set_input_files(file(pdf))
    page.get_by_role("button", name="Controleer").click()


def published_pdf(page: Page) -> bytes:
    """The document of the first school in the list."""
    page.goto("/scholen/")
    page.locator(".results a").first.click()
    page.wait_for_url(re.compile(r"/scholen/[0-9A-Z]{6}/"))
    return page.request.get(page.url + "profiel.pdf").body()


@pytest.fixture
def concept(server: Application, tmp_path: Path) -> bytes:
    """A document that the installation made out of an answers file."""
    out = tmp_path / "concept.pdf"
    command = ["profile", "render", str(EXAMPLE), "--format", "passenderwijs", "-o", str(out)]
    subprocess.run(
        [sys.executable, "-m", "levend", *command], cwd=ROOT, env=server.environment, check=True, timeout=120
    )
    return out.read_bytes()


def test_a_parent_checks_a_profile_on_a_phone_without_scripts(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(javascript=False, viewport=PHONE).new_page()
    pdf = published_pdf(page)
    page.get_by_role("link", name="Controleer een document").click()

    check(page, pdf)

    expect(page.get_by_role("heading", name="Dit document is echt")).to_be_visible()
    page.locator("main .btn").first.click()
    expect(page).to_have_url(re.compile(r"/scholen/[0-9A-Z]{6}/"))


def test_every_state_of_the_page_is_for_everybody(browser_page: Page, concept: bytes) -> None:
    browser_page.goto("/controleer/")
    check_page(browser_page)
    assert all(reached.focus_is_drawn for reached in tab_through(browser_page))
    browser_page.get_by_role("button", name="Controleer").click()
    expect(browser_page.get_by_role("alert")).to_contain_text("Kies een bestand.")
    check_page(browser_page)

    for pdf, said in (
        (published_pdf(browser_page), "Dit document is echt"),
        (concept, "Dit is een concept"),
        (concept.replace(b"/Zegel", b"/Zogel") + b" ", "Dit document is gewijzigd"),
        (b"GIF89a", "Wij kunnen dit bestand niet lezen"),
    ):
        check(browser_page, pdf)
        expect(browser_page.get_by_role("heading", name=said)).to_be_visible()
        check_page(browser_page)
