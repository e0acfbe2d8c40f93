"""Copies of a sealed document as they come back: altered, in the ways in which people and programs alter files."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
from django.test import override_settings
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf.annotations import FreeText

from levend.documents.enums import SealKind
from levend.documents.sealing import seal_pdf

Alter = Callable[[bytes], bytes]


def byte_flipped(pdf: bytes) -> bytes:
    """One bit of the first page's content, inside a compressed stream."""
    position = pdf.index(b"stream\n") + 200
    return pdf[:position] + bytes([pdf[position] ^ 1]) + pdf[position + 1 :]


def rewritten_by_qpdf(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out)
    return out.getvalue()


def packed_by_qpdf(pdf: bytes) -> bytes:
    """As small as it gets: objects together in compressed streams."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return out.getvalue()


def rewritten_by_pypdf(pdf: bytes) -> bytes:
    out = io.BytesIO()
    pypdf.PdfWriter(clone_from=io.BytesIO(pdf)).write(out)
    return out.getvalue()


def pages_copied_by_pypdf(pdf: bytes) -> bytes:
    """As websites that merge files do."""
    writer = pypdf.PdfWriter()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def metadata_appended(pdf: bytes) -> bytes:
    """After the seal, as a program does that only adds: all sealed bytes stay as they were."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root[pdf_name("/Lang")] = pdf_string("en")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def remark_added(pdf: bytes) -> bytes:
    """A note on the first page, appended."""
    writer = pypdf.PdfWriter(io.BytesIO(pdf), incremental=True)
    note = FreeText(text="Alleen in overleg.", rect=(100, 500, 300, 540))
    writer.add_annotation(page_number=0, annotation=note)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def attachment_swapped(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        spec = document.attachments["sop.json"]
        spec.obj.EF.F.write(b'{"format":"passenderwijs","version":1,"location":{},"answers":{}}')
        document.save(out)
    return out.getvalue()


def sealed_by_another(unsealed: bytes, elsewhere: Path, kind: SealKind = SealKind.OFFICIAL) -> bytes:
    """The same document from an installation with a key of its own, which it keeps in the folder `elsewhere`."""
    with override_settings(LEVEND_DATA=elsewhere):
        return seal_pdf(unsealed, kind=kind, name="Het Groene Verbond")


ALTERED: dict[str, Alter] = {
    function.__name__: function
    for function in (
        byte_flipped,
        rewritten_by_qpdf,
        packed_by_qpdf,
        rewritten_by_pypdf,
        pages_copied_by_pypdf,
        metadata_appended,
        remark_added,
        attachment_swapped,
    )
}
