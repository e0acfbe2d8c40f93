"""Putting the public files of a location at their addresses, all together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import NotAllowed
from levend.organisations.models import Location
from levend.publication.models import Artefact, PublicFile, PublicSite
from levend.publication.queries.public_site import is_placed, site_facts
from levend.publication.services.keeping import keep, write


@dataclass(frozen=True)
class FileToPlace:
    """What comes to stand at `path` from `since` on: `data`, or what is kept already under the hash `kept`.

    With neither, nothing stands there from then on.
    """

    path: str
    since: date
    data: bytes = b""
    kept: str = ""
    media_type: str = ""
    file_name: str = ""


class FactsChanged(Exception):
    """While files were made, what they were made from changed: they have to be made again."""


def place_files(
    *, actor: Actor, location_id: int, files: Sequence[FileToPlace], facts: str, look: str
) -> bool:
    """Let these files take the place of all that stood at the location's addresses, for every reader at one instant.

    `facts` is the hash of what they were made from (`site_facts`), read before they were made. Returns whether
    anything was placed: the same facts and look a second time change nothing. Files are written before the
    transaction, which holds SQLite's one write lock. Raises `FactsChanged`, also when a document that is named by its
    hash went meanwhile, and `Location.DoesNotExist`.
    """
    if not actor.is_system:
        raise NotAllowed
    for file in files:
        if file.data:
            write(file.data)
    with transaction.atomic():
        Location.objects.select_for_update(of=("self",)).get(pk=location_id)  # one worker at a time
        if site_facts(location_id) != facts:
            raise FactsChanged
        if is_placed(location_id, facts=facts, look=look):
            return False
        PublicFile.objects.filter(location_id=location_id).delete()
        PublicFile.objects.bulk_create(_row(location_id, file) for file in files)
        PublicSite.objects.update_or_create(
            location_id=location_id, defaults={"facts": facts, "look": look, "placed_at": clock.now()}
        )
    return True


def _row(location_id: int, file: FileToPlace) -> PublicFile:
    artefact = keep(file.data, file.media_type) if file.data else None
    if file.kept:
        artefact = Artefact.objects.filter(sha256=file.kept).first()
        if artefact is None:
            raise FactsChanged
    return PublicFile(
        location_id=location_id,
        path=file.path,
        since=file.since,
        artefact=artefact,
        file_name=file.file_name,
    )
