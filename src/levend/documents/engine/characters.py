"""Texts as the fonts can set them.

A character that no font can draw would stop the typesetter, and a word without a place to break would run off the
page. Both are put right by rule here, so that any text that a person can save can also be printed.
"""

import re
import unicodedata
from functools import cache, lru_cache, partial
from pathlib import Path

from levend.documents.engine.cmap import characters_of

FONTS = Path(__file__).resolve().parent.parent / "fonts"
REPLACEMENT = "[?]"
LONGEST_WORD = 30
BREAK_EVERY = 15
SMALLEST_ROOM = 5
ZERO_WIDTH_SPACE = "\u200b"

_DRAWN_AS = {
    "\t": " ",
    "\u00ad": "",  # the typesetter hyphenates itself
    "\u2010": "-",
    "\u2011": "-",
    "\u2007": "\u00a0",
    "\u202f": "\u00a0",
}
_UNSEEN = {"Cc", "Cf", "Cs"}
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff\u20e3]")


@cache
def drawable() -> frozenset[int]:
    """Code points for which one of the shipped upright fonts has a glyph, in regular and in bold."""
    faces = [
        (
            characters_of((FONTS / f"{name}{regular}.ttf").read_bytes()),
            characters_of((FONTS / f"{name}{bold}.ttf").read_bytes()),
        )
        for name, regular, bold in (
            ("AtkinsonHyperlegibleNext", "-Regular", "-Bold"),
            ("DejaVuSans", "", "-Bold"),
        )
    ]
    return frozenset().union(*(regular & bold for regular, bold in faces))


def missing_characters(text: str) -> tuple[str, ...]:
    """The characters of `text` that will be printed as something else, each once, in order of appearance."""
    found: dict[str, None] = {}
    for character in dict.fromkeys(unicodedata.normalize("NFC", text)):
        if _is_unseen(character) or ord(character) in drawable():
            continue
        if _plainer(character) == REPLACEMENT:
            found[character] = None
    return tuple(found)


def printable(text: str, *, room: int = LONGEST_WORD) -> str:
    """`text` in characters that the fonts have, with places to break in words that are longer than `room` characters.

    In this order: a plainer form (a full-width letter as a letter), the bare letter without its marks, and last
    `REPLACEMENT`, once for a row of them. Newlines stay.
    """
    text = _VARIATION.sub("", unicodedata.normalize("NFC", text))
    pieces: list[str] = []
    for character in text:
        piece = _printed(character)
        if piece == REPLACEMENT and pieces and pieces[-1] == REPLACEMENT:
            continue
        if piece:
            pieces.append(piece)
    return breakable("".join(pieces), room=room)


def breakable(text: str, *, room: int = LONGEST_WORD) -> str:
    """`text` with zero-width spaces in every word that is longer than a line, or than `room` and not hyphenated."""
    room = min(max(room, SMALLEST_ROOM), LONGEST_WORD)
    return _long_word(room).sub(partial(_with_breaks, room), text)


@cache
def _long_word(room: int) -> re.Pattern[str]:
    return re.compile(rf"[^\s\u00a0-]{{{room + 1},}}")


_NOT_HYPHENATED = re.compile(r"[\W\d_]|[bcdfghjklmnpqrstvwxz]{8}", re.IGNORECASE)


def _with_breaks(room: int, match: re.Match[str]) -> str:
    word = match.group()
    if len(word) <= LONGEST_WORD and not _NOT_HYPHENATED.search(word):
        return word
    every = min(room, BREAK_EVERY)
    pieces: list[str] = []
    start = 0
    while start < len(word):
        end = start + every
        while end < len(word) and unicodedata.combining(word[end]):
            end += 1  # a mark stays with its letter
        pieces.append(word[start:end])
        start = end
    return ZERO_WIDTH_SPACE.join(pieces)


@lru_cache(maxsize=65_536)  # a document has tens of thousands of characters, but few different ones
def _printed(character: str) -> str:
    if character == "\n":
        return character
    if character in _DRAWN_AS:
        return _DRAWN_AS[character]
    if _is_unseen(character):
        return ""
    if ord(character) in drawable():
        return character
    return _plainer(character)


def _is_unseen(character: str) -> bool:
    """Controls, direction marks, joiners, variation selectors: they draw nothing of their own."""
    return unicodedata.category(character) in _UNSEEN or bool(_VARIATION.match(character))


def _plainer(character: str) -> str:
    """A drawable stand-in: the compatible form, then the letter without marks, then `REPLACEMENT`."""
    if character in _DRAWN_AS:
        return _DRAWN_AS[character]
    if unicodedata.combining(character):
        return ""
    for form in ("NFKC", "NFKD"):
        candidate = unicodedata.normalize(form, character)
        if form == "NFKD":
            candidate = "".join(part for part in candidate if not unicodedata.combining(part))
        if candidate and all(ord(part) in drawable() for part in candidate):
            return candidate
    return REPLACEMENT
