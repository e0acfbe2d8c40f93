"""Looking at answers of last time in a browser: by key, by mouse, and no chapter unseen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from levend.accounts.enums import Role
from levend.profiles.engine.tally import Tally
from levend.profiles.enums import RevisionKind
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import tally_of
from tests.browser.in_process import Visitor, Visitors
from tests.browser.loop import with_loop
from tests.factories.formats import long_format, make_version
from tests.factories.profiles import answer, make_profile, next_year
from tests.factories.region import make_region
from tests.support.accessibility import DESKTOP, SMALLEST, check_page

pytestmark = pytest.mark.django_db
CHAPTER = "/werk/12AB00/profiel/alles/"
PATIENCE = 60_000  # milliseconds: the page and the application share one machine with the other tests
CHANGED = (3, 40, 41, 77, 120)

WHERE = """() => {
  const card = document.activeElement, box = card.getBoundingClientRect();
  return [card.id, box.bottom > 0 && box.top < innerHeight];
}"""


class Desk:
    """The page of one chapter with so many answers of last time."""

    def __init__(self, visitors: Visitors, questions: int) -> None:
        with with_loop(None):
            region = make_region()
            former = make_profile(region.linde.location, make_version(long_format(questions)))
            editor = region.linde.actor(Role.EDITOR)
            answer(former, editor, {f"vraag-{n}": f"Zo doen wij {n}." for n in range(1, questions + 1)})
            self.profile: SupportProfile = next_year(region.linde, former)
            user = region.linde.user(Role.EDITOR)
        self.visitor: Visitor = visitors.of(user)
        self.visitor.page.set_default_timeout(PATIENCE)
        self.visitor.page.set_default_navigation_timeout(PATIENCE)
        assert self.visitor.visit(CHAPTER) == 200

    @property
    def page(self) -> Page:
        return self.visitor.page

    def tally(self) -> Tally:
        with with_loop(None):
            return tally_of(self.profile.pk, self.profile.format_version_id)

    def left(self, number: int) -> None:
        """Wait until the page says that so many are left."""
        expect(self.page.locator('[data-review="carried"]')).to_have_count(number, timeout=PATIENCE)
        expect(self.page.locator('[data-review="busy"]')).to_have_count(0)


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Visitors]:
    made = Visitors(browser)
    yield made
    assert [words for one in made.made.values() for words in one.complaints] == []
    made.leave()


def test_120_answers_five_changed_the_others_one_key_each(visitors: Visitors) -> None:
    desk = Desk(visitors, 120)
    page = desk.page
    for number in CHANGED:
        page.locator(f"#a-vraag-{number}").fill(f"Nu doen wij {number} anders.")
        page.locator(f"#a-vraag-{number}").blur()
        expect(page.locator(f"#k-vraag-{number}")).to_have_attribute(
            "data-review", "changed", timeout=PATIENCE
        )
    page.evaluate("window.scrollTo(0, 0)")
    page.locator("#q-vraag-1").evaluate("(card) => { card.tabIndex = -1; card.focus(); }")

    for number in range(1, 121):
        if number not in CHANGED:
            assert page.evaluate(WHERE) == [f"q-vraag-{number}", True]
            page.keyboard.press("k")
            page.wait_for_selector(f'#k-vraag-{number}[data-review="confirmed"]')

    expect(page.locator("#nagaan")).to_be_focused()
    expect(page.locator("#nagaan")).to_contain_text("Alle antwoorden van vorige keer zijn nagegaan")
    tally = desk.tally()
    assert (tally.confirmed, tally.confirmed_by_chapter, tally.changed, tally.carried) == (115, 0, 5, 0)
    with with_loop(None):
        confirmed = AnswerRevision.objects.filter(answer__profile=desk.profile, kind=RevisionKind.CONFIRMED)
        assert confirmed.count() == 115


def test_a_chapter_cannot_be_confirmed_unseen(visitors: Visitors) -> None:
    desk = Desk(visitors, 12)
    page = desk.page
    confirm = page.get_by_role("button", name="Alles in dit hoofdstuk klopt nog")
    confirm.click()  # which brings the end of the page in view, not what stands above it
    expect(page.locator("#nogniet")).to_be_visible()
    expect(page.locator("main")).to_contain_text("nog niet in beeld geweest")
    assert desk.tally().carried == 12

    for number in range(1, 13):
        page.locator(f"#q-vraag-{number}").scroll_into_view_if_needed()
        page.wait_for_timeout(600)
    expect(page.locator("[data-seen-count]")).to_have_text("12")
    confirm.click()

    expect(page.locator("#nagaan")).to_contain_text("Alle antwoorden van vorige keer zijn nagegaan")
    assert (desk.tally().confirmed_by_chapter, desk.tally().confirmed) == (12, 0)


def test_the_key_is_a_letter_in_a_text_and_can_be_switched_off(visitors: Visitors) -> None:
    desk = Desk(visitors, 3)
    page = desk.page
    page.locator("#a-vraag-2").focus()
    page.keyboard.press("End")
    page.keyboard.type("k")
    page.locator("#a-vraag-2").blur()
    expect(page.locator("#k-vraag-2")).to_have_attribute("data-review", "changed")
    expect(page.locator("#a-vraag-2")).to_have_value("Zo doen wij 2.k")

    page.get_by_role("button", name="Zet de toets uit").click()
    page.keyboard.press("k")
    page.get_by_role("button", name="Zet de toets aan").click()
    assert desk.tally().carried == 2
    page.keyboard.press("k")

    desk.left(1)
    assert desk.tally().confirmed == 1


def test_a_verdict_by_mouse_keeps_the_focus_and_is_taken_back_on_the_same_card(visitors: Visitors) -> None:
    page = Desk(visitors, 3).page
    page.locator("#k-vraag-1-vervalt").click()
    expect(page.locator("#k-vraag-1-vervalt")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#k-vraag-1-vervalt")).to_be_focused()
    expect(page.locator("#k-vraag-1")).to_contain_text("Zo doen wij 1.")
    expect(page.locator("#a-vraag-1")).to_have_value("")

    page.locator("#k-vraag-1-terug").click()

    expect(page.locator("#a-vraag-1")).to_have_value("Zo doen wij 1.")
    expect(page.locator("#k-vraag-1")).to_have_attribute("data-review", "carried")


def test_every_state_is_accessible(visitors: Visitors) -> None:
    desk = Desk(visitors, 5)
    page = desk.page
    for number, verdict in ((1, "klopt"), (2, "vervalt")):
        page.locator(f"#k-vraag-{number}-{verdict}").click()
        expect(page.locator(f"#k-vraag-{number}-{verdict}")).to_have_attribute("aria-pressed", "true")
    page.locator("#a-vraag-3").fill("Anders.")
    page.locator("#a-vraag-3").blur()
    expect(page.locator("#k-vraag-3")).to_have_attribute("data-review", "changed")

    check_page(page, widths=(DESKTOP, SMALLEST))
    assert desk.visitor.visit("/werk/12AB00/profiel/") == 200
    check_page(page, widths=(DESKTOP, SMALLEST))
