"""Files that are made, or have grown, to make life hard for whoever opens them."""

import io
import zlib
from collections.abc import Callable

import pikepdf

Maker = Callable[[], bytes]
MEGABYTE = 1024 * 1024


def _file(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        table,
    )
    return bytes(out)


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(sop.json) 3 0 R]>>>>>>"
_PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
_SPEC = b"<</Type/Filespec/F(sop.json)/UF(sop.json)/EF<</F 4 0 R>>>>"


def with_attachment(stream: bytes) -> bytes:
    """A file whose `sop.json` is this stream object."""
    return _file(_CATALOGUE, _PAGES, _SPEC, stream)


def bomb() -> bytes:
    """A gigabyte of zeros in a megabyte: an attachment that unpacks to more than there is memory."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(MEGABYTE)) for _number in range(1024)) + packer.flush()
    return with_attachment(
        b"<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(packed), packed)
    )


def nested_bomb() -> bytes:
    """The same twice over."""
    packed = zlib.compress(zlib.compress(bytes(900 * MEGABYTE), 9), 9)
    return with_attachment(
        b"<</Type/EmbeddedFile/Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%b\nendstream"
        % (len(packed), packed)
    )


def endless_tables() -> bytes:
    """Two tables of contents that each send the reader on to the other."""
    pdf = _file(b"<</Type/Catalog/Pages 2 0 R>>", _PAGES)
    first = pdf.rindex(b"xref\n0")
    second = len(pdf)
    again = b"xref\n0 0\ntrailer\n<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (first, second)
    return pdf.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %010d>>" % (second + 17)) + again


def endless_fields() -> bytes:
    """A form field that is its own child."""
    return _file(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>",
        _PAGES,
        b"<</T(a)/FT/Tx/V(x)/Kids[3 0 R]>>",
    )


def endless_names() -> bytes:
    """A tree of attachments that is its own branch."""
    return _file(
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>", _PAGES, b"<</Kids[3 0 R 3 0 R]>>"
    )


def endless_pages() -> bytes:
    return _file(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>")


def deep() -> bytes:
    """Arrays in arrays, deeper than any reader's stack."""
    return _file(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields " + b"[" * 200_000 + b"]" * 200_000 + b">>>>", _PAGES
    )


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def brackets() -> bytes:
    """What looks like the beginning of many signatures and is none."""
    return b"%PDF-1.7\n" + b"<30" * (5 * MEGABYTE) + b"<30" + b"0" * (9 * MEGABYTE)


def cut_off(pdf: bytes) -> bytes:
    """As a download that broke off."""
    return pdf[: len(pdf) // 2]
