"""A drawing (SVG) of which only shapes and paints are left.

What comes out is written anew from a list of what is allowed, so nothing that a reader could take in another way than
we did gets through. What can act, load or refer elsewhere is refused, never quietly left out.
"""

import re
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from levend.organisations.errors import DrawingFault, UnsafeDrawing

LARGEST = 50 * 1024
"""Bytes."""
MOST_ELEMENTS, DEEPEST = 2_000, 40
SVG = "http://www.w3.org/2000/svg"

_ELEMENTS = frozenset(
    {
        "svg",
        "g",
        "defs",
        "path",
        "circle",
        "ellipse",
        "rect",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "title",
        "desc",
    }
)
_TEXTS = frozenset({"title", "desc"})
_PAINTS = frozenset(
    {
        "clip-path",
        "clip-rule",
        "color",
        "display",
        "fill",
        "fill-opacity",
        "fill-rule",
        "opacity",
        "stop-color",
        "stop-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "visibility",
    }
)
_ATTRIBUTES = _PAINTS | frozenset(
    {
        "id",
        "d",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "fx",
        "fy",
        "width",
        "height",
        "points",
        "offset",
        "transform",
        "viewBox",
        "preserveAspectRatio",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
        "clipPathUnits",
    }
)
_VALUE = re.compile(r"[A-Za-z0-9#.,()%\s+\-_]*")
_OWN_REFERENCE = re.compile(r"url\(#[A-Za-z][\w-]*\)", re.ASCII)


def safe_drawing(data: bytes) -> str:
    """The drawing, written anew. Raises `UnsafeDrawing` with the first reason to refuse it."""
    if len(data) > LARGEST:
        raise UnsafeDrawing(DrawingFault.TOO_LARGE)
    reader = _Reader()
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(data.removeprefix(b"\xef\xbb\xbf"), True)
    except expat.ExpatError:
        raise UnsafeDrawing(DrawingFault.NO_DRAWING) from None
    return "".join(reader.written)


class _Reader:
    """Writes what it may keep, and stops at what it may not."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.open: list[str] = []
        self.elements = 0
        self.skipping = 0
        """How deep we are inside notes of a drawing program."""

    def doctype(self, *_declared: object) -> None:
        raise UnsafeDrawing(DrawingFault.DECLARES, "DOCTYPE")

    def instruction(self, target: str, _data: str) -> None:
        raise UnsafeDrawing(DrawingFault.FORBIDDEN, target)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.open) + self.skipping >= DEEPEST:
            raise UnsafeDrawing(DrawingFault.TOO_LARGE)
        if not self.open and (space, local) != (SVG, "svg"):
            raise UnsafeDrawing(DrawingFault.NO_DRAWING)
        if local.lower() in {"script", "foreignobject", "style"}:
            raise UnsafeDrawing(DrawingFault.FORBIDDEN, local)
        if self.skipping or space not in {SVG, ""} or (space == SVG and local == "metadata"):
            self.skipping += 1
            return
        if space != SVG or local not in _ELEMENTS or (self.open and self.open[-1] in _TEXTS):
            raise UnsafeDrawing(DrawingFault.FORBIDDEN, local)
        kept = _kept(attributes)
        if not self.open:
            if "viewBox" not in kept and not {"width", "height"} <= set(kept):
                raise UnsafeDrawing(DrawingFault.NO_SIZE)
            kept = {"xmlns": SVG, **kept}
        self.open.append(local)
        self.written.append(f"<{local}{''.join(f' {key}={quoteattr(kept[key])}' for key in kept)}>")

    def end(self, _name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self.written.append(f"</{self.open.pop()}>")

    def characters(self, text: str) -> None:
        if not self.skipping and self.open[-1] in _TEXTS:
            self.written.append(escape(text))


def _kept(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes on the list, and the paints of a style, each as an attribute of its own."""
    kept: dict[str, str] = {}
    for name, value in attributes.items():
        local = name.rpartition(" ")[2].lower()
        if local.startswith("on") or local in {"href", "src", "base"}:
            raise UnsafeDrawing(DrawingFault.FORBIDDEN, local)
        if name == "style":
            kept |= _paints(value)
        elif name in _ATTRIBUTES:
            kept[name] = _value(name, value)
    return kept


def _paints(style: str) -> dict[str, str]:
    """`fill:#123456;stroke:none` as attributes. What paints no shape is left out, what loads is refused."""
    if "\\" in style or "/*" in style or "@" in style:
        raise UnsafeDrawing(DrawingFault.FORBIDDEN, "style")
    kept: dict[str, str] = {}
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        if name in _PAINTS:
            kept[name] = _value(name, value)
        elif "url(" in value.lower():
            raise UnsafeDrawing(DrawingFault.FORBIDDEN, "url")
    return kept


def _value(name: str, value: str) -> str:
    """The value itself; a reference only to a part of the same drawing."""
    if "url" in value.lower() and name != "id" and not _OWN_REFERENCE.fullmatch(value.strip()):
        raise UnsafeDrawing(DrawingFault.FORBIDDEN, "url")
    if not _VALUE.fullmatch(value):
        raise UnsafeDrawing(DrawingFault.FORBIDDEN, name)
    return value
