"""The fonts of fields, inside the file.

What is filled in later is drawn by the program that somebody fills it in with, and all of these write Windows-1252 with
a simple font. What we fill in beforehand must be right for every letter, so it is drawn glyph by glyph with composite
fonts. Both kinds share one font file. All is embedded whole, as PDF/A asks of a font that other programs write with.
"""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Pdf

from levend.documents.engine.faces import DRAWING, OTHERS, Face, face_of, text_face

TYPING = "Levend"
"""The name of the simple font, in the default appearance of fields."""
_NONSYMBOLIC, _SYMBOLIC = 32, 4


class FieldFonts:
    """The fonts of one file; the second drawing font is put in when a text needs it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        face = text_face()
        self._file = self._font_file(face)
        self._descriptor = self._describe(face, self._file, _NONSYMBOLIC)
        self.typing = self._simple(face)
        self.drawing: dict[str, Object] = {}
        self._used: dict[str, set[str]] = {DRAWING: set(), OTHERS: set()}

    @property
    def resources(self) -> Dictionary:
        """For the form as a whole."""
        return Dictionary(Font=Dictionary({f"/{TYPING}": self.typing}))

    def resources_for(self, names: Iterable[str]) -> Dictionary:
        """For one drawing, with the fonts that it uses."""
        return Dictionary(Font=Dictionary({f"/{name}": self._drawing_font(name) for name in sorted(names)}))

    def finish(self) -> None:
        """Say of each drawing font which letters its glyphs are: the file is read aloud and searched by that."""
        for name, font in self.drawing.items():
            font.ToUnicode = self._pdf.make_stream(_to_unicode(face_of(name), self._used[name]))

    def use(self, name: str, text: str) -> None:
        self._used[name].update(text)

    def _drawing_font(self, name: str) -> Object:
        if name not in self.drawing:
            face = face_of(name)
            descriptor = self._describe(
                face, self._file if name == DRAWING else self._font_file(face), _SYMBOLIC
            )
            inner = Dictionary(
                Type=Name.Font,
                Subtype=Name.CIDFontType2,
                BaseFont=Name(f"/{face.name}"),
                CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
                FontDescriptor=descriptor,
                DW=0,
                W=Array([0, Array([*face.widths])]),
                CIDToGIDMap=Name.Identity,
            )
            self.drawing[name] = self._pdf.make_indirect(
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.Type0,
                    BaseFont=Name(f"/{face.name}"),
                    Encoding=Name("/Identity-H"),
                    DescendantFonts=Array([self._pdf.make_indirect(inner)]),
                )
            )
        return self.drawing[name]

    def _simple(self, face: Face) -> Object:
        letters = [bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)]
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name(f"/{face.name}"),
                FirstChar=32,
                LastChar=255,
                Widths=Array([face.width(letter) if letter else face.widths[0] for letter in letters]),
                Encoding=Name.WinAnsiEncoding,
                FontDescriptor=self._descriptor,
            )
        )

    def _font_file(self, face: Face) -> Object:
        file = self._pdf.make_stream(face.data)
        file.Length1 = len(face.data)
        return file

    def _describe(self, face: Face, file: Object, flags: int) -> Object:
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name(f"/{face.name}"),
                Flags=flags,
                FontBBox=Array([*face.box]),
                ItalicAngle=0,
                Ascent=face.ascent,
                Descent=face.descent,
                CapHeight=face.ascent,
                StemV=80,
                FontFile2=file,
            )
        )


def _to_unicode(face: Face, letters: Iterable[str]) -> bytes:
    """Glyphs to letters, in parts of a hundred as the format of such maps asks. Two letters may share a glyph."""
    by_glyph: dict[int, str] = {}
    for letter in sorted(letters):
        by_glyph.setdefault(face.glyphs.get(ord(letter), 0), letter)
    pairs = [
        f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in by_glyph.items()
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Levend def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"]).encode()
