"""Changes of the record: adding to it."""

from .record import record

__all__ = ["record"]
