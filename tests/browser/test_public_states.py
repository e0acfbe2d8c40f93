"""The page of a school in every standing and with every text: it says how it stands, and is for everybody."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from levend.adoption.enums import State
from levend.adoption.models import Adoption
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.organisations.models import Consortium
from tests.adoption.ends import REASON, withdrawn
from tests.adoption.story import Story
from tests.browser.in_process import Visitors
from tests.browser.loop import with_loop
from tests.factories.region import Region, make_region
from tests.publication.situations import definition, published, renewed
from tests.support.accessibility import check_page
from tests.support.text_size import faults_at_double_size

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
SCHOOL = "/scholen/12AB00/"
ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
LOOKS = "👩🏽‍🦽🏫 Wij 💛 lezen " + ENDLESS

Visit = Callable[[Callable[[Region], object], str], Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Prepare the region, let the worker make its pages, and open an address as somebody without an account."""
    visitors = Visitors(browser)

    def go(prepare: Callable[[Region], object], path: str = SCHOOL) -> Page:
        with with_loop(None):
            prepare(make_region())
            renewed()
        visitor = visitors.of(None)
        assert visitor.visit(path) == 200
        assert visitor.complaints == []
        return visitor.page

    yield go
    visitors.leave()


def for_everybody(page: Page) -> None:
    check_page(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert faults_at_double_size(page) == []


def two_versions(region: Region) -> None:
    """The first one holds since a year and a bit, the second since ten days."""
    today = clock.today()
    first = published(region.linde).adoption
    Adoption.objects.filter(pk=first.pk).update(
        valid_from=today - timedelta(days=400), valid_until=today + timedelta(days=200)
    )
    second = published(region.linde).adoption
    Adoption.objects.filter(pk=second.pk).update(valid_from=today - timedelta(days=10))


def test_a_former_version_says_from_when_to_when_and_leads_to_what_holds(visit: Visit) -> None:
    day = clock.today() - timedelta(days=400)
    page = visit(two_versions, f"{SCHOOL}op/{day.isoformat()}/")

    banner = page.locator(".standing")
    expect(banner).to_contain_text("Dit geldt niet meer")
    for_everybody(page)
    banner.get_by_role("link", name="Bekijk wat nu geldt").click()
    expect(page.locator(".standing")).to_have_count(0)
    expect(page.locator(".offer__meta").first).to_contain_text("staat zo in het profiel sinds")


def test_a_later_version_says_from_when_it_holds(visit: Visit) -> None:
    def later(region: Region) -> None:
        day = clock.today() + timedelta(days=30)
        adoption = published(region.linde).adoption
        Adoption.objects.filter(pk=adoption.pk).update(valid_from=day, valid_until=day + timedelta(days=364))

    page = visit(later, SCHOOL)

    expect(page.locator(".standing")).to_contain_text("Dit gaat later gelden")
    expect(page.locator(".hero")).to_contain_text("Geldt vanaf")
    for_everybody(page)


def test_a_version_that_ran_out_says_so(visit: Visit) -> None:
    def long_ago(region: Region) -> None:
        today = clock.today()
        adoption = published(region.linde).adoption
        Adoption.objects.filter(pk=adoption.pk).update(
            valid_from=today - timedelta(days=400), valid_until=today - timedelta(days=36)
        )

    page = visit(long_ago, SCHOOL)

    expect(page.locator(".standing")).to_contain_text("Deze versie is verlopen")
    for_everybody(page)


def test_a_withdrawn_profile_tells_why_and_whom_to_call_and_nothing_of_its_text(visit: Visit) -> None:
    def taken_back(region: Region) -> None:
        adoption = published(region.linde).adoption
        Adoption.objects.filter(pk=adoption.pk).update(**withdrawn(clock.today()))

    page = visit(taken_back, SCHOOL)

    expect(page.locator("main")).to_contain_text(REASON)
    expect(page.locator(".contact a[href^='tel:']").first).to_be_visible()
    expect(page.locator(".duty")).to_contain_text("zorgplicht")
    assert "Kanjertraining" not in page.content()
    assert "Yvonne van Bestuur" not in page.content()
    for_everybody(page)


def test_a_school_that_wrote_nothing_for_parents_still_says_where_to_read_and_whom_to_call(
    visit: Visit,
) -> None:
    def only_what_must(region: Region) -> None:
        Story.begin(region.linde).bring_to(State.RECEIVED)
        run_jobs()

    page = visit(only_what_must, SCHOOL)

    expect(page.locator(".answer")).to_contain_text("Bel de school gerust met uw vraag.")
    expect(page.locator(".duty")).to_contain_text("zorgplicht")
    page.locator("details[lang=nl] summary").click()
    expect(page.locator("details[lang=nl]")).to_contain_text("ambitions: Zo doen wij dat.")
    for_everybody(page)


def test_words_without_end_and_emoji_stay_inside_the_page(visit: Visit) -> None:
    def hostile(region: Region) -> None:
        texts = {
            question.key.replace("-", "_"): LOOKS
            for question in definition().questions
            if question.type == "long_text" and question.tags
        }
        published(region.linde, **texts)
        Consortium.objects.update(name=f"Samenwerkingsverband {ENDLESS[:120]}")

    page = visit(hostile, SCHOOL)

    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    for_everybody(page)
