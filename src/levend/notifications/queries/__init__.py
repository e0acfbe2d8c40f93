"""Reading the outbox."""

from .failures import failures
from .outbox import outbox

__all__ = ["failures", "outbox"]
