"""Reading the record."""

from .chain import ChainFault, ChainReport, verify_chain
from .events import event_rows, events_by_id, events_of

__all__ = ["ChainFault", "ChainReport", "event_rows", "events_by_id", "events_of", "verify_chain"]
