"""Formats as their coordinators see them: what is theirs, and what they can begin from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import PlaceKind
from levend.core.errors import NotFound
from levend.formats import rules
from levend.formats.enums import DraftState
from levend.formats.models import Format, FormatDraft, FormatVersion
from levend.formats.values import Owner
from levend.organisations.models import Consortium, ConsortiumGroup


@dataclass(frozen=True)
class VersionLine:
    """A published version without its text."""

    id: int
    number: int
    published_at: datetime


@dataclass(frozen=True)
class KeptFormat:
    """A format with its versions, the last one first. `owner` is empty for one of the installation."""

    key: str
    title: str
    owner: str
    is_kept: bool
    school_types: tuple[str, ...]
    versions: tuple[VersionLine, ...]
    draft_number: int | None
    draft_changes: int

    @property
    def latest(self) -> VersionLine | None:
        return self.versions[0] if self.versions else None


def owners_for(actor: Actor) -> tuple[Owner, ...]:
    """Whom this actor can make a format for (at most two queries)."""
    consortia = Consortium.objects.filter(pk__in=rules.kept_consortia(actor)).order_by("name", "code")
    groups = ConsortiumGroup.objects.filter(pk__in=rules.kept_groups(actor)).order_by("name", "code")
    return (
        *(Owner(PlaceKind.CONSORTIUM, row.pk, row.code, row.name) for row in consortia),
        *(Owner(PlaceKind.GROUP, row.pk, row.code, row.name) for row in groups),
    )


def kept_formats(actor: Actor) -> tuple[KeptFormat, ...]:
    """The formats that this actor keeps, those of the own group, and those of the installation, by title.

    One of which nothing was published is shown to who keeps it, as long as it is being made. Raises `NotFound` for who
    keeps nothing.
    """
    return _values(actor, _visible(actor).order_by("title", "key"))


def kept_format(actor: Actor, key: str) -> KeptFormat:
    """One of them. Raises `NotFound`."""
    found = _values(actor, _visible(actor).filter(key=key))
    if not found:
        raise NotFound(key)
    return found[0]


def readable_version(actor: Actor, key: str, number: int) -> FormatVersion:
    """A published version, with its text, of a format that this actor sees. Raises `NotFound`."""
    found = (
        FormatVersion.objects.select_related("format")
        .filter(format__in=_visible(actor), format__key=key, number=number, published_at__isnull=False)
        .first()
    )
    if found is None:
        raise NotFound(_("Deze versie van het format bestaat niet."))
    return found


def _visible(actor: Actor) -> QuerySet[Format]:
    consortia, groups = rules.kept_consortia(actor), rules.kept_groups(actor)
    if not (consortia or groups):
        raise NotFound
    own = Q(consortium_id__in=consortia) | Q(group_id__in=groups)
    shared = Q(consortium=None, group=None) | Q(group__consortia__in=consortia)
    made = Q(versions__published_at__isnull=False)
    open_one = Q(drafts__state=DraftState.OPEN)
    return Format.objects.filter((own & (made | open_one)) | (shared & made)).distinct()


def _values(actor: Actor, rows: QuerySet[Format]) -> tuple[KeptFormat, ...]:
    found = list(rows.select_related("consortium", "group"))
    versions = _versions(found)
    drafts = {
        draft.format_id: draft
        for draft in FormatDraft.objects.filter(state=DraftState.OPEN, format__in=[row.pk for row in found])
    }
    return tuple(_value(actor, row, versions.get(row.pk, ()), drafts.get(row.pk)) for row in found)


def _versions(rows: Iterable[Format]) -> dict[int, tuple[VersionLine, ...]]:
    lines: dict[int, tuple[VersionLine, ...]] = {}
    published = FormatVersion.objects.filter(
        format__in=[row.pk for row in rows], published_at__isnull=False
    ).order_by("-number")
    for pk, format_id, number, at in published.values_list("id", "format_id", "number", "published_at"):
        if at is not None:
            lines[format_id] = (*lines.get(format_id, ()), VersionLine(pk, number, at))
    return lines


def _value(
    actor: Actor, row: Format, versions: tuple[VersionLine, ...], draft: FormatDraft | None
) -> KeptFormat:
    is_kept = bool(rules.can_keep(actor, consortium_id=row.consortium_id, group_id=row.group_id))
    shown = draft if is_kept else None
    return KeptFormat(
        key=row.key,
        title=row.title,
        owner=str(row.consortium or row.group or ""),
        is_kept=is_kept,
        school_types=tuple(str(word) for word in row.school_types),
        versions=versions,
        draft_number=shown.number if shown else None,
        draft_changes=shown.revision - 1 if shown else 0,
    )
