"""Reading formats."""

from levend.formats.queries.definitions import definition_of, definition_with
from levend.formats.queries.versions import latest_version, published_versions

__all__ = ["definition_of", "definition_with", "latest_version", "published_versions"]
