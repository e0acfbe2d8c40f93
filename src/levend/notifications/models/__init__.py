"""Models of the outbox."""

from .mail_attempt import MailAttempt
from .outbox_message import OutboxMessage

__all__ = ["MailAttempt", "OutboxMessage"]
