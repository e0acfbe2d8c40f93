"""What a form is made of: questions with fields to fill in, between blocks of text. No domain words.

The name of a field is what a program that fills it in sees; it is unique in its form and has no full stop, which in a
PDF would make it a part of another field.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from levend.documents.values import Block, Theme, Words

EMPTY_STATE = "Geen"
"""The state of a radio button, and the choice of a list, that takes an answer back."""
TICKED_STATE = "Ja"


@dataclass(frozen=True)
class TextField:
    """A line, or a box of several `lines`. `tip` is what a screen reader says; `most` counts characters."""

    name: str
    tip: str
    value: str = ""
    lines: int = 1
    most: int | None = None
    is_read_only: bool = False


@dataclass(frozen=True)
class FieldOption:
    """`state` is what the file holds once this is chosen: ASCII, without spaces."""

    state: str
    label: str


@dataclass(frozen=True)
class RadioField:
    """One of several buttons; `chosen` is a state, empty for none."""

    name: str
    tip: str
    options: tuple[FieldOption, ...]
    chosen: str = ""


@dataclass(frozen=True)
class TickField:
    """A box to tick, with the words beside it; without them where a table's head says what it is."""

    name: str
    tip: str
    label: str
    is_on: bool = False


@dataclass(frozen=True)
class ListField:
    """One of many options, in a list that unfolds."""

    name: str
    tip: str
    options: tuple[FieldOption, ...]
    chosen: str = ""


Field = TextField | RadioField | TickField | ListField


@dataclass(frozen=True)
class FieldTable:
    """Rows of cells, each with one or more fields; `shares` of the width go by column."""

    head: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[tuple[Field, ...], ...], ...]


@dataclass(frozen=True)
class Asked:
    """A question. `notes` stand small beside its label; `condition` says when it applies, in a sentence."""

    label: str
    notes: tuple[str, ...]
    condition: str
    help: tuple[Block, ...]
    answer: tuple[Field, ...] | FieldTable
    after: str = ""


@dataclass(frozen=True)
class FormDocument:
    """`identity` says whose form this is, in fields that can be read and not changed; `foot` says it on every page.

    Two equal forms are typeset into equal bytes.
    """

    title: str
    subtitle: str
    organisation: str
    publisher: str
    language: str
    date: date
    words: Words
    instructions_title: str
    instructions: tuple[Block, ...]
    identity: tuple[tuple[str, TextField], ...]
    blocks: tuple[Block | Asked, ...]
    foot: str
    theme: Theme = field(default_factory=Theme)
    logo_svg: str = ""


def fields_of(form: FormDocument) -> Iterator[Field]:
    """Every field, in reading order."""
    for _label, identity in form.identity:
        yield identity
    for block in form.blocks:
        if isinstance(block, Asked):
            yield from asked_fields(block)


def asked_fields(asked: Asked) -> Iterator[Field]:
    """The fields of one question, in reading order."""
    if isinstance(asked.answer, FieldTable):
        for row in asked.answer.rows:
            for cell in row:
                yield from cell
    else:
        yield from asked.answer
