"""Changes of the record: adding to it, linking what was added, and the one way to take something out."""

from .erase import erase_events, erase_in, keep_erased_hash
from .link import link_events
from .record import record, record_many
from .restored import accept_restore
from .witness import note_head

__all__ = [
    "accept_restore",
    "erase_events",
    "erase_in",
    "keep_erased_hash",
    "link_events",
    "note_head",
    "record",
    "record_many",
]
