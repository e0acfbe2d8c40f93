"""For whom a file is imported, and which of its rows are meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Rows(StrEnum):
    """Which rows of a file are meant."""

    ALL = "all"
    AREAS = "areas"
    MUNICIPALITIES = "municipalities"


@dataclass(frozen=True)
class ImportScope:
    """For which consortium, and which rows come into it. Without one the file is for the whole installation."""

    consortium_id: int | None = None
    rows: Rows = Rows.ALL
    municipalities: frozenset[str] = field(default=frozenset())

    def as_json(self) -> dict[str, object]:
        return {"rows": self.rows.value, "municipalities": sorted(self.municipalities)}

    @classmethod
    def from_json(cls, consortium_id: int | None, choice: Mapping[str, object]) -> "ImportScope":
        chosen = choice.get("municipalities")
        return cls(
            consortium_id,
            Rows(str(choice.get("rows", Rows.ALL))),
            frozenset(str(each) for each in chosen) if isinstance(chosen, list) else frozenset(),
        )
