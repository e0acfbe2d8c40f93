"""What becomes of an answer that was sent in."""

from dataclasses import dataclass, field
from datetime import datetime

from levend.formats.engine.values import Value


@dataclass(frozen=True)
class Saved:
    """The answer stands. `revision` is 0 and `at` None for a question that was never answered.

    `turned` says that it is no longer last time's answer as it was.
    """

    revision: int
    at: datetime | None
    is_new: bool
    turned: bool = False


@dataclass(frozen=True)
class Conflict:
    """Somebody else wrote on meanwhile: theirs stands, yours is kept beside it in the history.

    `revision` is theirs: a save based on it settles the conflict.
    """

    yours: Value
    theirs: Value
    theirs_by: str
    theirs_at: datetime
    revision: int


@dataclass(frozen=True)
class Submitted:
    """One answer of a page, with the revision that the page showed."""

    value: object
    based_on: int


@dataclass(frozen=True)
class ChapterSaved:
    """What became of every answer of a page; the valid ones are saved, whatever the others are."""

    saved: dict[str, Saved] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    invalid: dict[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return not self.conflicts and not self.invalid

    @property
    def changed(self) -> int:
        """How many answers got a new revision."""
        return sum(1 for saved in self.saved.values() if saved.is_new)
