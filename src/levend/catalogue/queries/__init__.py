"""Looking codes up. The catalogue is public: no actor is asked for."""

from .codes import entries, entry, is_code, label, support_type, support_types
from .region import RegionEntry, own_codes, own_support_types, region_entries, settings_of

__all__ = [
    "RegionEntry",
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
]
