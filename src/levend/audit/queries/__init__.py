"""Reading the record."""

from .chain import ChainFault, ChainReport, verify_chain
from .erasures import erased_hashes, present_hash
from .events import event_rows, events_by_id, events_of
from .texts import Found, TextPlace, found_in

__all__ = [
    "ChainFault",
    "ChainReport",
    "Found",
    "TextPlace",
    "erased_hashes",
    "event_rows",
    "events_by_id",
    "events_of",
    "found_in",
    "present_hash",
    "verify_chain",
]
