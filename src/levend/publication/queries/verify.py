"""Checking a file that somebody sent. Everybody may, so there is no actor; nothing of the file is kept."""

from datetime import date

from levend.audit.enums import ErasedKind
from levend.audit.queries import erased_hashes
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.documents.reading.read import read_pdf
from levend.documents.sealing import known_certificates
from levend.publication.engine.verify import (
    Standing,
    Status,
    Verdict,
    erased_verdict,
    published_verdict,
    verdict,
)
from levend.publication.models import PublishedVersion
from levend.publication.queries.versions import in_force


def verify(pdf: bytes) -> Verdict:
    """What can be said of the file today. Never raises for what the file holds."""
    sha256 = sha256_of(pdf)
    if erased_hashes([sha256], ErasedKind.ARTEFACT):
        return erased_verdict(sha256)
    standing = published_standing(sha256, clock.today())
    if standing is not None:
        return published_verdict(sha256, standing)
    return verdict(read_pdf(pdf), known=known_certificates(), sha256=sha256)


def published_standing(sha256: str, on: date) -> Standing | None:
    """How the published document with this hash stands; `None` when there is none, or not yet for the public."""
    version = (
        PublishedVersion.objects.filter(full_pdf__sha256=sha256, publish_from__lte=on)
        .select_related("adoption", "location")
        .first()
    )
    if version is None:
        return None
    return Standing(
        status=_status(version, on),
        location_code=version.location.code,
        location_name=version.location.name,
        valid_from=version.adoption.valid_from,
        valid_until=version.adoption.valid_until,
    )


def _status(version: PublishedVersion, on: date) -> Status:
    adoption = version.adoption
    if adoption.annulled_at is not None or adoption.is_withdrawn(on):
        return Status.WITHDRAWN
    if adoption.valid_from > on:
        return Status.UNKNOWN
    return Status.IN_FORCE if in_force(version.location.code, on) == version else Status.SUPERSEDED
