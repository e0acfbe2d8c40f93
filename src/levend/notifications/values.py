"""What the outbox takes and gives."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Letter:
    """A subject of one line and a plain text."""

    subject: str
    body: str


@dataclass(frozen=True)
class OutboxEntry:
    """A letter as the outbox page shows it."""

    id: int
    to: str
    subject: str
    body: str
    state: str
    created_at: datetime
    sent_at: datetime | None
    error: str
