"""A passage is found however it was typed, and nothing else is touched."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levend.audit.engine.passages import (
    MARKER,
    Fingerprint,
    Fingerprinted,
    Words,
    erased,
    erased_in,
    excerpts,
    flat_form,
)

KEY = b"k" * 32


def by_fingerprint(passage: str, key: bytes = KEY) -> Fingerprinted:
    return Fingerprinted(Fingerprint.of(passage, salt="ab12", key=key), key)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Fatima Yildiz zit in groep 5.", f"{MARKER} zit in groep 5."),
        ("Wij hielpen FATIMA yildiz.", f"Wij hielpen {MARKER}."),
        ("Voor Fatima\n  Yildiz's ouders", f"Voor {MARKER}'s ouders"),
        ("Voor **Fatima** Yildiz", f"Voor **{MARKER}"),
        ("Fati\u00adma\u00a0Yil\u00addiz", MARKER),
        ("Fatima Yildiz en Fatima Yildiz", f"{MARKER} en {MARKER}"),
        ("Fatima  Yildizstraat", f"{MARKER}straat"),
        ("Fatima Öztürk", "Fatima Öztürk"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("way", ["words", "fingerprint"])
def test_the_marker_stands_where_the_passage_was(text: str, left: str, way: str) -> None:
    finder = Words("Fatima Yildiz") if way == "words" else by_fingerprint("fatima  YILDIZ")
    assert erased(text, finder) == left


def test_letters_that_grow_when_folded_keep_their_place() -> None:
    assert erased("ẞß: Weiß, heiß", Words("WEISS")) == f"ẞß: {MARKER}, heiß"


def test_only_texts_inside_a_value_are_changed() -> None:
    value = [{"wie": "Bram Vos", "klaar": 2027, "ja": True, "niets": None}, "over bram vos"]
    assert erased_in(value, Words("Bram Vos")) == [
        {"wie": MARKER, "klaar": 2027, "ja": True, "niets": None},
        f"over {MARKER}",
    ]


def test_excerpts_show_the_place_with_its_surroundings() -> None:
    assert list(excerpts({"a": "x" * 80 + " Bram Vos" + " y" * 3}, Words("bram vos"), around=5)) == [
        ("…xxxx ", "Bram Vos", " y y …"),
    ]


def test_another_key_finds_nothing() -> None:
    fingerprint = Fingerprint.of("Bram Vos", salt="ab12", key=KEY)
    assert Fingerprinted(fingerprint, b"x" * 32).spans("Bram Vos") == []


def test_a_fingerprint_does_not_hold_the_passage() -> None:
    fingerprint = Fingerprint.of("Bram Vos", salt="ab12", key=KEY)
    assert "bram" not in repr(fingerprint).lower()
    assert fingerprint != Fingerprint.of("Bram Vos", salt="cd34", key=KEY)


@given(st.text(max_size=40), st.text(max_size=200))
@example("İ", "aİb")
@example("ab", " \u2003 a*b")
def test_nothing_is_left_and_both_ways_agree(passage: str, text: str) -> None:
    """For any text: after erasing, the passage is found no more, and the rest stands as it stood."""
    passage, text = unicodedata.normalize("NFC", passage), unicodedata.normalize("NFC", text)
    if len(flat_form(passage)) < 3 or flat_form(passage) in flat_form(MARKER):
        return
    one = erased(text, Words(passage))
    assert one == erased(text, by_fingerprint(passage))
    if one.count(MARKER) == text.count(MARKER):
        assert one == text


@given(st.lists(st.sampled_from(["Bram", " ", "Vos", "\n", "*", "x", "\u00ad"]), max_size=30).map("".join))
def test_the_passage_is_gone(text: str) -> None:
    assert "bram vos" not in flat_form(erased(text, Words("Bram Vos")))
