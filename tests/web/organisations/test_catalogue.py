"""A coordinator keeps the catalogue of the region; who looks on changes nothing."""

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from levend.accounts.enums import Role
from levend.catalogue.models import OwnEntry
from levend.catalogue.queries import settings_of
from levend.catalogue.values import Setting
from tests.factories.region import Region
from tests.web.organisations.pages import OURS, text

CATALOGUE = f"{OURS}catalogus/"
RUST = {
    "nl": "Rustklas",
    "plain": "Klas met veel rust",
    "en": "Calm class",
    "domain": "WERK",
    "suffix": "rust",
}


def test_a_coordinator_finds_the_catalogue_and_records_what_the_region_agreed(
    region: Region, coordinator: Client
) -> None:
    assert CATALOGUE in text(coordinator, OURS)

    saved = coordinator.post(
        CATALOGUE, {"basis": ["TAAL-DYS", "P-PEST"], "norm": ["TAAL-DYS"], "uit": ["G-KOPK"]}, follow=True
    )

    assert settings_of(region.linde.consortium.pk) == {
        "TAAL-DYS": Setting(True, True, False),
        "P-PEST": Setting(True, False, False),
        "G-KOPK": Setting(False, False, True),
    }
    assert saved.redirect_chain[-1][0] == CATALOGUE
    page = saved.content.decode()
    assert 'name="basis" value="TAAL-DYS" checked' in page
    assert 'name="uit" value="G-KOPK" checked' in page
    assert page.count(" checked") == 4


def test_the_names_are_in_the_language_of_the_account(region: Region, coordinator: Client) -> None:
    coordinator.post(f"{CATALOGUE}nieuw/", RUST)
    reader = region.linde.user(Role.COORDINATOR)
    reader.language = "en"
    reader.save()

    page = text(coordinator, CATALOGUE)

    assert "Dyslexia" in page
    assert "Language and literacy" in page
    assert "Calm class" in page
    assert "Dyslexie" not in page
    assert "Rustklas" not in page
    assert "Language and literacy" in text(coordinator, f"{CATALOGUE}nieuw/")
    assert "Calm class" in text(coordinator, f"{CATALOGUE}sluit/PO9901-RUST/")


def test_a_box_that_is_cleared_is_forgotten(region: Region, coordinator: Client) -> None:
    coordinator.post(CATALOGUE, {"basis": ["TAAL-DYS"]})
    coordinator.post(CATALOGUE, {})

    assert settings_of(region.linde.consortium.pk) == {"TAAL-DYS": Setting()}


def test_agreed_and_switched_off_at_once_is_said_and_stays_as_it_was_ticked(
    region: Region, coordinator: Client
) -> None:
    refused = coordinator.post(CATALOGUE, {"basis": ["TAAL-DYS"], "uit": ["TAAL-DYS"]})

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "“Dyslexie” kan niet tegelijk basisondersteuning zijn en uitgezet." in page
    assert page.count(" checked") == 2
    assert settings_of(region.linde.consortium.pk) == {}


def test_a_code_that_is_not_on_the_page_is_refused(region: Region, coordinator: Client) -> None:
    assert coordinator.post(CATALOGUE, {"basis": ["ONZIN"]}).status_code == 422
    assert settings_of(region.linde.consortium.pk) == {}


def test_an_own_kind_of_support_is_added_and_closed(region: Region, coordinator: Client) -> None:
    coordinator.post(f"{CATALOGUE}nieuw/", RUST)

    page = text(coordinator, CATALOGUE)
    assert "Rustklas" in page
    assert "van uw regio" in page
    coordinator.post(f"{CATALOGUE}sluit/PO9901-RUST/", {"successor": "WERK-CONC"})
    entry = OwnEntry.objects.get(code="PO9901-RUST")
    assert entry.closed_at is not None
    assert entry.successor == "WERK-CONC"
    assert "gesloten" in text(coordinator, CATALOGUE)


def test_what_is_wrong_with_a_new_one_stands_at_its_field(region: Region, coordinator: Client) -> None:
    refused = coordinator.post(f"{CATALOGUE}nieuw/", {**RUST, "nl": "Dyslexie", "suffix": "1"})

    assert refused.status_code == 422
    assert "Gebruik 2 tot 12 letters en cijfers" in refused.content.decode()
    assert not OwnEntry.objects.exists()


def test_the_operator_reads_the_catalogue_and_cannot_change_it(region: Region, operator: Client) -> None:
    page = text(operator, CATALOGUE)

    assert page.count('name="uit"') + 2 * page.count('name="basis"') == page.count(" disabled")
    assert 'name="uit" value="R-DYS"' in page
    assert 'name="basis" value="R-DYS"' not in page
    assert "Alleen de coördinator van het samenwerkingsverband" in page
    assert operator.post(CATALOGUE, {"basis": ["TAAL-DYS"]}).status_code == 403
    assert settings_of(region.linde.consortium.pk) == {}


def test_the_page_asks_as_many_queries_with_own_kinds_as_without(
    region: Region, coordinator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for suffix in ("een", "twee", "drie"):
        coordinator.post(f"{CATALOGUE}nieuw/", {**RUST, "nl": f"Klas {suffix}", "suffix": suffix})

    with django_assert_max_num_queries(12):
        assert "Klas drie" in text(coordinator, CATALOGUE)
