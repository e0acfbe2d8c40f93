"""From an empty consortium to an open round with seventy-five schools, by one coordinator, counted action by action.

Inviting the directors is not part of it.
"""

import os
import re
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.chain_place import PASSWORD, email_of, in_application
from tests.organisations.registers.samples import classic, school
from tests.support.accessibility import SMALLEST, check_page
from tests.support.application import Application

SCHOOLS = 75
MOST_ACTIONS = 30
PATIENCE = 60_000  # milliseconds: the page and the application share one machine with the other tests
CODE = "61"
TITLES = [
    "Beemd",
    "Draai",
    "Erf",
    "Gaarde",
    "Hof",
    "Inham",
    "Kamp",
    "Laan",
    "Meent",
    "Nes",
    "Oever",
    "Pad",
    "Ree",
    "Singel",
    "Tuin",
]


def _file() -> bytes:
    """The address file of five boards with fifteen schools each."""
    rows = [
        school(
            f"{CODE}{chr(65 + board)}{chr(65 + number)}00",
            f"Basisschool De {title} {board + 1}",
            BEVOEGD_GEZAG_NUMMER=f"{CODE}{board:03}",
            POSTCODE=f"{9000 + board} A{chr(65 + number)}",
        )
        for board in range(SCHOOLS // len(TITLES))
        for number, title in enumerate(TITLES)
    ]
    return classic(rows)


class Hands:
    """Does what a person does, and counts it: a click, a field filled in, a file chosen."""

    def __init__(self) -> None:
        self.actions = 0

    def click(self, where: Locator) -> None:
        self.actions += 1
        where.click()

    def fill(self, where: Locator, text: str) -> None:
        self.actions += 1
        where.fill(text)

    def check(self, where: Locator) -> None:
        self.actions += 1
        where.check()

    def choose_file(self, where: Locator, name: str, data: bytes) -> None:
        self.actions += 1
        where.set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def _looked_at(page: Page, name: str) -> None:
    page.wait_for_load_state()
    if folder := os.environ.get("LEVEND_PICTURES"):
        page.screenshot(path=Path(folder) / f"empty-{name}.png", full_page=True)
    check_page(page, axe_at=(SMALLEST,))


def _until(page: Page, condition: Locator, seconds: float = 40) -> None:
    """Look again as somebody who waits does; waiting is no action."""
    deadline = time.monotonic() + seconds
    while not condition.count():
        assert time.monotonic() < deadline, page.locator("main").inner_text()
        page.wait_for_timeout(500)
        page.reload()


def test_an_empty_consortium_has_an_open_round_within_thirty_actions(
    browser_page: Page, server: Application
) -> None:
    in_application(server, "empty", CODE)
    page, hands = browser_page, Hands()
    page.set_default_timeout(PATIENCE)
    page.goto("/inloggen/")
    hands.fill(page.locator("input[name=login]"), email_of("coordinator", CODE))
    hands.fill(page.locator("input[name=password]"), PASSWORD)
    hands.click(page.locator("form:has(input[name=password]) [type=submit]"))

    hands.click(page.get_by_role("link", name="Registers", exact=True))
    _looked_at(page, "registers")
    hands.check(page.get_by_role("radio", name=re.compile("^Scholen")))
    hands.choose_file(page.locator("input[type=file]"), "scholen.csv", _file())
    hands.click(page.get_by_role("button", name="Bekijk wat er verandert"))
    _looked_at(page, "gemeenten")
    hands.check(page.get_by_role("checkbox", name=f"Aa en Hunze ({SCHOOLS})"))
    hands.click(page.get_by_role("button", name="Bekijk opnieuw"))
    _looked_at(page, "bestand")
    hands.click(page.get_by_role("button", name=re.compile("^Voer")))
    _until(page, page.get_by_text("Wat er veranderde", exact=True))
    _looked_at(page, "doorgevoerd")

    hands.click(page.get_by_role("link", name="Rondes", exact=True))
    _looked_at(page, "rondes")
    hands.click(page.get_by_role("link", name="Zet een ronde uit").first)
    _looked_at(page, "nieuw")
    hands.click(page.get_by_role("button", name="Bewaar en kijk na"))
    expect(page.get_by_role("heading", name=f"Dit gaat uit naar {SCHOOLS} scholen")).to_be_visible()
    _looked_at(page, "nakijken")
    hands.click(page.get_by_role("button", name="Open de ronde"))

    expect(page.get_by_role("heading", name=re.compile("^Opnameronde"))).to_be_visible()
    _until(page, page.get_by_role("link", name=f"De school schrijft {SCHOOLS}"))
    expect(page.get_by_text("Basisschool De Beemd 1").first).to_be_visible()
    _looked_at(page, "dashboard")
    assert hands.actions < MOST_ACTIONS
