"""Registered letters and minutes, to read."""

from dataclasses import dataclass

from django.core.files.storage import default_storage

from levend.accounts.actor import Actor
from levend.adoption.queries.cases import paper_for
from levend.core.errors import NotFound


@dataclass(frozen=True)
class PaperFile:
    """A file as it was registered: at most 10 MB, so it is read at once."""

    data: bytes
    name: str
    media_type: str


def paper_file(actor: Actor, location_code: str, paper_id: int) -> PaperFile:
    """The letter or minutes. Raises `NotFound` for who may not read it, and when the file is gone."""
    paper = paper_for(actor, location_code, paper_id)
    try:
        with default_storage.open(f"paper/{paper.sha256[:2]}/{paper.sha256}") as file:
            data: bytes = file.read()
    except FileNotFoundError:
        raise NotFound(str(paper_id)) from None
    return PaperFile(data, paper.file_name, paper.media_type)
