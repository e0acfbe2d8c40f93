"""A coordinator makes a format of the region with a browser, and every page of it fits and is accessible."""

import os
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import LogIn
from tests.support.accessibility import DESKTOP, SMALLEST, check_page

PATIENCE = 60_000  # milliseconds: the page and the application share one machine with the other tests

PLACE = "Zijn er onderwijsbehoeften waarbij wij nu samen met ouders een andere plek zoeken?"


def _looked_at(page: Page, name: str, title: str, *, axe: bool = False) -> None:
    """Nothing sticks out on a screen or a phone, and (with `axe`) nothing is inaccessible."""
    expect(page).to_have_title(re.compile(re.escape(title)))
    page.wait_for_load_state()
    if folder := os.environ.get("LEVEND_PICTURES"):
        for width in (DESKTOP, SMALLEST):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=Path(folder) / f"format-{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": DESKTOP, "height": 900})
    check_page(page, axe_at=(SMALLEST,) if axe else ())


def test_a_coordinator_changes_the_format_alone(login_as: LogIn) -> None:
    page = login_as("coordinator")
    page.set_default_timeout(PATIENCE)
    page.set_default_navigation_timeout(PATIENCE)

    page.get_by_role("link", name="Formats").click()
    _looked_at(page, "lijst", "Formats – Levend")
    page.get_by_role("link", name="Eigen format maken van Ondersteuning in de schoolgids").click()
    page.get_by_label("Hoe heet uw format?").fill("Schoolgids van onze regio")
    _looked_at(page, "nieuw", "Maak een eigen format")
    page.get_by_role("button", name="Begin").click()
    _looked_at(page, "concept", "Schoolgids van onze regio – concept")

    page.get_by_role("link", name="2. Onze ondersteuning dit schooljaar").click()
    page.get_by_role("button", name=re.compile("Omlaag.*Zijn er onderwijsbehoeften")).click()
    expect(page.get_by_text("komt pas na deze vraag")).to_have_count(2)  # at the question and in the list
    _looked_at(page, "hoofdstuk", "2. Onze ondersteuning")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_text("komt pas na deze vraag")).to_have_count(0)

    page.get_by_role("link", name="Eén keuze", exact=True).click()
    page.get_by_label("Vraag", exact=True).fill("Hoe vaak <b>overlegt</b> u met ouders?")
    page.keyboard.press("Tab")
    expect(page.locator("#id_label_error")).to_contain_text("HTML hoort niet in een format")
    expect(page.get_by_role("status")).to_contain_text("als u dit zo bewaart")
    expect(page.get_by_label("Vraag", exact=True)).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Vraag", exact=True).fill("Hoe vaak overlegt u met ouders?")
    page.get_by_label("Keuze", exact=True).nth(0).fill("Elke week")
    page.get_by_label("Keuze", exact=True).nth(1).fill("Elke maand")
    page.keyboard.press("Tab")
    expect(page.get_by_role("status")).to_contain_text("Geen fouten")
    expect(page.get_by_label("Vraag", exact=True)).to_have_attribute("aria-invalid", "false")
    _looked_at(page, "vraag", "Eén keuze", axe=True)
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("link", name="Hoe vaak overlegt u met ouders?").click()
    page.get_by_role("link", name="Stel een voorwaarde").click()
    page.get_by_label("Vraag", exact=True).select_option(label=PLACE)
    page.get_by_label("Antwoord", exact=True).select_option(label="Ja")
    page.get_by_role("button", name="Voeg een groep toe").click()
    second = page.get_by_role("group", name="Regel 2.1")
    expect(second.get_by_label("Vraag")).to_be_focused()
    second.get_by_label("Vraag").select_option(label=PLACE)
    expect(second.get_by_label("Hoe")).to_be_visible()
    expect(page.locator(".htmx-added, .htmx-settling")).to_have_count(0)  # the new fields listen now
    second.get_by_label("Hoe").select_option(label="is ingevuld")
    expect(page.get_by_text("is “Ja” en “").first).to_be_visible()
    _looked_at(page, "voorwaarde", "Wanneer wordt dit gevraagd?", axe=True)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("is “Ja”").last).to_be_visible()

    page.get_by_role("link", name="Bekijk als schrijver").click()
    expect(page.get_by_text("Hoe vaak overlegt u met ouders?")).to_be_visible()
    _looked_at(page, "schrijver", "Als schrijver")
    page.get_by_role("link", name="Als lezer").click()
    expect(page.get_by_text("Dit is een voorbeeldtekst.").first).to_be_visible()
    page.get_by_role("link", name="Wat verandert er").click()
    _looked_at(page, "publiceren", "Wat verandert er")
    page.get_by_role("button", name="Publiceer versie 1").click()
    expect(page.get_by_text("Versie 1 is gepubliceerd.")).to_be_visible()
    _looked_at(page, "gepubliceerd", "Schoolgids van onze regio – Levend")
