"""Values of the field: the school year, a consortium's colours."""

import re
from dataclasses import dataclass
from datetime import date

THEME_KEYS = ("900", "800", "700", "600", "200", "100", "50", "sun", "sun-bg", "on-brand")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, order=True)
class SchoolYear:
    """1 August to 31 July (WPO 1); `start` is the calendar year in which it begins."""

    start: int

    @classmethod
    def containing(cls, day: date) -> "SchoolYear":
        return cls(day.year if day.month >= 8 else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> "SchoolYear":
        """Read "2026-2027"; raises `ValueError` for anything else."""
        match = re.fullmatch(r"(\d{4})-(\d{4})", text)
        if match is None or int(match[2]) != int(match[1]) + 1:
            raise ValueError(text)
        return cls(int(match[1]))

    @property
    def first_day(self) -> date:
        return date(self.start, 8, 1)

    @property
    def last_day(self) -> date:
        return date(self.start + 1, 7, 31)

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"


def theme_faults(theme: object) -> list[str]:
    """What is wrong with a theme: it is exactly the ten values of `THEME_KEYS`, each `#rrggbb`."""
    if theme == {}:
        return []
    if not isinstance(theme, dict):
        return ["theme"]
    faults = sorted(set(THEME_KEYS) ^ set(theme))
    return faults + [key for key, value in theme.items() if not _COLOUR.fullmatch(str(value))]


@dataclass(frozen=True)
class LocationReach:
    """Everyone who has something to do with a location on one date, as keys: what a rule needs to decide."""

    location_id: int
    board_id: int
    council_id: int | None
    consortium_ids: frozenset[int]
    group_ids: frozenset[int]
    open_group_ids: frozenset[int]
    """Groups whose consortium lets them read the text, not only the state."""
