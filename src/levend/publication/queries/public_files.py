"""What stands at public addresses. Everybody may read it, so there is no actor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from levend.publication.models import Artefact, PublicFile

CHUNK = 500
_DAY = re.compile(r"/op/([0-9]{4}-[0-9]{2}-[0-9]{2})/$")


@dataclass(frozen=True)
class Served:
    """A file as it goes out: `size` in bytes, `file_name` for who saves it. Without a hash it was taken away."""

    path: str
    sha256: str
    media_type: str
    size: int
    file_name: str

    @property
    def is_gone(self) -> bool:
        return not self.sha256

    def content(self) -> bytes:
        """Raises `FileNotFoundError` when the storage lost it."""
        with default_storage.open(Artefact(sha256=self.sha256).path, "rb") as file:
            content: bytes = file.read()
        return content


_AT = """
    SELECT file.path, artefact.sha256, artefact.media_type, artefact.size, file.file_name
    FROM publication_publicfile AS file LEFT JOIN publication_artefact AS artefact ON artefact.id = file.artefact_id
    WHERE file.path = %s AND file.since <= %s ORDER BY file.since DESC LIMIT 1
"""
_FIELDS = ("path", "artefact__sha256", "artefact__media_type", "artefact__size", "file_name")


def file_at(path: str, on: date) -> Served | None:
    """What stands at an address on a day; `None` where nothing ever stood.

    The one query of every reader. Written out, since composing it anew took half the time of the whole answer.
    """
    with connection.cursor() as cursor:
        cursor.execute(_AT, [path, connection.ops.adapt_datefield_value(on)])
        row = cursor.fetchone()
    return _served(row) if row else None


def dated_path(folder: str, code: str, day: date, on: date) -> str:
    """The address of the page about `day` among those of `folder` (`/scholen/12AB00/op/`): that of the first day of
    the period in which it lies. Empty before the first one."""
    rows = _begun(on).filter(location__code=code, path__startswith=folder).order_by("path")
    days = [found[1] for path in rows.values_list("path", flat=True) if (found := _DAY.search(path))]
    earlier = [each for each in days if each <= day.isoformat()]
    return f"{folder}{max(earlier)}/" if earlier else ""


def document_with(sha256: str, on: date) -> Served | None:
    """A file by its hash, as long as some public address has it: nobody learns of others that they exist."""
    row = _standing(on).filter(artefact__sha256=sha256).order_by("path").values_list(*_FIELDS).first()
    return _served(row) if row else None


def files_on(on: date) -> Iterator[Served]:
    """Every file that stands at an address on a day, by address."""
    rows = _standing(on).exclude(artefact=None).order_by("path").values_list(*_FIELDS)
    for row in rows.iterator(chunk_size=CHUNK):
        yield _served(row)


def _begun(on: date) -> QuerySet[PublicFile]:
    return PublicFile.objects.filter(since__lte=on)


def _standing(on: date) -> QuerySet[PublicFile]:
    """Rows that no later one has taken over from."""
    later = PublicFile.objects.filter(path=OuterRef("path"), since__gt=OuterRef("since"), since__lte=on)
    return _begun(on).filter(~Exists(later))


def _served(row: tuple[str, str | None, str | None, int | None, str]) -> Served:
    path, sha256, media_type, size, name = row
    return Served(path, sha256 or "", media_type or "", size or 0, name)
