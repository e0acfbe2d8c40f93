"""Changes of the outbox."""

from .deliver import deliver_mail
from .queue_mail import queue_mail

__all__ = ["deliver_mail", "queue_mail"]
