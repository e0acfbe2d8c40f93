"""Published versions: which there are, and the newest."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.formats.models import FormatVersion
from levend.formats.values import PublishedVersion


def published_versions(actor: Actor) -> tuple[PublishedVersion, ...]:
    """The newest published version of every format, by title; nothing for who is not logged in."""
    if not actor.is_known:
        return ()
    newest = (
        FormatVersion.objects.filter(published_at__isnull=False)
        .values("format_id")
        .annotate(last=Max("number"))
    )
    last = {row["format_id"]: row["last"] for row in newest}
    rows = _published().filter(format_id__in=last).order_by("format__title", "format__key", "number")
    return tuple(_value(row) for row in rows if row.number == last[row.format_id])


def versions_for(
    *, consortium_ids: frozenset[int], group_ids: frozenset[int], school_type: str
) -> tuple[PublishedVersion, ...]:
    """The newest published version of every format that a school may begin with, by title: those of the installation,
    of its consortia and of their groups, as far as they are meant for its kind of school (two queries)."""
    newest = (
        FormatVersion.objects.filter(published_at__isnull=False)
        .filter(_offered(consortium_ids, group_ids))
        .values("format_id")
        .annotate(last=Max("number"))
    )
    last = {row["format_id"]: row["last"] for row in newest}
    rows = _published().filter(format_id__in=last).order_by("format__title", "format__key", "number")
    return tuple(
        _value(row)
        for row in rows
        if row.number == last[row.format_id]
        and (not row.format.school_types or school_type in row.format.school_types)
    )


def is_offered(version_id: int, *, consortium_ids: frozenset[int], group_ids: frozenset[int]) -> bool:
    """Whether a published version is of the installation, of one of these consortia, or of one of these groups."""
    rows = FormatVersion.objects.filter(pk=version_id, published_at__isnull=False)
    return rows.filter(_offered(consortium_ids, group_ids)).exists()


def _offered(consortium_ids: frozenset[int], group_ids: frozenset[int]) -> Q:
    shared = Q(format__consortium=None, format__group=None)
    return shared | Q(format__consortium_id__in=consortium_ids) | Q(format__group_id__in=group_ids)


@dataclass(frozen=True)
class VersionStanding:
    """A published version among those of its format; `newest_id` is that of the last one."""

    id: int
    title: str
    number: int
    newest_id: int


def standing_of(version_ids: Iterable[int]) -> dict[int, VersionStanding]:
    """These versions by id, each with the newest of its format (two queries)."""
    rows = list(_published().filter(pk__in=set(version_ids)).order_by("pk"))
    formats = FormatVersion.objects.filter(
        published_at__isnull=False, format_id__in={row.format_id for row in rows}
    )
    newest = dict(formats.order_by("number").values_list("format_id", "pk"))
    return {
        row.pk: VersionStanding(row.pk, row.format.title, row.number, newest[row.format_id]) for row in rows
    }


def latest_version(key: str) -> PublishedVersion:
    """The newest published version of the format `key`; raises `NotFound`."""
    row = _published().filter(format__key=key).order_by("-number").first()
    if row is None:
        raise NotFound(_("Er is geen format “%(key)s”.") % {"key": key})
    return _value(row)


def body_of(version_id: int) -> str:
    """The text of a version's file, exactly as it was imported; raises `NotFound`."""
    body = FormatVersion.objects.filter(pk=version_id).values_list("body", flat=True).first()
    if body is None:
        raise NotFound(_("Deze versie van het format bestaat niet."))
    return body


def _published() -> "QuerySet[FormatVersion]":
    return FormatVersion.objects.select_related("format").filter(published_at__isnull=False).defer("body")


def _value(row: FormatVersion) -> PublishedVersion:
    if row.published_at is None:
        raise ValueError(f"{row} is not published")
    return PublishedVersion(
        id=row.pk,
        key=row.format.key,
        number=row.number,
        title=row.format.title,
        sha256=row.sha256,
        published_at=row.published_at,
    )
