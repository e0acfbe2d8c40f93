"""Reading the outbox."""

from .outbox import outbox

__all__ = ["outbox"]
