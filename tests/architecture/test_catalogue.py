"""The English catalogue says what the Dutch texts say, with the same places to fill in."""

import re
import runpy
from pathlib import Path

import polib  # type: ignore[import-untyped]  # carries no types
import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import translation

from tests.factories.accounts import make_user

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "src/levend/locale/en/LC_MESSAGES/django.po"
PLURALS = {0, 1}  # one, and any other number

_PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]|%%|--[a-z]+|</?[a-z][^>]*>")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def sources(entry: polib.POEntry) -> list[str]:
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def places(text: str) -> list[str]:
    """Placeholders and marks, however often and in whatever order."""
    return sorted(set(_PLACES.findall(text)))


def test_every_text_has_an_english_one_that_nobody_doubts(catalogue: polib.POFile) -> None:
    faulty = [entry.msgid for entry in catalogue if entry.fuzzy or entry.obsolete or not entry.translated()]
    assert faulty == []
    assert len(catalogue) > 900


def test_plural_forms_are_complete(catalogue: polib.POFile) -> None:
    assert catalogue.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    counted = [entry for entry in catalogue if entry.msgid_plural]
    assert counted
    assert [
        entry.msgid
        for entry in counted
        if set(entry.msgstr_plural) != PLURALS or not all(entry.msgstr_plural.values())
    ] == []


def test_every_placeholder_and_mark_of_a_source_stands_in_its_translation(catalogue: polib.POFile) -> None:
    """One that is missing loses a name or a date on the page; one too many is an error on it."""
    differing = {
        source: english
        for entry in catalogue
        for source, english in zip(sources(entry), translations(entry), strict=True)
        if places(source) != places(english)
    }
    assert differing == {}


def test_line_ends_at_the_edges_are_kept(catalogue: polib.POFile) -> None:
    def edges(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    assert [
        entry.msgid
        for entry in catalogue
        if any(edges(entry.msgid) != edges(english) for english in translations(entry))
    ] == []


def test_english_texts_do_not_shout(catalogue: polib.POFile) -> None:
    assert [text for entry in catalogue for text in translations(entry) if "!" in text] == []


def test_the_catalogue_names_no_person_and_no_machine() -> None:
    text = CATALOGUE.read_text()
    head = text.partition("\n\n")[0]
    assert "Project-Id-Version: Levend" in head
    assert "@" not in head
    assert re.findall(r"^#: /", text, re.MULTILINE) == []


@pytest.fixture
def _compiled(settings: LazySettings, tmp_path: Path) -> None:
    """The committed texts, compiled as an installation does."""
    target = tmp_path / "locale/en/LC_MESSAGES/django.mo"
    target.parent.mkdir(parents=True)
    runpy.run_path(str(ROOT / "script/lib/messages.py"))["compile_one"](CATALOGUE, target)
    settings.LOCALE_PATHS = [tmp_path / "locale"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_compiled")
def test_a_page_speaks_the_language_of_the_account(client: Client) -> None:
    user = make_user()
    client.force_login(user)

    dutch = client.get("/werk/").content.decode()
    user.language = "en"
    user.save()
    english = client.get("/werk/")

    assert "Wat moet ik nu doen?" in dutch
    page = english.content.decode()
    assert english.headers["Content-Language"] == "en"
    assert '<html lang="en"' in page
    assert "What do I have to do now?" in page
    assert "Wat moet ik nu doen?" not in page


@pytest.mark.usefixtures("_compiled")
def test_a_source_with_an_escape_is_found_too() -> None:
    """Gettext writes it down as it stands in the code, Python asks for what it means."""
    with translation.override("en"):
        assert translation.gettext("Medezeggenschaps\u00adraad") == "Participation council"
