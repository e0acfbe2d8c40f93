"""The hashes of the chain: each link holds the hash of its event and of the link before it.

Whoever changes, takes out, adds or swaps an event breaks a hash; whoever makes all hashes anew does not know the
head that was noted outside the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from levend.core.canonical import sha256_of

START = "0" * 64
"""What the first link names as the link before it."""


@dataclass(frozen=True)
class EventFields:
    """An event's own fields, all of them; no name and no text of a person is among them."""

    id: int
    at: datetime
    actor_kind: str
    actor_ref: str
    event: str
    subject: str
    data: Mapping[str, object]


def event_sha256(fields: EventFields) -> str:
    """The hash over the canonical JSON of an event; the moment in UTC with microseconds."""
    return sha256_of(
        {
            "id": fields.id,
            "at": in_utc(fields.at),
            "actor_kind": fields.actor_kind,
            "actor_ref": fields.actor_ref,
            "event": fields.event,
            "subject": fields.subject,
            "data": fields.data,
        }
    )


def link_sha256(*, position: int, previous: str, event_sha256: str, linked_at: datetime) -> str:
    """The hash of a link: its place, the link before it, its event, and when it was linked."""
    return sha256_of(
        {
            "position": position,
            "previous": previous,
            "event_sha256": event_sha256,
            "linked_at": in_utc(linked_at),
        }
    )


def in_utc(moment: datetime) -> str:
    """One spelling per moment, on every database: 2026-11-22T09:30:00.000000+00:00."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
