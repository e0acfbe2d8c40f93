"""Reading formats."""

from levend.formats.queries.definitions import definition_of, definition_with
from levend.formats.queries.versions import (
    is_offered,
    latest_version,
    published_versions,
    standing_of,
    versions_for,
)

__all__ = [
    "definition_of",
    "definition_with",
    "is_offered",
    "latest_version",
    "published_versions",
    "standing_of",
    "versions_for",
]
