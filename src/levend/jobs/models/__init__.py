"""Models of work in the background."""

from .cron_slot import CronSlot
from .event import Event
from .heartbeat import Heartbeat

__all__ = ["CronSlot", "Event", "Heartbeat"]
