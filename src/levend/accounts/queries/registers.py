"""Imports of open data that an actor may see: all of them for the operator, a coordinator's own otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.accounts.queries.names import names_of
from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.engine.registers.scope import ImportScope, Rows
from levend.organisations.models import ConsortiumArea, RegisterImport
from levend.organisations.queries.places import locations_of

MANY = 5
"""Fewer locations may close at once without a question, however few there are."""


@dataclass(frozen=True)
class ImportLine:
    """A file that was checked or applied, as a list has it. `consortium` is empty for the whole installation.

    `is_asked`: the worker is applying it.
    """

    id: int
    kind: str
    file_name: str
    consortium: str
    is_applied: bool
    is_asked: bool
    at: datetime
    who: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class ImportPage:
    """One of them with all its lists, as the plan wrote them: `[code, name, [[field, from, to], …]]`."""

    line: ImportLine
    consortium_id: int | None
    consortium_name: str
    scope: ImportScope
    lists: Mapping[str, Sequence[Sequence[object]]]
    trouble: str

    @property
    def is_settled(self) -> bool:
        """Nothing of it can be chosen any more."""
        return self.line.is_applied or self.line.is_asked

    @property
    def changes_anything(self) -> bool:
        return any(self.line.counts.get(name, 0) for name in ("new", "changed", "closed", "joined"))

    @property
    def closes_many(self) -> bool:
        """More than a month brings: the file may be cut off, or be another one than was meant."""
        counts = self.line.counts
        closed, stay = counts.get("closed", 0), counts.get("unchanged", 0) + counts.get("changed", 0)
        return not self.is_settled and closed >= MANY and closed * 10 > closed + stay


def imports_for(actor: Actor, most: int) -> tuple[ImportLine, ...]:
    """The newest first, `most` of them (two queries)."""
    rows = list(_imports(actor).defer("plan")[:most])
    names = names_of(row.applied_by or row.checked_by for row in rows)
    return tuple(_line(row, names) for row in rows)


def import_for(actor: Actor, import_id: int) -> ImportPage:
    """One of them, whole. Raises `NotFound`."""
    row = _imports(actor).filter(pk=import_id).first()
    if row is None:
        raise NotFound(str(import_id))
    return ImportPage(
        line=_line(row, names_of([row.applied_by or row.checked_by])),
        consortium_id=row.consortium_id,
        consortium_name=row.consortium.name if row.consortium else "",
        scope=ImportScope.from_json(row.consortium_id, row.choice),
        lists=row.plan,
        trouble=row.trouble,
    )


def first_scope(consortium_id: int | None) -> ImportScope:
    """What a consortium most likely means: its postcode areas, or the municipalities where it has schools."""
    if consortium_id is None:
        return ImportScope()
    if has_areas(consortium_id):
        return ImportScope(consortium_id, Rows.AREAS)
    locations = locations_of(consortium_ids=frozenset({consortium_id}), on=clock.today())
    codes = locations.exclude(municipality_code="").order_by().values_list("municipality_code", flat=True)
    return ImportScope(consortium_id, Rows.MUNICIPALITIES, frozenset(codes.distinct()))


def has_areas(consortium_id: int) -> bool:
    return ConsortiumArea.objects.filter(consortium_id=consortium_id).exists()


def _imports(actor: Actor) -> QuerySet[RegisterImport]:
    rows = RegisterImport.objects.select_related("consortium").order_by("-checked_at", "-id")
    if not rules.can_manage(actor):
        rows = rows.filter(consortium_id__in=actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE))
    return rows


def _line(row: RegisterImport, names: Mapping[str, str]) -> ImportLine:
    return ImportLine(
        id=row.pk,
        kind=row.kind,
        file_name=row.file_name,
        consortium=row.consortium.code if row.consortium else "",
        is_applied=row.state == RegisterImport.State.APPLIED,
        is_asked=row.state == RegisterImport.State.ASKED,
        at=row.applied_at or row.checked_at,
        who=names[row.applied_by or row.checked_by],
        counts=row.counts,
    )
