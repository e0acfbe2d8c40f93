"""Reading the record."""

from .events import events_of

__all__ = ["events_of"]
