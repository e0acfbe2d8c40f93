"""What an import would do, before it does anything: the same for every kind of file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from levend.core.canonical import canonical_json, sha256_of

LISTS = ("new", "changed", "moved", "closed", "reopened", "joined", "unmatched")


@dataclass(frozen=True)
class FieldChange:
    """From what to what, as shown; `field` is a key that a page has a word for."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class PlannedRow:
    """One thing by its code. `changes` is empty where nothing but its list says what happens to it."""

    code: str
    name: str
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class RefusedLine:
    line: int
    reason: str


@dataclass(frozen=True)
class Choice:
    """Something in the file that a coordinator can choose rows by: a municipality, by its number."""

    code: str
    name: str
    size: int


@dataclass(frozen=True)
class ImportPlan:
    """Exactly what applying does.

    `changed` are rows with another value, or that come back (`reopened`) or belong to another board (`moved`), which
    both are listed apart too. `joined` come into a consortium, `closed` are missing in the file. `not_yours` are rows
    of others, `outside` rows that were not chosen.
    """

    new: tuple[PlannedRow, ...] = ()
    changed: tuple[PlannedRow, ...] = ()
    moved: tuple[PlannedRow, ...] = ()
    closed: tuple[PlannedRow, ...] = ()
    reopened: tuple[PlannedRow, ...] = ()
    joined: tuple[PlannedRow, ...] = ()
    unmatched: tuple[PlannedRow, ...] = ()
    refused: tuple[RefusedLine, ...] = ()
    choices: tuple[Choice, ...] = field(default=(), compare=False)
    unchanged: int = 0
    not_yours: int = 0
    outside: int = 0

    @property
    def is_empty(self) -> bool:
        """Nothing would change."""
        return not (self.new or self.changed or self.closed or self.joined)

    def counts(self) -> dict[str, int]:
        """Rows by what happens to them; `moved`, `reopened` and `joined` are counted elsewhere too."""
        return {
            **{name: len(getattr(self, name)) for name in LISTS},
            "unchanged": self.unchanged,
            "not_yours": self.not_yours,
            "outside": self.outside,
            "refused": len(self.refused),
        }

    def digest(self) -> str:
        """Of everything that would be written: two plans with one digest do the same."""
        plain = self.as_json()
        return sha256_of(canonical_json({name: plain[name] for name in LISTS}))

    def as_json(self) -> dict[str, list[list[object]]]:
        """The lists, compact; counts stand apart."""
        return {
            **{name: _plain(getattr(self, name)) for name in LISTS},
            "refused": [[each.line, each.reason] for each in self.refused],
            "choices": [[each.code, each.name, each.size] for each in self.choices],
        }


def _plain(rows: Iterable[PlannedRow]) -> list[list[object]]:
    return [
        [row.code, row.name, [[change.field, change.before, change.after] for change in row.changes]]
        for row in rows
    ]
