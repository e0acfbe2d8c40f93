"""Files that a consortium brought: for its coordinator and the operator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.accounts.queries.names import names_of
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_with
from levend.organisations.queries.places import locations_of
from levend.profiles.engine.brought import BroughtRows, Columns, Understood, understood
from levend.profiles.models import BroughtFile


@dataclass(frozen=True)
class BroughtLine:
    """A file as a list has it; `format` is empty for filled forms, which may be of several."""

    id: int
    kind: str
    state: str
    file_name: str
    consortium: str
    format: str
    at: datetime
    who: str
    outcome: Mapping[str, object]
    trouble: str

    @property
    def is_forms(self) -> bool:
        return self.kind == BroughtFile.Kind.FORMS

    @property
    def is_reading(self) -> bool:
        """The worker reads it."""
        return self.state == BroughtFile.State.READING

    @property
    def is_asked(self) -> bool:
        """The worker is at it."""
        return self.state == BroughtFile.State.ASKED

    @property
    def is_taken(self) -> bool:
        return self.state == BroughtFile.State.TAKEN

    @property
    def has_columns(self) -> bool:
        """Somebody is to say what each column is about."""
        return not (self.is_forms or self.is_settled)

    @property
    def is_settled(self) -> bool:
        """Nothing of it can be chosen any more."""
        return self.is_asked or self.is_taken


@dataclass(frozen=True)
class BroughtPage:
    """One file, whole."""

    line: BroughtLine
    definition: FormatDefinition
    headers: tuple[str, ...]
    columns: Columns
    name: str
    is_known: bool
    rows: BroughtRows
    locations: Mapping[str, tuple[int, str]]
    """Key and name of the consortium's locations of today, by code."""

    @property
    def understood(self) -> Understood:
        keys = {code: key for code, (key, _name) in self.locations.items()}
        return understood(self.definition, self.rows, self.columns, keys)


def brought_file(actor: Actor, brought_id: int, *, lock: bool = False) -> BroughtFile:
    """The row, kept until the transaction ends where that is asked. Raises `NotFound` for another consortium's."""
    rows = BroughtFile.objects.select_related("format_version__format", "consortium").defer(
        "format_version__body"
    )
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=brought_id).first()
    if row is None or not rules.can_import(actor, row.consortium_id):
        raise NotFound(str(brought_id))
    return row


def brought_page(actor: Actor, brought_id: int) -> BroughtPage:
    """A spreadsheet with its rows, to choose columns and to look (four queries). Raises `NotFound`."""
    row = brought_file(actor, brought_id)
    if row.format_version is None:
        raise NotFound(str(brought_id))
    names = names_of([row.taken_by or row.brought_by])
    return BroughtPage(
        line=line_of(row, names),
        definition=definition_with(row.format_version.sha256),
        headers=tuple(row.headers),
        columns=Columns.from_json(row.mapping),
        name=str(row.mapping.get("name", "")),
        is_known=bool(row.mapping.get("is_known")),
        rows=rows_of(row),
        locations=own_locations(row.consortium_id),
    )


def brought_line(actor: Actor, brought_id: int) -> BroughtLine:
    """How it stands with a file (two queries). Raises `NotFound`."""
    row = brought_file(actor, brought_id)
    return line_of(row, names_of([row.taken_by or row.brought_by]))


def brought_files_for(actor: Actor, most: int) -> tuple[BroughtLine, ...]:
    """The newest first, `most` of them (two queries)."""
    found = BroughtFile.objects.select_related("consortium", "format_version__format").defer(
        "format_version__body", "mapping"
    )
    if not rules.can_manage(actor):
        found = found.filter(consortium_id__in=actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE))
    rows = list(found.order_by("-brought_at", "-id")[:most])
    names = names_of(row.taken_by or row.brought_by for row in rows)
    return tuple(line_of(row, names) for row in rows)


def rows_of(brought: BroughtFile) -> BroughtRows:
    """The rows of a spreadsheet, by line."""
    if brought.kind != BroughtFile.Kind.SHEET:
        return ()
    return tuple(brought.rows.order_by("line").values_list("line", "cells"))


def own_locations(consortium_id: int) -> dict[str, tuple[int, str]]:
    """Key and name of the locations that belong to a consortium today, by code (one query)."""
    rows = locations_of(consortium_ids=frozenset({consortium_id}), on=clock.today())
    return {code: (pk, name) for pk, code, name in rows.order_by("code").values_list("pk", "code", "name")}


def line_of(row: BroughtFile, names: Mapping[str, str]) -> BroughtLine:
    """A row as a list has it; `names` are those of accounts."""
    return BroughtLine(
        id=row.pk,
        kind=row.kind,
        state=row.state,
        file_name=row.file_name,
        consortium=row.consortium.name,
        format=row.format_version.format.title if row.format_version is not None else "",
        at=row.taken_at or row.brought_at,
        who=names[row.taken_by or row.brought_by],
        outcome=row.outcome,
        trouble=row.trouble,
    )
