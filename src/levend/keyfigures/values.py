"""Figures as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

PUPILS = "KG-LL"
"""The number of pupils: a code of the catalogue's list of key figures."""


class Counted(NamedTuple):
    """How many children of a location were counted on a day; `value` is None where the source said fewer than five."""

    code: str
    reference_date: date
    value: int | None


class Changed(NamedTuple):
    """A count of which the source said something else before."""

    before: int | None
    now: Counted


@dataclass(frozen=True)
class Refused:
    """A row or cell that was not taken: the line, counted from 1, and a sentence."""

    line: int
    reason: str


@dataclass(frozen=True)
class FigurePlan:
    """What an import does or did. `unmatched` are codes of locations that are not known here.

    `refused` rows are left out; every other row of the file is taken.
    """

    new: tuple[Counted, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    unmatched: tuple[str, ...]
    refused: tuple[Refused, ...]

    @property
    def changes_anything(self) -> bool:
        return bool(self.new or self.changed)


@dataclass(frozen=True)
class Figure:
    """One figure of one location, with the day and the source that it is from. A hidden one has no number."""

    kind: str
    value: int | float | None
    is_under_five: bool
    reference_date: date
    source: str

    @classmethod
    def of(
        cls, kind: str, value: Decimal | None, is_under_five: bool, reference_date: date, source: str
    ) -> "Figure":
        """From how it is stored; a whole number is a whole number again."""
        if value is None:
            return cls(kind, None, is_under_five, reference_date, source)
        whole = int(value)
        return cls(kind, whole if whole == value else float(value), is_under_five, reference_date, source)


Figures = Mapping[str, Figure]
"""The newest figure of each kind, by its code."""
