"""A code that was given out keeps its meaning."""

from dataclasses import replace

from levend.catalogue.engine.loading import catalogue
from levend.catalogue.enums import Kind
from tests.catalogue.ledger import broken_links, disagreements, link_of, read_ledger

LINES = read_ledger()
ENTRIES = tuple(catalogue().by_code.values())


def test_every_code_that_was_given_out_is_still_there_with_its_kind() -> None:
    assert list(disagreements(LINES, ENTRIES)) == []


def test_the_ledger_was_only_added_to() -> None:
    """The last link of each version of the lists, as it was when that version was published."""
    assert list(broken_links(LINES)) == []
    assert LINES[159].link == "6b9f6e27b6071b60"


def test_a_code_that_is_gone_renamed_or_given_out_twice_is_found() -> None:
    without = [entry for entry in ENTRIES if entry.code != "TAAL-DYS"]
    renamed = [*without, replace(catalogue().entry("TAAL-DYS"), code="TAAL-DYSLEXIE")]
    other_kind = [*without, replace(catalogue().entry("TAAL-DYS"), kind=Kind.GROUP)]

    assert list(disagreements(LINES, without)) == ["TAAL-DYS is gone"]
    assert list(disagreements(LINES, renamed)) == [
        "TAAL-DYS is gone",
        "TAAL-DYSLEXIE is not in the ledger",
    ]
    assert list(disagreements(LINES, other_kind)) == ["TAAL-DYS is of another kind"]
    assert "TAAL was given out twice" in set(disagreements([*LINES, LINES[0]], ENTRIES))


def test_a_line_that_was_changed_removed_or_put_between_breaks_the_chain() -> None:
    changed = [replace(LINES[0], name="Anders"), *LINES[1:]]
    between = replace(LINES[5], code="NIEUW", name="Nieuw", link="")
    between = replace(between, link=link_of(LINES[4].link, between))

    assert list(broken_links(changed)) == [LINES[0].code]
    assert list(broken_links([*LINES[:3], *LINES[4:]])) == [LINES[4].code]
    assert list(broken_links([*LINES[:5], between, *LINES[5:]])) == [LINES[5].code]
