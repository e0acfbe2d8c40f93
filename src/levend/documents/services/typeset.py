"""Documents as PDF: tagged (PDF/UA-1), to be kept (PDF/A-3a), the same bytes for the same document.

Typst is asked for both standards at once and refuses a document that does not meet them. The same bytes are
promised for the same Typst and the same font files, which are pinned and shipped.
"""

import threading
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal

import typst

from levend.documents.engine.characters import FONTS
from levend.documents.engine.layout_data import layout_json
from levend.documents.values import Document

LAYOUT = Path(__file__).resolve().parent.parent / "layout"
STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]

_local = threading.local()


class TypesettingFailed(Exception):
    """The typesetter refused the document; the message is its own, in English."""


def typeset_pdf(document: Document) -> bytes:
    """The document as PDF. Raises `TypesettingFailed`, which only an unreadable logo can cause."""
    moment = datetime.combine(document.date, time.min, tzinfo=UTC)
    try:
        pdf = _compiler().compile(
            format="pdf",
            pdf_standards=[*STANDARDS],
            sys_inputs={"document": layout_json(document)},
            timestamp=int(moment.timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingFailed(str(error)) from error
    if not isinstance(pdf, bytes):
        raise TypesettingFailed("the typesetter returned no file")
    return pdf


def _compiler() -> typst.Compiler:
    """One per thread: it keeps fonts and layout in memory, and is not made to be shared."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(
            input=str(LAYOUT / "document.typ"),
            root=str(LAYOUT),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
            ),
            ignore_system_fonts=True,
        )
    compiler: typst.Compiler = _local.compiler
    return compiler
