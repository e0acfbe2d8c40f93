"""What the record takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

JsonValue: TypeAlias = "str | int | float | bool | list[JsonValue] | dict[str, JsonValue] | None"


class ActorRef(Protocol):
    """Anything that can answer for an act: its kind (user, link, system) and a lasting reference ("user:12")."""

    @property
    def kind(self) -> str: ...

    @property
    def ref(self) -> str: ...


@dataclass(frozen=True)
class RecordedEvent:
    """One event as read back."""

    id: int
    at: datetime
    actor_kind: str
    actor_ref: str
    event: str
    subject: str
    data: Mapping[str, JsonValue]
