"""Models of the outbox."""

from .outbox_message import OutboxMessage

__all__ = ["OutboxMessage"]
