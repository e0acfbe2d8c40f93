"""What stands on the page of a school besides its text: dates, other days, documents; nothing about children or writers."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from levend.adoption.models import Adoption
from levend.core import clock
from levend.publication.queries import artefact_bytes
from tests.factories.region import Region, make_region
from tests.publication.situations import published, renewed

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # who gets which words is no matter of the database
SCHOOL = "/scholen/12AB00/"


@pytest.fixture
def region() -> Region:
    return make_region()


def words_of(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def offers(page: str) -> dict[str, str]:
    """The words of each offer by its name."""
    found = re.findall(r'<li class="offer">(.*?)</li>', page, re.DOTALL)
    return {
        re.search(r"<h4>(.*?)</h4>", one)[1]: " ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split())  # type: ignore[index]  # every offer has a name
        for one in found
    }


def test_every_offer_says_when_the_board_adopted_it_and_since_when_it_stands(
    region: Region, client: Client
) -> None:
    today = clock.today()
    first = published(region.linde).adoption
    Adoption.objects.filter(pk=first.pk).update(valid_from=today - timedelta(days=400))
    second = published(region.linde, aanvullend_soorten=["taal-lees"]).adoption
    Adoption.objects.filter(pk=second.pk).update(valid_from=today - timedelta(days=10))
    renewed()

    found = offers(client.get(SCHOOL).content.decode())

    assert found
    assert all("Vastgesteld op" in words for words in found.values())
    since = {name for name, words in found.items() if "staat zo in het profiel sinds" in words}
    assert since
    assert "staat zo in het profiel sinds" not in "".join(
        offers(client.get(f"{SCHOOL}op/{today - timedelta(days=400)}/").content.decode()).values()
    )


def test_what_the_school_cannot_yet_never_stands_without_what_it_does_then(
    region: Region, client: Client
) -> None:
    published(region.linde, verwijzing_wat_wij_doen="Wij bellen u.", verwijzing_wat_nodig_is=None)

    page = client.get(SCHOOL).content.decode()

    part = page[page.index("answer__part--none") :]
    assert "Wij bellen u." in part[: part.index("</section>")]
    for words in offers(page).values():
        if "Nu nog niet" in words:
            assert "zoeken zo nodig samen met u een plek die past" in words


def test_the_document_is_told_with_its_pages_and_size_and_the_data_stand_beside_it(
    region: Region, client: Client
) -> None:
    done = published(region.linde)
    pages = len(PdfReader(BytesIO(artefact_bytes(done.version.full_pdf))).pages)

    html = client.get(SCHOOL).content.decode()

    assert re.search(rf'profiel.pdf"[^<]*<[^<]*<span>PDF, {pages} bladzijden, \d+', html)
    assert 'href="/scholen/12AB00/profiel.json"' in html


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("asked", ["2026-3-1", "2026-03-01", "1-3-2026", " 1/3/2026 "])
def test_another_day_is_found_however_it_is_written(client: Client, prefix: str, asked: str) -> None:
    response = client.get(f"{prefix}{SCHOOL}op/", {"datum": asked})

    assert response.headers["Location"] == f"{prefix}{SCHOOL}op/2026-03-01/"


@pytest.mark.parametrize("asked", ["gisteren", "31-2-2026", "2026", "0-0-0", "👩‍🏫", "9" * 5_000])
def test_a_day_that_is_none_is_asked_again(client: Client, asked: str) -> None:
    response = client.get(f"{SCHOOL}op/", {"datum": asked})

    assert response.status_code == 422
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())
    assert "Fout: Wat gold er op een andere datum?" in words
    assert "Schrijf een datum als dag, maand en jaar, zoals 1-2-2026." in words


def test_the_list_of_versions_leaves_out_what_never_held_and_names_what_was_withdrawn(
    region: Region, client: Client
) -> None:
    today = clock.today()
    first = published(region.linde).adoption
    Adoption.objects.filter(pk=first.pk).update(valid_from=today - timedelta(days=30))
    replaced = published(region.linde).adoption
    Adoption.objects.filter(pk=replaced.pk).update(valid_from=today - timedelta(days=9))
    last = published(region.linde).adoption
    Adoption.objects.filter(pk=last.pk).update(valid_from=today - timedelta(days=9))
    renewed()

    html = client.get(SCHOOL).content.decode()

    listed = html[
        html.index('<ol class="versions">') : html.index("</ol>", html.index('<ol class="versions">'))
    ]
    assert listed.count("<li") == 2
    assert f"op/{today - timedelta(days=30)}/" in listed


def test_english_pages_mark_what_the_school_wrote(region: Region, client: Client) -> None:
    published(region.linde, in_het_kort_ouders="Wij lezen elke dag.")

    html = client.get(f"/en{SCHOOL}").content.decode()

    assert '<p class="lead" lang="nl">Wij lezen elke dag.</p>' in html
    assert html.count('<details class="more" lang="nl">') > 3
    assert "For every child" in html
    assert "Dyslexia" in html
    chapters = html[html.index('id="volledig"') :]
    assert '<span class="vh">Ja: </span>' in chapters, "the words between answers stay in Dutch, as adopted"
    assert "Yes:" not in chapters
