"""Keeping made files by their content."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from levend.core import clock
from levend.core.canonical import sha256_of
from levend.documents.sealing import seal_pdf
from levend.documents.services import TypesettingFailed, typeset_pdf
from levend.documents.values import Document
from levend.publication.models import Artefact
from levend.publication.render.attached import seal_kind

PDF = "application/pdf"
_READABLE = 0o644
"""Artefacts may be read by a web server of another user."""
log = structlog.get_logger(__name__)


def keep(data: bytes, media_type: str) -> Artefact:
    """Store the bytes under their hash; what is there whole already is not written again."""
    sha256 = write(data)
    kept, _created = Artefact.objects.get_or_create(
        sha256=sha256,
        defaults={"media_type": media_type, "size": len(data), "made_at": clock.now()},
    )
    return kept


def write(data: bytes) -> str:
    """Write the file of an artefact, without its row; return its hash.

    Two workers may write the same one at the same moment and either may die: a name holds its whole content or nothing.
    """
    sha256 = sha256_of(data)
    path = Artefact(sha256=sha256).path
    if not default_storage.exists(path) or default_storage.size(path) != len(data):
        _put(path, data)
    return sha256


def _put(path: str, data: bytes) -> None:
    try:
        place = Path(default_storage.path(path))
    except NotImplementedError:  # an object store takes a file whole or not at all
        default_storage.delete(path)
        name = default_storage.save(path, ContentFile(data))
        if name != path:  # somebody else was first, and this one got another name
            default_storage.delete(name)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).chmod(_READABLE)
    Path(file.name).replace(place)


def sealed_pdf(document: Document) -> bytes:
    """The document as it leaves: typeset and sealed in the name of its publisher."""
    pdf = typeset_with_or_without_logo(document)
    return seal_pdf(pdf, kind=seal_kind(document.mark), name=document.publisher)


def typeset_with_or_without_logo(document: Document) -> bytes:
    """The PDF. A logo that cannot be drawn is left out: it must not keep a profile from its readers."""
    try:
        return typeset_pdf(document)
    except TypesettingFailed as failure:
        if not document.logo_svg:
            raise
        log.warning("logo_left_out", publisher=document.publisher, why=str(failure))
        return typeset_pdf(replace(document, logo_svg=""))
