"""Models of what is made public."""

from levend.publication.models.artefact import Artefact
from levend.publication.models.changes_document import ChangesDocument
from levend.publication.models.concept_document import ConceptDocument
from levend.publication.models.official_document import OfficialDocument
from levend.publication.models.public_file import PublicFile, PublicSite
from levend.publication.models.published_version import PublishedVersion

__all__ = [
    "Artefact",
    "ChangesDocument",
    "ConceptDocument",
    "OfficialDocument",
    "PublicFile",
    "PublicSite",
    "PublishedVersion",
]
