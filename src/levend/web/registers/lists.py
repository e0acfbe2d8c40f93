"""The lists of an import as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.accounts.queries.registers import ImportPage
from levend.accounts.services.registers import import_kind
from levend.formats.engine.question_types.date import in_words
from levend.organisations.enums import SchoolType
from levend.web.registers.words import ALWAYS, CLOSED_ELSEWHERE, FIELDS, FIGURES, GONE, LISTS

FIRST = 10
"""Rows on the page itself; the rest stands on pages of its own."""


@dataclass(frozen=True)
class ShownChange:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class ShownRow:
    """`title` is a code or a line of the file."""

    title: str
    text: str
    changes: tuple[ShownChange, ...] = ()


@dataclass(frozen=True)
class ShownList:
    """`word` stands in the address; `rows` are the first of them."""

    word: str
    label: str | Promise
    size: int
    rows: tuple[ShownRow, ...]

    @property
    def has_more(self) -> bool:
        return self.size > len(self.rows)


def lists_of(page: ImportPage) -> tuple[ShownList, ...]:
    """The lists that have something in them."""
    return tuple(
        ShownList(word, label_of(page, word), len(raw), shown(page, word, raw[:FIRST]))
        for word, (name, _label) in LISTS.items()
        if (raw := page.lists.get(name, ()))
    )


def label_of(page: ImportPage, word: str) -> str | Promise:
    if word == "gesloten" and page.line.kind != "schools":
        return CLOSED_ELSEWHERE
    return LISTS[word][1]


def shown(page: ImportPage, word: str, raw: Sequence[Sequence[object]]) -> tuple[ShownRow, ...]:
    """Rows of one list in words."""
    if word == "geweigerd":
        return tuple(ShownRow(_("regel %(line)d") % {"line": each[0]}, str(each[1])) for each in raw)
    return tuple(ShownRow(str(each[0]), str(each[1]), _changes(each[2])) for each in raw)


def figures_of(page: ImportPage) -> tuple[tuple[str | Promise, int, str], ...]:
    """Counts with their words; those that say nothing are left out."""
    counts = page.line.counts
    moved = counts.get("moved", 0)
    note = ngettext("%(n)d school naar een ander bestuur", "%(n)d scholen naar een ander bestuur", moved)
    notes = {"changed": note % {"n": moved} if moved else ""}
    return tuple(
        (
            GONE if name == "closed" and page.line.kind != "schools" else label,
            counts.get(name, 0),
            notes.get(name, ""),
        )
        for name, label in FIGURES.items()
        if counts.get(name, 0) or name in ALWAYS
    )


def kind_label(key: str) -> str | Promise:
    kind = import_kind(key)
    return key if kind is None else kind.label


def _changes(raw: object) -> tuple[ShownChange, ...]:
    return tuple(
        ShownChange(_field(field), _value(field, before), _value(field, after))
        for field, before, after in (raw if isinstance(raw, list) else [])
    )


def _field(field: str) -> str:
    """A field by its word; a figure is called by the day on which was counted."""
    return str(FIELDS[field]) if field in FIELDS else in_words(field)


def _value(field: str, value: str) -> str:
    if field == "school_type" and value in SchoolType.values:
        return str(SchoolType(value).label)
    return value or _("niets")
