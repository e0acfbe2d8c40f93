"""Attachments and form fields of a PDF."""

import io
from collections.abc import Collection
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import ArrayObject, NameObject

from levend.documents.reading.facts import FieldValue

MOST_ATTACHMENT = 4 * 1024 * 1024
MOST_FIELDS = 5_000
MOST_VALUE = 100_000
MOST_WORDS = 20_000


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


@dataclass(frozen=True)
class FormFields:
    """The fields of a form: how many there are, what they hold, and what they held when the form was made."""

    count: int
    values: dict[str, FieldValue]
    defaults: dict[str, FieldValue]


def form_fields(reader: PdfReader) -> FormFields:
    """What was filled in, by the full name of the field; an empty field, a button and a signature have no value.

    A box that is ticked has the name of its state. Line ends are as the program that filled it in left them. Only the
    plain fields are looked at: a form in XML beside them (XFA) and every script are left alone.
    """
    values: dict[str, FieldValue] = {}
    defaults: dict[str, FieldValue] = {}
    count = 0
    for name, field in (reader.get_fields() or {}).items():
        if count == MOST_FIELDS:
            break
        if field.field_type in (None, "/Sig"):
            continue
        count += 1
        for found, value in ((values, field.value), (defaults, field.default_value)):
            read = _state(value) if field.field_type == "/Btn" else _read(value)
            if read:
                found[str(name)] = read
    return FormFields(count, values, defaults)


def first_words(reader: PdfReader) -> str:
    """The text of the first page, at most `MOST_WORDS` characters."""
    return reader.pages[0].extract_text()[:MOST_WORDS] if len(reader.pages) else ""


def _state(value: object) -> str:
    """The state of a button; some programs write its name as a text, slash and all."""
    state = _plain(value).removeprefix("/")
    return "" if state == "Off" else state


def _read(value: object) -> FieldValue:
    if isinstance(value, list | ArrayObject):
        return [_plain(each) for each in value]
    return _plain(value)


def _plain(value: object) -> str:
    """The name of a state without its slash, a text as it is; of anything else nothing."""
    if isinstance(value, NameObject):
        return "" if value == "/Off" else str(value).removeprefix("/")[:MOST_VALUE]
    if isinstance(value, bytes):
        return value.decode("latin-1")[:MOST_VALUE]
    return str(value)[:MOST_VALUE] if isinstance(value, str) else ""
