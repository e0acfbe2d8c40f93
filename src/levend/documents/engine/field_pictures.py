"""How a field that is filled in beforehand looks, as the drawing operators of a PDF.

Only the picture: the value of a field is its text, whatever a picture shows. So a text that does not fit is cut off
here, as the box on the page would cut it off.
"""

from collections.abc import Iterator
from itertools import groupby

from levend.documents.engine.characters import ZERO_WIDTH_SPACE, printable
from levend.documents.engine.faces import face_of, font_for

SIZE = 10
LEADING = 13
MARGIN = 4
INK = "0.09 0.145 0.165"
TICK = f"q {INK} RG 1.7 w 1 J 1 j 2.4 5.9 m 4.8 3.1 l 9.2 8.7 l S Q".encode()
DOT = (
    f"q {INK} rg 8.65 5.75 m 8.65 7.35 7.35 8.65 5.75 8.65 c 4.15 8.65 2.85 7.35 2.85 5.75 c "
    "2.85 4.15 4.15 2.85 5.75 2.85 c 7.35 2.85 8.65 4.15 8.65 5.75 c f Q"
).encode()


def width_of(text: str) -> float:
    """How wide a text is, in points."""
    return sum(face_of(font_for(letter)).width(letter) for letter in text) * SIZE / 1000


def lines_of(text: str, width: float) -> list[str]:
    """The text in lines that fit the width (points); a word that does not fit breaks where it must."""
    room = width - 2 * MARGIN
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        lines += _wrapped(paragraph, room)
    return lines


def text_picture(text: str, *, width: float, height: float, is_box: bool) -> tuple[bytes, dict[str, str]]:
    """The operators for a text in a field of this size, and which letters each font draws."""
    lines = lines_of(text, width) if is_box else [printable(text.replace("\n", " "))]
    used: dict[str, str] = {}
    if not any(lines):
        return b"/Tx BMC EMC", used
    top = height - MARGIN - SIZE if is_box else (height - SIZE) / 2 + SIZE * 0.22
    shown = lines[: max(int((height - MARGIN) / LEADING) + 1, 1)]
    out = [
        f"/Tx BMC q 1 1 {width - 2:.2f} {height - 2:.2f} re W n BT {INK} rg {LEADING} TL {MARGIN} {top:.2f} Td"
    ]
    for line in shown:
        for font, letters in _by_font(line):
            used[font] = used.get(font, "") + letters
            glyphs = "".join(f"{face_of(font).glyphs.get(ord(letter), 0):04X}" for letter in letters)
            out.append(f"/{font} {SIZE} Tf <{glyphs}> Tj")
        out.append("T*")
    return " ".join([*out, "ET Q EMC"]).encode(), used


def _by_font(line: str) -> Iterator[tuple[str, str]]:
    for font, letters in groupby(line.replace(ZERO_WIDTH_SPACE, ""), key=font_for):
        yield font, "".join(letters)


def _wrapped(paragraph: str, room: float) -> Iterator[str]:
    line, used = "", 0.0
    for word in _short_words(paragraph, room):
        wide = width_of(word)
        space = width_of(" ") if line else 0.0
        if line and used + space + wide > room:
            yield line
            line, used, space = "", 0.0, 0.0
        line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
    yield line


def _short_words(paragraph: str, room: float) -> Iterator[str]:
    """The words, in parts where one is wider than a line."""
    for word in paragraph.split(" "):
        rest = word
        while width_of(rest) > room:
            fits = _fitting(rest, room)
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


def _fitting(word: str, room: float) -> int:
    """How many letters of a word fit; at least one."""
    used = 0.0
    for place, letter in enumerate(word):
        used += width_of(letter)
        if used > room:
            return max(place, 1)
    return len(word)
