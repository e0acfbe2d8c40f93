"""Documents and forms as PDF: tagged (PDF/UA-1), to be kept (PDF/A), the same bytes for the same document.

Typst is asked for both standards at once and refuses a document that does not meet them. The same bytes are
promised for the same Typst and the same font files, which are pinned and shipped.
"""

import threading
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

import typst

from levend.documents.engine.characters import FONTS
from levend.documents.engine.form_layout import form_layout
from levend.documents.engine.form_parts import FormDocument
from levend.documents.engine.layout_data import layout_json
from levend.documents.values import Document

LAYOUT = Path(__file__).resolve().parent.parent / "layout"
Standard = Literal["ua-1", "a-2a", "a-3a"]
STANDARDS: tuple[Standard, ...] = ("ua-1", "a-3a")
FORM_STANDARDS: tuple[Standard, ...] = ("ua-1", "a-2a")

_local = threading.local()


class TypesettingFailed(Exception):
    """The typesetter refused the document; the message is its own, in English."""


def typeset_pdf(document: Document) -> bytes:
    """The document as PDF. Raises `TypesettingFailed`, which only an unreadable logo can cause."""
    return _compiled("document.typ", layout_json(document), STANDARDS, document.date)


def typeset_form(form: FormDocument) -> bytes:
    """The form as a PDF that can be filled in. It carries no seal: filling it in would break that.

    Raises `TypesettingFailed` as above, and `ValueError` for two fields of one name.
    """
    from levend.documents.engine.widgets import with_fields  # loads libraries that most processes never need

    layout = form_layout(form)
    return with_fields(_compiled("form.typ", layout.data, FORM_STANDARDS, form.date), layout.places)


def _compiled(source: str, data: str, standards: tuple[Standard, ...], day: date) -> bytes:
    moment = datetime.combine(day, time.min, tzinfo=UTC)
    try:
        pdf = _compiler(source).compile(
            format="pdf",
            pdf_standards=[*standards],
            sys_inputs={"document": data},
            timestamp=int(moment.timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingFailed(str(error)) from error
    if not isinstance(pdf, bytes):
        raise TypesettingFailed("the typesetter returned no file")
    return pdf


def _compiler(source: str) -> typst.Compiler:
    """One per thread and layout: it keeps fonts and layout in memory, and is not made to be shared."""
    compilers: dict[str, typst.Compiler] = _local.__dict__.setdefault("compilers", {})
    if source not in compilers:
        compilers[source] = typst.Compiler(
            input=str(LAYOUT / source),
            root=str(LAYOUT),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
            ),
            ignore_system_fonts=True,
        )
    return compilers[source]
