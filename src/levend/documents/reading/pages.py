"""How long a document of our own is."""

import io

from pypdf import PdfReader


def page_count(pdf: bytes) -> int:
    """Pages of a PDF that we made. Not for what others send: see `read`, which reads in a process of its own.

    Raises `pypdf.errors.PdfReadError` for bytes that are no PDF.
    """
    return len(PdfReader(io.BytesIO(pdf)).pages)
