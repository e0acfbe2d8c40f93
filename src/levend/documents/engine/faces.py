"""A shipped font as a form needs it: the glyph and the width of each character."""

import struct
from dataclasses import dataclass
from functools import cache

from levend.documents.engine.characters import FONTS
from levend.documents.engine.cmap import glyphs_of, table_of

DRAWING, OTHERS = "LevendA", "LevendB"
"""The names of the faces inside a form: of texts, and of what the first cannot draw."""


@dataclass(frozen=True)
class Face:
    """Measures in thousandths of the size. `widths` goes by glyph, `glyphs` by code point."""

    name: str
    data: bytes
    glyphs: dict[int, int]
    widths: tuple[int, ...]
    ascent: int
    descent: int
    box: tuple[int, int, int, int]

    def has(self, character: str) -> bool:
        return ord(character) in self.glyphs

    def width(self, character: str) -> int:
        return self.widths[self.glyphs.get(ord(character), 0)]


@cache
def text_face() -> Face:
    """The face of texts."""
    return _face("AtkinsonHyperlegibleNext-Regular")


@cache
def other_face() -> Face:
    """The face of what the first cannot draw."""
    return _face("DejaVuSans")


def face_of(name: str) -> Face:
    return text_face() if name == DRAWING else other_face()


def font_for(character: str) -> str:
    """The name of the face that has the character; the first when none has."""
    return OTHERS if not text_face().has(character) and other_face().has(character) else DRAWING


def _face(name: str) -> Face:
    font = (FONTS / f"{name}.ttf").read_bytes()
    head, hhea, hmtx = table_of(font, b"head"), table_of(font, b"hhea"), table_of(font, b"hmtx")
    units = int(struct.unpack_from(">H", head, 18)[0])
    ascent, descent = struct.unpack_from(">hh", hhea, 4)
    (full,) = struct.unpack_from(">H", hhea, 34)
    (count,) = struct.unpack_from(">H", table_of(font, b"maxp"), 4)
    advances = [struct.unpack_from(">H", hmtx, 4 * glyph)[0] for glyph in range(full)]
    advances += advances[-1:] * (count - full)  # the rest is as wide as the last

    def scaled(measure: int) -> int:
        return round(measure * 1000 / units)

    left, bottom, right, top = struct.unpack_from(">hhhh", head, 36)
    return Face(
        name=name,
        data=font,
        glyphs=glyphs_of(font),
        widths=tuple(scaled(advance) for advance in advances),
        ascent=scaled(ascent),
        descent=scaled(descent),
        box=(scaled(left), scaled(bottom), scaled(right), scaled(top)),
    )
