"""Changes of the outbox."""

from .deliver import deliver_mail
from .digest import drop_held, hold_notices, send_held
from .queue_mail import queue_mail
from .resend import send_again

__all__ = ["deliver_mail", "drop_held", "hold_notices", "queue_mail", "send_again", "send_held"]
