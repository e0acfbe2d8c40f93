"""What the outbox takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from levend.notifications.enums import AttemptResult, Standing


@dataclass(frozen=True)
class Letter:
    """A subject of one line and a plain text."""

    subject: str
    body: str


@dataclass(frozen=True)
class Notice:
    """Something to tell somebody, alone or in one letter with others. `key` names the reason; see `queue_mail`."""

    template: str
    context: Mapping[str, str | int]
    key: str
    about: str = ""


@dataclass(frozen=True)
class Advice:
    """Why the mail server did not take a letter, and what to do about it, in plain words."""

    why: str
    what_to_do: str


@dataclass(frozen=True)
class Attempt:
    """One attempt; `answer` is the mail server's own, with its code."""

    at: datetime
    result: AttemptResult
    answer: str


@dataclass(frozen=True)
class OutboxEntry:
    """A letter as the outbox page shows it. `answer` is what the mail server said last; `advice` belongs to trouble."""

    id: int
    to: str
    about: str
    subject: str
    body: str
    standing: Standing
    created_at: datetime
    sent_at: datetime | None
    next_attempt_at: datetime | None
    answer: str
    advice: Advice | None
    possibly_double: bool
    gathered_in: int | None

    @property
    def state(self) -> str:
        return str(self.standing.label)

    @property
    def has_failed(self) -> bool:
        return self.standing is Standing.FAILED


@dataclass(frozen=True)
class Preview:
    """A letter with made-up names. `optional`: who gets it may switch it off."""

    name: str
    letter: Letter
    optional: bool
