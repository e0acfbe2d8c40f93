"""Keeping made files by their content."""

from dataclasses import replace

import structlog

from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.storage import put_whole
from levend.documents.sealing import seal_pdf
from levend.documents.services import TypesettingFailed, typeset_pdf
from levend.documents.values import Document
from levend.publication.models import Artefact
from levend.publication.render.attached import seal_kind

PDF = "application/pdf"
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
    """Write the file of an artefact, without its row; return its hash."""
    sha256 = sha256_of(data)
    put_whole(Artefact(sha256=sha256).path, data)
    return sha256


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
