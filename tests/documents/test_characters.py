"""Every text can be set: what the fonts lack is replaced by rule and named, and every word can be broken."""

import pytest

from levend.documents.engine.characters import (
    FONTS,
    LONGEST_WORD,
    REPLACEMENT,
    ZERO_WIDTH_SPACE,
    breakable,
    drawable,
    missing_characters,
    printable,
)
from levend.documents.engine.cmap import characters_of


def test_every_style_of_the_reading_font_has_the_same_characters() -> None:
    sets = [characters_of(path.read_bytes()) for path in sorted(FONTS.glob("Atkinson*.ttf"))]

    assert len(sets) == 4
    assert all(found == sets[0] for found in sets)
    assert {ord(letter) for letter in "aàéëïĳçßşłğ€’“–…"} <= sets[0]


def test_the_fonts_draw_what_dutch_schools_type() -> None:
    assert not missing_characters(
        "Één ĳsbeer, coördinator – ‘groep 3’ €5 ≥ 80% → ✓ ☑ ½ ² • Şahin Łukasz Đorđe Ελένη Анна عائشة 😀"
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Boom 🌳 en 🌳", ("🌳",)),
        ("日 en 🦄", ("日", "🦄")),
        ("👩🏽‍🏫", ("👩", "🏫")),
        ("onzichtbaar\u202e\u200b\u00ad", ()),
    ],
)
def test_characters_that_will_be_replaced_are_named_once(text: str, missing: tuple[str, ...]) -> None:
    assert missing_characters(text) == missing


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ﬁets", "fiets"),
        ("Ａ４", "A4"),
        ("niet\u2011af\u00adbreken", "niet-afbreken"),
        ("een\ttwee", "een twee"),
        ("e\u0308", "ë"),
        ("Boom 🌳🌲 hier", f"Boom {REPLACEMENT} hier"),
        ("\u202eom\u202c", "om"),
        ("twee\nregels", "twee\nregels"),
    ],
)
def test_text_is_printed_in_characters_that_the_fonts_have(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_printed_text_holds_drawable_characters_only() -> None:
    everything = "".join(chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000)

    assert {ord(character) for character in printable(everything)} - drawable() <= {
        ord("\n"),
        ord(ZERO_WIDTH_SPACE),
    }


def test_a_long_word_gets_places_to_break_and_loses_no_letter() -> None:
    word = "hottentotten" * 20

    assert max(len(piece) for piece in breakable(word).split(ZERO_WIDTH_SPACE)) <= LONGEST_WORD
    assert breakable(word).replace(ZERO_WIDTH_SPACE, "") == word


def test_ordinary_words_stay_whole() -> None:
    text = "samenwerkingsverband onderwijsondersteuning www.school.example"

    assert breakable(text) == text
