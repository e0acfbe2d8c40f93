"""What is published. Everybody may read it, so only reads of the working side take an actor."""

from levend.audit.queries import erased_hashes
from levend.publication.queries.artefacts import artefact_bytes
from levend.publication.queries.concepts import changes_for, concept_for
from levend.publication.queries.locations import published_locations, published_types, publishing_consortia
from levend.publication.queries.official import official_for
from levend.publication.queries.versions import (
    in_force,
    public_version,
    shown_version,
    versions_of,
    withdrawn_version,
)

__all__ = [
    "artefact_bytes",
    "changes_for",
    "concept_for",
    "erased_hashes",
    "in_force",
    "official_for",
    "public_version",
    "published_locations",
    "published_types",
    "publishing_consortia",
    "shown_version",
    "versions_of",
    "withdrawn_version",
]
