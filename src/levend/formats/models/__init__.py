"""Models of formats."""

from levend.formats.models.draft import DraftRevision, FormatDraft
from levend.formats.models.format import Format
from levend.formats.models.source import FormatSource
from levend.formats.models.version import FormatVersion

__all__ = ["DraftRevision", "Format", "FormatDraft", "FormatSource", "FormatVersion"]
