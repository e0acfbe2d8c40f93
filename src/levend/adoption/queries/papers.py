"""Registered letters and minutes, to read."""

from dataclasses import dataclass

from django.core.files import File
from django.core.files.storage import default_storage

from levend.accounts.actor import Actor
from levend.adoption.queries.cases import paper_for
from levend.core.errors import NotFound


@dataclass(frozen=True)
class OpenPaper:
    """A file as it was registered; `file` is open, who gets it closes it."""

    file: "File[bytes]"
    name: str
    media_type: str


def open_paper(actor: Actor, location_code: str, paper_id: int) -> OpenPaper:
    """The letter or minutes. Raises `NotFound` for who may not read it, and when the file is gone."""
    paper = paper_for(actor, location_code, paper_id)
    try:
        file = default_storage.open(f"paper/{paper.sha256[:2]}/{paper.sha256}")
    except FileNotFoundError:
        raise NotFound(str(paper_id)) from None
    return OpenPaper(file, paper.file_name, paper.media_type)
