"""What formats give to other apps."""

from dataclasses import dataclass
from datetime import datetime

from levend.accounts.enums import PlaceKind


@dataclass(frozen=True)
class PublishedVersion:
    """A version that profiles can be written in."""

    id: int
    key: str
    number: int
    title: str
    sha256: str
    published_at: datetime


@dataclass(frozen=True)
class Installed:
    """What installing the shipped formats did, as `key version`.

    `kept` are versions that stand in the database with another text: a published version stays as it is.
    """

    new: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True)
class Owner:
    """Whose a format is: a consortium or a group of consortia."""

    kind: PlaceKind
    id: int
    code: str
    name: str

    @property
    def ref(self) -> str:
        """How a form names it: `consortium-12`."""
        return f"{self.kind.value}-{self.id}"
