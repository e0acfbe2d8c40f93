"""Changes of the record: adding to it, and linking what was added."""

from .link import link_events
from .record import record
from .witness import note_head

__all__ = ["link_events", "note_head", "record"]
