"""What a document is made of: plain values, no domain words, every text literal (never markup).

A renderer of an app above builds a `Document`; `levend.documents.services.typeset_pdf` turns it into a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Run:
    """A stretch of text within a paragraph; with `url` it is a link."""

    text: str
    strong: bool = False
    url: str = ""


@dataclass(frozen=True)
class Heading:
    """`level` 1 to 4. `number` is printed before the text, as the source numbers it; may be empty."""

    level: int
    number: str
    text: str


@dataclass(frozen=True)
class Prose:
    """One paragraph."""

    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str) -> "Prose":
        return cls((Run(text),))


@dataclass(frozen=True)
class Bullets:
    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class KeyValues:
    """Pairs of what and value, under a caption; `head` names the two columns."""

    caption: str
    rows: tuple[tuple[str, str], ...]
    head: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """Every row has as many cells as `head`; shorter ones are filled up with empty cells."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ChecklistItem:
    on: bool
    label: str
    note: str = ""


@dataclass(frozen=True)
class Checklist:
    label: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True)
class Answer:
    """A question with what was answered; `number` may be empty."""

    number: str
    label: str
    blocks: tuple["Block", ...]


class Tone(StrEnum):
    STRONG = "strong"
    SOFT = "soft"


@dataclass(frozen=True)
class Callout:
    """A passage that must be seen."""

    title: str
    blocks: tuple[Prose | Bullets, ...]
    tone: Tone = Tone.SOFT


@dataclass(frozen=True)
class PageBreak:
    pass


Block = Heading | Prose | Bullets | KeyValues | Table | Checklist | Answer | Callout | PageBreak


@dataclass(frozen=True)
class Theme:
    """Colours as `#rrggbb`, dark to light, and the one accent with its ground."""

    c900: str = "#0a2f38"
    c800: str = "#0d3f4b"
    c700: str = "#11515f"
    c600: str = "#17697a"
    c200: str = "#b9d8dc"
    c100: str = "#dcecee"
    c50: str = "#eef6f6"
    sun: str = "#f4b740"
    sun_ground: str = "#fff5dc"
    on_brand: str = "#ffffff"
    on_brand_soft: str = "#c9e2e5"


@dataclass(frozen=True)
class Words:
    """The document's own words, in its language."""

    contents: str
    page: str
    of: str
    item: str
    value: str
    yes: str
    no: str
    mark: str
    mark_note: str


class Mark(StrEnum):
    NONE = ""
    CONCEPT = "concept"


@dataclass(frozen=True)
class Attachment:
    """A file inside the document, for machines: text in UTF-8, kept exactly. `name` is unique in its document."""

    name: str
    media_type: str
    description: str
    data: str


@dataclass(frozen=True)
class Document:
    """`title` is the kind of document, `organisation` whose it is, `subtitle` the period.

    `date` is the date that the file carries; `publisher` stands on the cover beside `logo_svg`.
    Two equal documents are typeset into equal bytes.
    """

    title: str
    subtitle: str
    organisation: str
    place: str
    publisher: str
    language: str
    date: date
    words: Words
    blocks: tuple[Block, ...]
    meta: tuple[tuple[str, str], ...] = ()
    cover_note: str = ""
    mark: Mark = Mark.NONE
    theme: Theme = field(default_factory=Theme)
    logo_svg: str = ""
    attachments: tuple[Attachment, ...] = ()


def texts(document: Document) -> Iterator[str]:
    """Every text of the document that is printed, in reading order."""
    yield from (document.title, document.subtitle, document.organisation, document.place, document.publisher)
    for pair in document.meta:
        yield from pair
    yield document.cover_note
    for block in document.blocks:
        yield from block_texts(block)


def block_texts(block: Block) -> Iterator[str]:
    """Every text of a block, in reading order."""
    yield from _strings(block)


def _strings(value: object) -> Iterator[str]:
    """The strings within a value of this module, in the order of its fields; targets of links are not printed."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, str) and not isinstance(value, StrEnum):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings(getattr(value, each.name))
