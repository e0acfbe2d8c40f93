"""Everybody reads what is published, and nothing else; without cookie or script."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.adoption.models import Adoption
from levend.core import clock
from levend.organisations.models import Consortium, Location
from levend.organisations.values import THEME_KEYS
from levend.publication.models import PublishedVersion
from levend.publication.queries import artefact_bytes
from tests.factories.region import Region
from tests.publication.situations import Published, adopted, published, region_with_linde, renewed
from tests.support.standing import Standing

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # who gets which words is no matter of the database
SECRET = "Alleen voor wie aan het profiel schrijft"


@pytest.fixture(scope="module")
def made(standing: Standing) -> Iterator[tuple[Region, Published]]:
    with standing(region_with_linde) as made:
        yield made


@pytest.fixture
def own(made: tuple[Region, Published]) -> tuple[Region, Published]:
    return deepcopy(made)


@pytest.fixture
def region(own: tuple[Region, Published]) -> Region:
    return own[0]


@pytest.fixture
def done(own: tuple[Region, Published]) -> Published:
    return own[1]


def words_of(client: Client, address: str) -> str:
    """The text of a page on one line."""
    page = client.get(address).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_school_shows_what_to_expect_whom_to_call_and_the_whole_text(
    region: Region, client: Client
) -> None:
    words = words_of(client, "/scholen/12AB00/")

    for expected in (
        "De Linde", "Dit doen wij zelf", "Dit doen wij met hulp van buiten", "Dit kunnen wij nu nog niet",
        "Wat wij dan doen", "030 123 45 67", "Ellen Verhoef", "U mag uw kind altijd aanmelden", "zorgplicht",
        "Kanjertraining", "6 Ambities van de school", "Het hele profiel", "Vastgesteld door het bestuur op",
    ):  # fmt: skip
        assert expected in words


def test_a_school_shows_no_internal_answer_no_writer_and_no_count_of_children(
    region: Region, client: Client
) -> None:
    published(region.linde, aandachtspunten_volgende_keer=SECRET, arrangementen_aantal=1873)

    page = client.get("/scholen/12AB00/").content.decode()

    assert SECRET not in page
    assert "1873" not in page
    assert not any(user.name in page for user in region.linde.users.values())


def test_a_page_sets_no_cookie_and_runs_no_script(region: Region, client: Client) -> None:
    for address in ("/", "/scholen/", "/scholen/12AB00/", "/scholen/12AB00/profiel.pdf", "/scholen/99ZZ99/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert b"<script" not in response.content


def test_who_has_a_page_already_is_told_so(region: Region, client: Client) -> None:
    for address in ("/", "/scholen/", "/scholen/12AB00/", "/scholen/12AB00/profiel.pdf"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_changed_is_sent_anew(region: Region, client: Client) -> None:
    before = client.get("/scholen/12AB00/").headers["ETag"]

    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
    renewed()

    assert b"0399 99 99 99" in client.get("/scholen/12AB00/", headers={"If-None-Match": before}).content


def test_the_document_is_the_published_one(done: Published, client: Client) -> None:
    response = client.get("/scholen/12AB00/profiel.pdf")

    assert response.content == artefact_bytes(done.version.full_pdf)
    assert response.headers["Content-Type"] == "application/pdf"


def test_an_unknown_school_and_one_without_a_public_profile_look_the_same(
    region: Region, client: Client
) -> None:
    adopted(region.wilg)
    code = region.wilg.location.code

    unknown, hidden = client.get("/scholen/99ZZ99/"), client.get(f"/scholen/{code}/")

    assert (unknown.status_code, hidden.status_code) == (404, 404)
    assert unknown.content.replace(b"99ZZ99", code.encode()) == hidden.content  # the code that was asked for
    assert "zorgplicht" in hidden.content.decode()
    assert client.get(f"/scholen/{code}/profiel.pdf").status_code == 404
    assert "De Wilg" not in words_of(client, "/scholen/")


@pytest.mark.parametrize(
    "address", ["/scholen/x/", "/scholen/12AB00/op/2026-99-99/", "/scholen/%00/", "/scholen/1'--/"]
)
def test_an_address_that_means_nothing_is_not_found(address: str, client: Client) -> None:
    assert client.get(address).status_code == 404


def test_small_letters_in_the_code_lead_to_the_page(region: Region, client: Client) -> None:
    assert client.get("/scholen/12ab00/").headers["Location"] == "/scholen/12AB00/"


def test_a_former_version_stays_readable_on_its_days(region: Region, client: Client) -> None:
    first = published(region.linde, missie="De oude missie.")
    published(region.linde, missie="De nieuwe missie.")
    day = clock.today() - timedelta(days=30)
    Adoption.objects.filter(pk=first.adoption.pk).update(valid_from=day)
    renewed()

    assert "De nieuwe missie." in words_of(client, "/scholen/12AB00/")
    former = words_of(client, f"/scholen/12AB00/op/{day.isoformat()}/")
    assert "De oude missie." in former
    assert "De nieuwe missie." not in former
    document = client.get(f"/scholen/12AB00/op/{day.isoformat()}/profiel.pdf")
    assert document.content == artefact_bytes(first.version.full_pdf)
    before = day - timedelta(days=1)
    assert client.get(f"/scholen/12AB00/op/{before.isoformat()}/").status_code == 404


def test_hostile_text_is_shown_as_text(region: Region, client: Client) -> None:
    hostile = '<script>alert(1)</script> **<b>vet</b>** https://x.example/"><img> ' + "x" * 220
    published(region.linde, missie=hostile, in_het_kort_ouders=hostile, verwijzing_behoeften=hostile)

    page = client.get("/scholen/12AB00/").content.decode()

    assert "<script>" not in page
    assert "<b>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_schools_stand_by_name_whatever_they_offer(region: Region, client: Client) -> None:
    for places in (region.wilg, region.beuk):
        published(places)

    words = words_of(client, "/scholen/")

    assert words.index("De Beuk") < words.index("De Linde") < words.index("De Wilg")
    assert "3 scholen met een profiel" in words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zoek=linde", True),
        ("zoek=waterDORP+linde", True),
        ("zoek=3511", True),
        ("zoek=12ab00", True),
        ("zoek=beuk", False),
        ("soort=sbo", False),
        ("soort=verzonnen", True),
        ("zoek=%F0%9F%98%80", False),
        ("zoek=" + "x" * 300, False),
        ("zoek=%00", True),
        ("zoek=%25", False),
        ("bladzijde=99", True),
        ("bladzijde=x", True),
    ],
)
def test_a_school_is_found_by_name_place_postcode_or_code(
    query: str, found: bool, region: Region, client: Client
) -> None:
    assert ("De Linde" in words_of(client, f"/scholen/?{query}")) is found


def test_a_closed_school_is_not_listed(region: Region, client: Client) -> None:
    Location.objects.filter(code="12AB00").update(closed_on=clock.today())

    assert "De Linde" not in words_of(client, "/scholen/")


def test_the_list_asks_as_much_for_three_schools_as_for_one(region: Region, client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/scholen/")
        return len(captured)

    one = queries()
    published(region.wilg)
    published(region.beuk)

    assert queries() == one <= 4


def test_the_region_names_its_consortia_and_their_support_desk(region: Region, client: Client) -> None:
    Consortium.objects.filter(code="PO9901").update(
        support_desk="Steunpunt Rivierland", support_desk_phone="0399 12 34 10"
    )

    words = words_of(client, "/")

    assert "Samenwerkingsverband Rivierland" in words
    assert "Steunpunt Rivierland" in words
    assert "Heideland" not in words


def test_a_school_wears_the_colours_of_its_consortium(region: Region, client: Client) -> None:
    Consortium.objects.filter(code="PO9901").update(theme=dict.fromkeys(THEME_KEYS, "#123456"))
    renewed()

    assert 'data-theme="PO9901"' in client.get("/scholen/12AB00/").content.decode()


def test_a_version_of_next_year_says_from_when_it_holds(done: Published, client: Client) -> None:
    later = clock.today() + timedelta(days=200)
    Adoption.objects.filter(pk=done.adoption.pk).update(
        valid_from=later, valid_until=later + timedelta(days=364)
    )
    renewed()

    words = words_of(client, "/scholen/12AB00/")

    assert "Geldt vanaf" in words
    assert "In gebruik sinds" not in words
    assert PublishedVersion.objects.count() == 1


def test_a_version_whose_term_ended_is_still_read_with_that_said(done: Published, client: Client) -> None:
    version = done
    last = version.adoption.valid_until

    with clock.at(clock.end_of_day(last) - timedelta(seconds=1)):
        assert "gold tot en met" not in words_of(client, "/scholen/12AB00/")
    with clock.at(clock.end_of_day(last)):
        words = words_of(client, "/scholen/12AB00/")

    assert f"tot en met {last.day} juli {last.year}. De school heeft nog geen nieuwe versie" in words
    assert "Wat kunt u van ons verwachten" in words
