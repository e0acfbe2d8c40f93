"""Models of formats."""

from levend.formats.models.format import Format
from levend.formats.models.version import FormatVersion

__all__ = ["Format", "FormatVersion"]
