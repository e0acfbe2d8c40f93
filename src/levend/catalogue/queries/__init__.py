"""Looking codes up. The catalogue is public: no actor is asked for."""

from .codes import entries, entry, is_code, label, support_type, support_types
from .joined import codes_in, switched_off_column
from .region import (
    RegionEntry,
    own_codes,
    own_support_types,
    region_entries,
    settings_of,
    switched_off,
    switched_off_by,
)

__all__ = [
    "RegionEntry",
    "codes_in",
    "entries",
    "entry",
    "is_code",
    "label",
    "own_codes",
    "own_support_types",
    "region_entries",
    "settings_of",
    "support_type",
    "support_types",
    "switched_off",
    "switched_off_by",
    "switched_off_column",
]
