"""What is not public is in nothing that strangers can get: no page, document, attachment, header, address or export."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command

from levend.audit.engine.passages import flat_form
from levend.cli.main import main
from levend.core import clock
from levend.publication.models import PublishedVersion
from tests.erasure.planted import everything_kept
from tests.factories.region import make_region
from tests.security.planted_secrets import OPEN, REACHED, SECRETS, TOLD, Got, everything_public, plant

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def public(settings: LazySettings, tmp_path: Path) -> list[Got]:
    """De Linde's profile is published, and every secret lies in the database or beside it."""
    settings.LEVEND_DATA = tmp_path / "data"
    settings.STATIC_ROOT = tmp_path / "static"
    call_command("collectstatic", interactive=False, verbosity=0)
    plant(make_region().linde)
    PublishedVersion.objects.update(publish_from=clock.today())
    assert main(["publish"]) == 0
    return list(everything_public(tmp_path / "site"))


def test_no_secret_is_in_anything_public(public: list[Got]) -> None:
    found = [
        f"{what}: “{words}” in {got.where}"
        for what, spellings in SECRETS.items()
        for words in spellings
        for got in public
        if got.holds(words)
    ]

    assert not found, "\n" + "\n".join(found)


def test_what_is_public_was_found_in_every_kind_of_it(public: list[Got]) -> None:
    """The search reaches pages in both languages, documents, data, their addresses by hash, and the exported site."""
    where = [got.where for got in public if got.holds(OPEN)]
    day = clock.today().isoformat()

    for expected in (
        "/scholen/12AB00/", "/en/scholen/12AB00/", "/scholen/12AB00/profiel.pdf", "/scholen/12AB00/profiel.json",
        f"/scholen/12AB00/op/{day}/", "exported scholen/12AB00/index.html", "exported en/scholen/12AB00/index.html",
        "exported scholen/12AB00/profiel.pdf", "exported scholen/12AB00/profiel.json",
    ):  # fmt: skip
        assert expected in where
    assert any(path.startswith("/document/") and path.endswith(".pdf") for path in where)
    assert any(path.startswith("/document/") and path.endswith(".html") for path in where)
    told = {got.where for got in public if TOLD in " ".join(got.text.split())}
    assert {"/scholen/12AB00/", "/en/scholen/12AB00/", "/scholen/12AB00/profiel.pdf"} <= told
    contacts = {got.where for got in public if got.holds(REACHED)}
    assert {"/scholen/12AB00/", "/en/scholen/12AB00/"} <= contacts
    assert not any(path.endswith("profiel.pdf") for path in contacts)


def test_every_secret_is_kept_somewhere_and_a_former_contact_is_not(public: list[Got]) -> None:
    """What was never planted cannot leak. Former contacts were on a page for a while, and are deleted from the tables."""
    assert public
    kept = [(place, flat_form(text)) for place, text in everything_kept() if not place.startswith("test")]
    for what, spellings in SECRETS.items():
        wanted = [flat_form(words) for words in spellings]
        where = {place for place, text in kept if any(words in text for words in wanted)}
        if what in {"a former contact", "a former number of a contact"}:
            assert not where - {"files"}, what
        else:
            assert where, what
