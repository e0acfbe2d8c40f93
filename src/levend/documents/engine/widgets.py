"""The places of a form become fields.

A link that the layout made is turned into a widget where it stands: its rectangle, its object and its element in the
structure tree are kept, so that reading order and tags stay right (PDF/UA-1 7.18.4). Every state of every field gets a
picture, and nothing asks the reader's program to make them: PDF/A forbids that (ISO 19005-2, 6.4.1).

What is filled in beforehand is also the field's default: so a form that comes back says itself what was changed on it.
"""

import io
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from levend.documents.engine.field_fonts import TYPING, FieldFonts
from levend.documents.engine.field_pictures import DOT, INK, SIZE, TICK, text_picture
from levend.documents.engine.form_layout import ADDRESS, Place
from levend.documents.engine.form_parts import (
    TICKED_STATE,
    FieldOption,
    ListField,
    RadioField,
    TextField,
    TickField,
)

APPEARANCE = f"/{TYPING} {SIZE} Tf {INK} rg"
_PRINTED = 4
_READ_ONLY, _MULTILINE, _RADIO, _COMBO = 1, 1 << 12, 1 << 15, 1 << 17


class PlaceMissing(Exception):
    """The layout has no place for a field, or more than it should."""


def with_fields(pdf: bytes, places: Sequence[Place]) -> bytes:
    """The file with its fields; the same bytes for the same file and fields. Raises `PlaceMissing`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        _Form(opened, places).make()
        made = io.BytesIO()
        opened.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


class _Form:
    def __init__(self, pdf: Pdf, places: Sequence[Place]) -> None:
        self._pdf = pdf
        self._places = places
        self._fonts = FieldFonts(pdf)
        self._elements = dict(_numbered(pdf.Root.StructTreeRoot.ParentTree))
        self._top = Array()
        self._groups: dict[str, Object] = {}

    def make(self) -> None:
        seen: list[int] = []
        for page in self._pdf.pages:
            for annotation in page.obj.get("/Annots", Array()):
                number = _number(annotation)
                if number is not None:
                    seen.append(number)
                    self._turn(annotation, page.obj, self._places[number])
        if sorted(seen) != [*range(len(self._places))]:
            raise PlaceMissing(f"{len(self._places)} fields, {len(seen)} places")
        self._fonts.finish()
        self._pdf.Root.AcroForm = self._pdf.make_indirect(
            Dictionary(Fields=self._top, DR=self._fonts.resources, DA=String(APPEARANCE))
        )

    def _turn(self, widget: Object, page: Object, place: Place) -> None:
        for key in ("/A", "/Contents", "/Border", "/Dest", "/QuadPoints"):
            if key in widget:
                del widget[key]
        element = self._elements[int(widget.StructParent)]
        element.S = Name.Form
        if "/Alt" in element:
            del element["/Alt"]
        widget.Subtype = Name.Widget
        widget.F = _PRINTED
        widget.P = page
        widget.MK = Dictionary()
        field = place.field
        if isinstance(field, RadioField):
            self._button(widget, field, place.state)
            return
        widget.T, widget.TU = _text(field.name), _text(field.tip)
        self._top.append(widget)
        match field:
            case TextField():
                self._text_field(widget, field)
            case TickField():
                self._tick(widget, field)
            case ListField():
                self._list(widget, field)

    def _text_field(self, widget: Object, field: TextField) -> None:
        widget.FT = Name.Tx
        widget.DA = String(APPEARANCE)
        widget.Ff = (_MULTILINE if field.lines > 1 else 0) | (_READ_ONLY if field.is_read_only else 0)
        if field.most is not None:
            widget.MaxLen = max(field.most, len(field.value))
        if field.value:
            widget.V = widget.DV = _text(field.value)
        widget.AP = Dictionary(N=self._text_picture(widget, field.value, is_box=field.lines > 1))

    def _list(self, widget: Object, field: ListField) -> None:
        widget.FT = Name.Ch
        widget.DA = String(APPEARANCE)
        widget.Ff = _COMBO
        widget.Opt = Array([Array([_text(option.state), _text(option.label)]) for option in field.options])
        chosen = next((option for option in field.options if option.state == field.chosen), None)
        if chosen is not None:
            widget.V = widget.DV = _text(chosen.state)
        label = chosen.label if chosen is not None else ""
        widget.AP = Dictionary(N=self._text_picture(widget, label, is_box=False))

    def _tick(self, widget: Object, field: TickField) -> None:
        widget.FT = Name.Btn
        widget.V = widget.DV = widget.AS = Name(f"/{TICKED_STATE}") if field.is_on else Name.Off
        widget.AP = self._button_pictures(widget, TICKED_STATE, TICK)

    def _button(self, widget: Object, field: RadioField, state: str) -> None:
        group = self._groups.get(field.name)
        if group is None:
            value = Name(f"/{field.chosen}") if field.chosen else Name.Off
            group = self._pdf.make_indirect(
                Dictionary(
                    FT=Name.Btn,
                    Ff=_RADIO,
                    T=_text(field.name),
                    TU=_text(field.tip),
                    V=value,
                    DV=value,
                    Kids=Array(),
                )
            )
            self._groups[field.name] = group
            self._top.append(group)
        group.Kids.append(widget)
        widget.Parent = group
        widget.TU = _text(f"{field.tip}: {_label(field.options, state)}")
        widget.AS = Name(f"/{state}") if state == field.chosen else Name.Off
        widget.AP = self._button_pictures(widget, state, DOT)

    def _text_picture(self, widget: Object, text: str, *, is_box: bool) -> Object:
        width, height = _size(widget)
        drawn, used = text_picture(text, width=width, height=height, is_box=is_box)
        for font, letters in used.items():
            self._fonts.use(font, letters)
        return self._picture(drawn, width, height, self._fonts.resources_for(used) if used else Dictionary())

    def _button_pictures(self, widget: Object, state: str, mark: bytes) -> Dictionary:
        width, height = _size(widget)
        pictures = {
            f"/{state}": self._picture(mark, width, height, Dictionary()),
            "/Off": self._picture(b"", width, height, Dictionary()),
        }
        return Dictionary(N=Dictionary(pictures))

    def _picture(self, drawn: bytes, width: float, height: float, resources: Dictionary) -> Object:
        picture = self._pdf.make_stream(drawn)
        picture.Type, picture.Subtype = Name.XObject, Name.Form
        picture.BBox = Array([0, 0, round(width, 3), round(height, 3)])
        picture.Resources = resources
        return picture


def _number(annotation: Object) -> int | None:
    if annotation.get("/Subtype") != Name.Link:
        return None
    address = str(annotation.get("/A", Dictionary()).get("/URI", ""))
    return int(address.removeprefix(ADDRESS)) if address.startswith(ADDRESS) else None


def _numbered(tree: Object) -> Iterator[tuple[int, Object]]:
    """The leaves of a number tree."""
    for kid in tree.get("/Kids", Array()):
        yield from _numbered(kid)
    numbers = tree.get("/Nums", Array())
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1]


def _size(widget: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in widget.Rect)
    return right - left, top - bottom


def _text(text: str) -> String:
    """ASCII as it is; anything else in UTF-16, which no program takes for another alphabet."""
    return String(text) if text.isascii() else String(b"\xfe\xff" + text.encode("utf-16-be"))


def _label(options: Sequence[FieldOption], state: str) -> str:
    return next(option.label for option in options if option.state == state)
