"""The catalogue is whole, and its codes are what formats and coverage count with."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from levend.catalogue.engine.entries import SCHOOL_TYPES, Entry
from levend.catalogue.engine.loading import build, catalogue
from levend.catalogue.enums import Kind
from levend.catalogue.errors import CatalogueFault, UnknownCode
from levend.catalogue.queries import entries, entry, is_code, label, support_type, support_types
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.loading import load_definition
from levend.organisations.enums import SchoolType

ROOT = Path(__file__).parents[2]
TAXONOMY = ROOT.parent / "shared" / "data" / "taxonomy.json"
TAGGED = {
    "support": (Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL),
    "referral": (Kind.SUPPORT_TYPE,),
    "by": (Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL),
    "state": (Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL),
    "capacity": (Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL),
    "words": (Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL),
    "expertise": (Kind.EXPERTISE, Kind.PARTNER),
    "facility": (Kind.FACILITY,),
    "keyfigure": (Kind.KEY_FIGURE,),
}
SHIPPED = sorted((ROOT / "src/levend/formats/definitions").glob("*.yaml"))


@pytest.mark.skipif(
    not TAXONOMY.exists() and not os.environ.get("CI"), reason="../shared/data/taxonomy.json is not here"
)
def test_no_code_of_the_studied_profiles_is_missing() -> None:
    studied = json.loads(TAXONOMY.read_text())
    lists = {
        "domains": Kind.DOMAIN,
        "support_types": Kind.SUPPORT_TYPE,
        "roles": Kind.EXPERTISE,
        "groups": Kind.GROUP,
        "protocols": Kind.PROTOCOL,
        "facilities": Kind.FACILITY,
    }
    for name, kind in lists.items():
        ours = {e.code: e for e in catalogue().of_kind(kind, retired=True)}
        assert ours.keys() >= {row["code"] for row in studied[name]}
        for row in studied[name]:
            assert ours[row["code"]].nl == row["nl"]
            assert set(ours[row["code"]].school_types) == {
                sector.lower() for sector in row.get("sectors", SCHOOL_TYPES)
            }


def test_every_kind_has_entries_and_every_domain_support_types() -> None:
    for kind in Kind:
        assert entries(kind)
    for domain in entries(Kind.DOMAIN):
        assert catalogue().in_domain(domain.code)
    assert len(support_types()) == len(entries(Kind.SUPPORT_TYPE)) == 39
    assert len(entries(Kind.PARTNER)) == 17


def test_names_are_there_in_all_languages_and_fit_a_page() -> None:
    for kind in Kind:
        for item in catalogue().of_kind(kind, retired=True):
            for words in (item.nl, item.plain, item.en):
                assert words == words.strip()
                assert 2 <= len(words) <= 90
                assert "!" not in words


def test_names_tell_entries_of_one_list_apart() -> None:
    for kind in Kind:
        found = entries(kind)
        assert len({item.nl for item in found}) == len(found)
        assert len({item.plain for item in found}) == len(found)
        assert len({item.en for item in found}) == len(found)


def test_an_alias_leads_to_one_entry() -> None:
    aliases = [alias.lower() for kind in Kind for item in entries(kind) for alias in item.aliases]

    assert len(aliases) == len(set(aliases))


def test_every_kind_of_support_is_found_by_ordinary_words() -> None:
    for item in support_types():
        assert len(set(item.words)) >= 3, item.code
        assert all(word == word.strip() and 2 <= len(word) <= 40 for word in item.words)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("adhd", "WERK-CONC"),
        ("beelddenker", "LEREN-LANG"),
        ("prikkels", "GEDRAG-ASS"),
        ("prikkels", "F-STIL"),
        ("rolstoel", "LICH-BEPK"),
        ("rolstoel", "F-ROL"),
        ("diabetes", "MED-HAND"),
        ("gepest", "SOCEM-WEER"),
        ("thuiszitter", "AANW-VERZ"),
        ("schoolarts", "R-JGZ"),
    ],
)
def test_what_a_parent_types_stands_with_the_entry(word: str, code: str) -> None:
    found = entry(code)

    assert word in {text.lower() for text in (*found.words, *found.aliases)}


def test_a_retired_code_leads_to_what_took_its_place() -> None:
    dyslexia, reading = entry("TAAL-DYS"), entry("TAAL-LEES")
    changed = build([entry("TAAL"), replace(dyslexia, retired=True, successor="TAAL-LEES"), reading])

    assert changed.current("TAAL-DYS") == reading
    assert changed.current("TAAL-LEES") == reading
    with pytest.raises(UnknownCode):
        changed.current("ONZIN")


def test_a_name_is_given_in_the_words_of_the_reader() -> None:
    assert label("TAAL-DYS") == "Dyslexie"
    assert label("TAAL-DYS", plain=True) == "Moeite met lezen en spellen (dyslexie)"
    assert label("TAAL-DYS", "en-gb", plain=True) == "Dyslexia"


def test_support_types_are_looked_up_by_code_and_school_type() -> None:
    assert support_type("GEDRAG-ASS").domain == "GEDRAG"
    assert support_type("G-PLUS").kind is Kind.GROUP
    assert "OVERG-LOB" not in {item.code for item in support_types(school_type="bao")}
    assert "OVERG-JONG" in {item.code for item in support_types(school_type="bao")}
    for code in ("R-IB", "TAAL", "NIETS", ""):
        with pytest.raises(UnknownCode):
            support_type(code)


def test_school_types_are_those_of_the_register() -> None:
    assert set(SCHOOL_TYPES) == {school_type.value for school_type in SchoolType}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_code_in_a_shipped_format_is_in_the_catalogue(path: Path) -> None:
    definition = load_definition(path.read_text(), name=path.name)

    unknown = [tag for tag in sorted(_tags(definition)) if not _is_known(tag)]

    assert unknown == []


def test_a_retired_code_stays_readable_and_is_offered_no_more() -> None:
    dyslexia = entry("TAAL-DYS")
    changed = build([entry("TAAL"), replace(dyslexia, retired=True)])

    assert changed.entry("TAAL-DYS").nl == "Dyslexie"
    assert changed.of_kind(Kind.SUPPORT_TYPE) == ()
    assert changed.of_kind(Kind.SUPPORT_TYPE, retired=True) != ()


def _domain(code: str) -> Entry:
    return Entry(Kind.DOMAIN, code, "a", "b", "c")


def _support(code: str, domain: str = "TAAL", school_types: tuple[str, ...] = SCHOOL_TYPES) -> Entry:
    return Entry(Kind.SUPPORT_TYPE, code, "a", "b", "c", domain=domain, school_types=school_types)


@pytest.mark.parametrize(
    "lists",
    [
        [_domain("TAAL"), _domain("TAAL")],
        [_support("TAAL-DYS")],
        [_domain("TAAL"), _support("TAAL-DYS", domain="")],
        [_domain("TAAL"), _support("TAAL-DYS"), _support("TAAL-X", domain="TAAL-DYS")],
        [_domain("TAAL"), _support("TAAL-DYS", school_types=("mbo",))],
        [_domain("TAAL"), _support("TAAL-DYS", school_types=())],
        [_domain("TAAL"), _support("A"), replace(_support("B"), successor="A")],
        [_domain("TAAL"), replace(_support("B"), retired=True, successor="WEG")],
        [_domain("TAAL"), replace(_support("B"), retired=True, successor="TAAL")],
        [
            _domain("TAAL"),
            replace(_support("A"), retired=True, successor="B"),
            replace(_support("B"), retired=True, successor="A"),
        ],
    ],
)
def test_lists_that_contradict_themselves_are_refused(lists: list[Entry]) -> None:
    with pytest.raises(CatalogueFault):
        build(lists)


def _tags(definition: FormatDefinition) -> set[str]:
    found: set[str] = set()
    for question in definition.questions:
        for part in (question, *question.columns):
            found.update(part.tags)
            found.update(tag for option in part.options for tag in option.tags)
    return found


def _is_known(tag: str) -> bool:
    kind, _colon, rest = tag.partition(":")
    return kind not in TAGGED or is_code(rest.partition(":")[0], *TAGGED[kind])
