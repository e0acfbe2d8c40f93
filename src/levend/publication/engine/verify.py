"""What can be said of a file that somebody holds against us: is it ours, is it whole, and does it hold today?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from levend.documents.enums import SealKind
from levend.documents.reading.facts import PdfFacts, Trouble

Known = Mapping[str, frozenset[str]]
"""Fingerprints of our certificates, each with those of the certificates above it."""


class Integrity(StrEnum):
    """`UNKNOWN` covers what others sealed, nobody sealed, or we never published: which of these is not told."""

    AUTHENTIC = "authentic"
    ALTERED = "altered"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """`UNKNOWN` is also a version that has yet to begin."""

    CONCEPT = "concept"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Standing:
    """A published version on a date. `valid_until` is the last day."""

    status: Status
    location_code: str
    location_name: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True)
class Verdict:
    """`sha256` is that of the whole file; `trouble` says why it could not be read.

    `held_personal_data` tells why a document was withdrawn of which nothing is kept but its hash.
    """

    integrity: Integrity
    status: Status
    sha256: str
    standing: Standing | None = None
    trouble: Trouble = Trouble.NONE
    held_personal_data: bool = False


def published_verdict(sha256: str, standing: Standing) -> Verdict:
    """A file that is, byte for byte, one that we published: by whichever key, and without opening it."""
    return Verdict(Integrity.AUTHENTIC, standing.status, sha256, standing)


def erased_verdict(sha256: str) -> Verdict:
    """A file that was ours, byte for byte, until personal data was erased from its text."""
    return Verdict(Integrity.AUTHENTIC, Status.WITHDRAWN, sha256, held_personal_data=True)


def verdict(facts: PdfFacts, *, known: Known, sha256: str) -> Verdict:
    """The verdict on a file that we did not publish.

    A concept is vouched for by its seal alone, as it is published nowhere. An official document that was not published
    is unknown, intact or not: its existence is confirmed to nobody.
    """
    integrity = sealed_integrity(facts, known=known)
    if integrity is not Integrity.AUTHENTIC or facts.seal is None:
        return Verdict(integrity, Status.UNKNOWN, sha256, trouble=facts.trouble)
    if facts.seal.kind is SealKind.CONCEPT:
        return Verdict(Integrity.AUTHENTIC, Status.CONCEPT, sha256)
    return Verdict(Integrity.UNKNOWN, Status.UNKNOWN, sha256)


def sealed_integrity(facts: PdfFacts, *, known: Known) -> Integrity:
    """By the seal alone: ours and holding; ours but broken by a change; or none of ours."""
    seal = facts.seal
    if (
        seal is not None
        and seal.holds
        and seal.kind is not None
        and _is_ours(seal.certificate, seal.above, known)
    ):
        return Integrity.AUTHENTIC
    seen = facts.certificates | ({seal.certificate} if seal is not None else frozenset())
    return Integrity.ALTERED if seen & known.keys() else Integrity.UNKNOWN


def _is_ours(certificate: str, above: frozenset[str], known: Known) -> bool:
    return certificate in known and above <= known[certificate]
