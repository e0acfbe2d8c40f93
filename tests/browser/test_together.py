"""Several hands on one profile, in a real browser: the margin, a link on a phone, and what both see."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from levend.accounts.enums import Role
from levend.profiles.models import Remark, SupportProfile
from levend.profiles.services import save_answer
from tests.browser.in_process import HOST, Visitors
from tests.browser.loop import with_loop
from tests.factories.profiles import make_profile
from tests.factories.region import Region, make_region
from tests.support.accessibility import DESKTOP, SMALLEST, check_page

pytestmark = pytest.mark.django_db
WIDTHS = (DESKTOP, SMALLEST)
CHAPTER, REMARKS = "/werk/12AB00/profiel/school/", "/werk/12AB00/opmerkingen/school/"


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Visitors]:
    made = Visitors(browser)
    yield made
    assert [words for one in made.made.values() for words in one.complaints] == []
    made.leave()


def _school() -> tuple[Region, SupportProfile]:
    """De Linde's concept with one answer that was changed once."""
    with with_loop(None):
        region = make_region()
        profile = make_profile(region.linde.location)
        for number, text in enumerate(("Ieder kind hoort erbij.", "Ieder kind uit ons dorp hoort erbij.")):
            actor = region.linde.actor(Role.EDITOR)
            save_answer(actor=actor, profile_id=profile.pk, key="missie", value=text, based_on=number)
    return region, profile


def test_a_parent_asks_by_a_link_and_reads_the_answer(visitors: Visitors) -> None:
    region, _profile = _school()
    director, reader = visitors.of(region.linde.user(Role.DIRECTOR)), visitors.of(None)
    assert director.visit("/werk/12AB00/meelezers/") == 200
    director.page.get_by_label("Voor wie").fill("Sanne Bakker")
    director.page.get_by_role("button", name="Maak link").click()
    link = "/meelezen/" + director.page.locator("#link").input_value().partition("/meelezen/")[2]
    check_page(director.page, widths=WIDTHS)

    reader.page.set_viewport_size({"width": SMALLEST, "height": 700})
    assert reader.visit(link) == 200
    reader.page.get_by_role("link", name="1. De school").click()
    expect(reader.page.locator("#v-missie")).to_contain_text("Ieder kind uit ons dorp hoort erbij.")
    reader.page.locator("#v-missie summary").first.click()
    reader.page.locator("#t-missie").fill("Welk dorp is dat?")
    reader.page.locator("#v-missie").get_by_role("button", name="Plaats opmerking").click()
    expect(reader.page.locator("#v-missie .msg")).to_contain_text("Sanne Bakker, ouder, leest mee")
    check_page(reader.page, widths=WIDTHS)

    assert director.visit(CHAPTER) == 200
    thread = director.page.locator(".side .thread").filter(has_text="Welk dorp is dat?")
    thread.get_by_label("Uw antwoord").fill("Waterdorp.")
    thread.get_by_role("button", name="Plaats").click()
    expect(thread.locator(".msg")).to_have_count(2)
    check_page(director.page, widths=WIDTHS)

    reader.page.reload()
    expect(reader.page.locator("#v-missie .msg")).to_have_count(2)
    with with_loop(None):
        assert [row.side for row in Remark.objects.order_by("id")] == ["reader", "school"]


def test_pages_of_working_together_are_accessible(visitors: Visitors) -> None:
    region, _profile = _school()
    director = visitors.of(region.linde.user(Role.DIRECTOR))
    page = director.page
    assert director.visit(f"{REMARKS}?vraag=missie#nieuw") == 200
    page.get_by_label("Uw opmerking").fill("Noemen wij het dorp?")
    page.get_by_role("button", name="Plaats opmerking").click()
    page.get_by_text("Wijzig of trek in").click()
    check_page(page, widths=WIDTHS, axe_at=(SMALLEST,))
    for path in ("/werk/12AB00/verdeling/", f"{CHAPTER}missie/eerder/", "/werk/12AB00/delen/"):
        assert director.visit(path) == 200
        check_page(page, widths=WIDTHS, axe_at=(SMALLEST,))
    page.get_by_role("button", name="Deel het concept").click()
    expect(page.get_by_role("button", name="Neem het concept terug")).to_be_visible()
    coordinator = visitors.of(region.linde.user(Role.COORDINATOR))
    assert coordinator.visit("/werk/12AB00/gedeeld/school/") == 200
    check_page(coordinator.page, widths=WIDTHS, axe_at=(SMALLEST,))
    assert page.url.startswith(HOST)
