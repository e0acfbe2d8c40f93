"""What reading a PDF file brings to light. Crosses from the reading process as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from levend.documents.enums import SealKind

FieldValue = str | list[str]


class Trouble(StrEnum):
    """Why a file could not be read, or not to its end."""

    NONE = ""
    TOO_LARGE = "too_large"
    NO_PDF = "no_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_MUCH_WORK = "too_much_work"


@dataclass(frozen=True)
class SealFacts:
    """The one seal of a file.

    `holds`: it is valid by its own certificate, covers every byte of the file and allows no change. Whether the
    certificate is ours is for the caller: `certificate` and `above` are fingerprints (SHA-256, hexadecimal).
    """

    holds: bool
    kind: SealKind | None
    certificate: str
    above: frozenset[str]


@dataclass(frozen=True)
class PdfFacts:
    """`certificates` are the fingerprints of all that stand in any signature, also in one that no longer holds.

    `attachments` are the texts that were asked for, by name; `fields` the values of a form, by name, and
    `defaults` what they were when the form was made. `words` are those of the first page, where they were asked for and
    there is not one field.
    """

    trouble: Trouble = Trouble.NONE
    seal: SealFacts | None = None
    certificates: frozenset[str] = frozenset()
    attachments: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    defaults: Mapping[str, FieldValue] = field(default_factory=dict)
    field_count: int = 0
    words: str = ""
