"""Attachments and form fields of a PDF."""

import io
from collections.abc import Collection

from pypdf import PdfReader
from pypdf.generic import ArrayObject

from levend.documents.reading.facts import FieldValue

MOST_ATTACHMENT = 4 * 1024 * 1024
MOST_FIELDS = 5_000
MOST_VALUE = 100_000


class Encrypted(Exception):
    """The file asks for a password."""


def opened(pdf: bytes) -> PdfReader:
    """Raises `Encrypted`, and anything for a file that cannot be read."""
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        raise Encrypted
    return reader


def attached_texts(reader: PdfReader, wanted: Collection[str]) -> dict[str, str]:
    """The attachments with these names that are text of a bearable size; of two of one name, neither."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for file in reader.attachment_list:
        if file.name not in wanted:
            continue
        content = file.content
        if file.name in found or len(content) > MOST_ATTACHMENT:
            twice.add(file.name)
        else:
            found[file.name] = content.decode()
    return {name: text for name, text in found.items() if name not in twice}


def field_values(reader: PdfReader) -> dict[str, FieldValue]:
    """What was filled in, by the full name of the field; an empty field, a button and a signature have no value.

    A box that is ticked has the name of its state. Line ends are as the program that filled it in left them.
    """
    values: dict[str, FieldValue] = {}
    for name, field in (reader.get_fields() or {}).items():
        if len(values) == MOST_FIELDS:
            break
        value = field.value
        if field.field_type == "/Sig" or value in (None, "", "/Off"):
            continue
        if isinstance(value, list | ArrayObject):
            values[str(name)] = [_plain(each) for each in value]
        else:
            values[str(name)] = _plain(value)
    return values


def _plain(value: object) -> str:
    return str(value).removeprefix("/")[:MOST_VALUE]
