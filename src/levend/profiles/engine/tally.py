"""How many answers of last time were looked at, and how."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from levend.profiles.enums import Standing


@dataclass(frozen=True)
class Tally:
    """Answers of last time by what became of them; those confirmed one by one and by the chapter apart."""

    carried: int = 0
    confirmed: int = 0
    confirmed_by_chapter: int = 0
    changed: int = 0
    dropped: int = 0

    @property
    def still_hold(self) -> int:
        return self.confirmed + self.confirmed_by_chapter

    @property
    def total(self) -> int:
        return self.carried + self.still_hold + self.changed + self.dropped


def tally(standings: Mapping[str, Standing]) -> Tally:
    """Count by standing; an answer that was not there last time is in none of them."""
    counts = Counter(standings.values())
    return Tally(
        carried=counts[Standing.CARRIED],
        confirmed=counts[Standing.CONFIRMED],
        confirmed_by_chapter=counts[Standing.CONFIRMED_BY_CHAPTER],
        changed=counts[Standing.CHANGED],
        dropped=counts[Standing.DROPPED],
    )
