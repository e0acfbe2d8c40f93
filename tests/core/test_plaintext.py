"""Text as it is kept: everything that can be read stays, nothing that hides or reverses text comes in."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levend.core.errors import Invalid
from levend.core.plaintext import clean

ANY = st.text(st.characters(codec=None, exclude_categories=()))  # lone surrogates too
FAMILY = "👨‍👩‍👧‍👦"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst, met komma's en ‘aanhalingstekens’ – en €.",
        "één, coöperatie, België, ﬁets, naïef",
        "李 Ünal Şahin Ørsted Γειά صباح",
        "👩‍🏫 " + FAMILY + " 🏳️‍🌈 👍🏽 1️⃣",
        "🇳🇱🇧🇪",
        WALES,
        "regel\n\nalinea\n- punt\tna tab",
        "n\u200cietgebonden",
        "samen\u00adstelling",
        "a" * 20_000,
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("aan\u202egedraaid\u202c", "aangedraaid"),  # right to left override
        ("\u2066a\u2069\u200e\u200f\u061cb", "ab"),
        ("a\u200bb\ufeffc", "abc"),  # of no width
        ("e\u0301e\u0301n", "één"),  # composed
        ("\ud800hoi\udfff", "hoi"),  # half a sign
        ("a\ue000b\U0010ffffc\uffffd", "abcd"),  # nobody's sign
        (" \n\t tekst \n ", "tekst"),
        ("\u202e\x00 \u200b", ""),
        ("", ""),
    ],
)
def test_what_hides_or_breaks_text_is_left_out(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(ANY)
@example("\x00\u0301")
@example("e\x00\u0301")  # a control between a letter and its accent
@example("\u1100\u200b\u1161\u11a8")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY)
def test_what_is_kept_can_be_stored_and_sent_everywhere(text: str) -> None:
    kept = clean(text)
    kept.encode("utf-8")
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    for character in kept:
        category = unicodedata.category(character)
        assert category not in {"Cs", "Cn", "Co"}
        assert category != "Cc" or character in "\n\t"
    assert not set(kept) & set(
        "\r\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\ufeff\x00"
    )


@given(st.text(st.characters(categories=("L", "N", "P", "Sm", "Sc")), min_size=1))
def test_no_letter_or_sign_is_ever_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_text_is_refused_above_its_length_and_never_cut(text: str, most: int) -> None:
    kept = clean(text)
    if len(kept) <= most:
        assert clean(text, max_length=most) == kept
    else:
        with pytest.raises(Invalid) as refused:
            clean(text, max_length=most)
        assert (
            str(refused.value) == f"Deze tekst is te lang: {len(kept)} tekens. Maak er hoogstens {most} van."
        )


def test_length_counts_what_is_kept() -> None:
    assert clean("\x00" * 50 + "e\u0301" * 10 + " " * 50, max_length=10) == "é" * 10
