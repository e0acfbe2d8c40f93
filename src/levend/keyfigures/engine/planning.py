"""What an import would do: the counts of a file against what is known, before anything is written."""

from collections.abc import Mapping, Set
from datetime import date
from typing import TypeAlias

from levend.keyfigures.engine.pupils import PupilCounts
from levend.keyfigures.values import Changed, Counted, FigurePlan

Known: TypeAlias = Mapping[tuple[str, date], int | None]
"""By code and day; None for a count under five."""


def plan_counts(found: PupilCounts, *, codes: Set[str], known: Known) -> FigurePlan:
    """Sort the counts of a file by what they do. What the file does not speak of stays as it is."""
    new: list[Counted] = []
    changed: list[Changed] = []
    unmatched: set[str] = set()
    unchanged = 0
    for counted in found.counted:
        place = counted.code, counted.reference_date
        if counted.code not in codes:
            unmatched.add(counted.code)
        elif place not in known:
            new.append(counted)
        elif known[place] != counted.value:
            changed.append(Changed(known[place], counted))
        else:
            unchanged += 1
    return FigurePlan(tuple(new), tuple(changed), unchanged, tuple(sorted(unmatched)), found.refused)
