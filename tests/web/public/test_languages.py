"""Every public page stands in Dutch and in English, each at its own address."""

import re
from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.test import Client

from tests.factories.region import Region
from tests.publication.situations import Published, region_with_linde
from tests.support.standing import Standing

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # who gets which words is no matter of the database
BOTH = ("/", "/scholen/", "/scholen/12AB00/", "/controleer/")


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


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", BOTH)
def test_an_english_page_is_english_and_leads_on_in_english(
    region: Region, client: Client, address: str
) -> None:
    response = client.get(f"/en{address}")
    html = response.content.decode()

    assert '<html lang="en"' in html
    assert response.headers["Content-Language"] == "en"
    assert '<a class="skip" href="#inhoud">Skip to the content</a>' in html
    inside = set(re.findall(r'href="(/[^"#?]*)', html)) - {address, "/inloggen/"}
    elsewhere = {link for link in inside if not link.startswith(("/en/", "/static/", "/thema/"))}
    assert {link for link in elsewhere if not link.endswith((".pdf", ".json"))} == set()


@pytest.mark.parametrize("address", BOTH)
def test_the_switch_leads_to_the_same_page(region: Region, client: Client, address: str) -> None:
    assert f'<a href="/en{address}" lang="en" hreflang="en">English</a>' in page(client, address)
    assert f'<a href="{address}" lang="nl" hreflang="nl">Nederlands</a>' in page(client, f"/en{address}")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_search_engines_are_told_of_both(region: Region, client: Client, prefix: str) -> None:
    html = page(client, f"{prefix}/scholen/12AB00/")

    links = dict(re.findall(r'<link rel="(canonical|alternate)"[^>]* href="([^"]*)"', html))
    assert links["canonical"].endswith(f"{prefix}/scholen/12AB00/")
    alternates = dict(re.findall(r'rel="alternate" hreflang="(..)" href="https?://[^/]*([^"]*)"', html))
    assert alternates == {"nl": "/scholen/12AB00/", "en": "/en/scholen/12AB00/"}


def test_a_filter_goes_along_and_is_no_page_of_its_own(region: Region, client: Client) -> None:
    html = page(client, "/scholen/?zoek=Linde&soort=bao")

    assert 'href="/en/scholen/?zoek=Linde&amp;soort=bao"' in html
    assert 'rel="canonical"' not in html
    assert 'rel="alternate"' not in html


def test_a_browser_does_not_choose_the_language(region: Region, client: Client) -> None:
    assert '<html lang="nl"' in client.get("/", headers={"Accept-Language": "en"}).content.decode()


def test_a_forgotten_slash_is_added_in_both(region: Region, client: Client) -> None:
    assert client.get("/scholen").headers["Location"] == "/scholen/"
    assert client.get("/en/scholen").headers["Location"] == "/en/scholen/"
    assert client.get("/en").headers["Location"] == "/en/"


def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(client: Client) -> None:
    response = client.get("/en/nergens/")

    assert response.status_code == 404
    assert '<html lang="en"' in response.content.decode()
    assert 'href="/en/"' in response.content.decode()
    assert "/en/nergens/" not in page(client, "/nergens/")


def test_the_working_side_has_no_english_address(client: Client) -> None:
    for address in ("/en/werk/", "/en/inloggen/", "/nl/scholen/"):
        assert client.get(address).status_code == 404
