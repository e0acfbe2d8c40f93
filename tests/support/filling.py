"""Filling in a form as a program does that writes only values, not how they look."""

import io
from collections.abc import Mapping

import pikepdf


def filled(pdf: bytes, values: Mapping[str, str]) -> bytes:
    """The form with these values by the name of the field; a button's value is its state. Every name must be there."""
    left = dict(values)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for field in opened.Root.AcroForm.Fields:
            name = str(field.T)
            if name not in left:
                continue
            value = left.pop(name)
            if str(field.FT) != "/Btn":
                field.V = pikepdf.String(value)
                continue
            state = pikepdf.Name(f"/{value}")
            field.V = state
            for button in field.get("/Kids", [field]):
                button.AS = state if state in button.AP.N else pikepdf.Name.Off
        opened.save(out)
    if left:
        raise ValueError(f"no field is called {', '.join(left)}")
    return out.getvalue()


def flattened(pdf: bytes) -> bytes:
    """The form as a program leaves it that prints to PDF: the pages, without one field."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        del opened.Root.AcroForm
        for page in opened.pages:
            if "/Annots" in page.obj:
                del page.obj.Annots
        opened.save(out)
    return out.getvalue()
