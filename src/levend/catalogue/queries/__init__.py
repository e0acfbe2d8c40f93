"""Looking codes up. The catalogue is public: no actor is asked for."""

from .codes import entries, entry, is_code, label, support_type, support_types

__all__ = ["entries", "entry", "is_code", "label", "support_type", "support_types"]
