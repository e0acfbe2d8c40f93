"""Counts of children so small that they point at somebody, and what would give them away.

A count from one to four is withheld. Nought stays: it is about nobody. Rows of counts are withheld as a whole, and as
many other rows with them, smallest first, as it takes that no total gives a withheld count away. Whether a total is
printed is not asked: it may stand elsewhere, in a report or in the register.

Why nothing can be worked out: rows are judged by their numbers, not by their order, and equal ones go together. So the
same rows in another order would be withheld in the same way and have the same totals, and where the withheld counts of
a column differ, each may stand in any of the rows. Where they cannot be made to differ, nothing is shown.
"""

from collections.abc import Sequence, Set
from typing import TypeAlias

FEWEST_COUNTED = 5
Count: TypeAlias = int | float
Counts: TypeAlias = tuple[Count, ...]
"""One row: a number per column, 0 for an empty cell."""


def is_small(count: Count) -> bool:
    return 0 < count < FEWEST_COUNTED


def withheld_rows(rows: Sequence[Counts], *, totals: Set[int] = frozenset()) -> frozenset[int]:
    """The numbers (from 0) of the rows that must not be shown. `rows` are of equal length.

    `totals` are rows that call themselves a total; so is a first or last row that is the sum of the others. One total
    stays, unless it is small itself. With several, totals under a part of the rows, no row is shown.
    """
    if not any(is_small(count) for row in rows for count in row):
        return frozenset()
    everything = frozenset(range(len(rows)))
    totals = totals or _sum_of_the_others(rows)
    if len(totals) > 1 or any(is_small(count) for index in totals for count in rows[index]):
        return everything
    hidden = {index for index in everything - totals if any(map(is_small, rows[index]))}
    others = [index for index in everything - totals - hidden if any(rows[index])]
    columns = [
        column for column in range(len(rows[0])) if any(is_small(rows[index][column]) for index in hidden)
    ]
    while not all(_is_vague([rows[index][column] for index in hidden]) for column in columns):
        if not others:
            return everything
        smallest = min(_size(rows[index]) for index in others)
        hidden |= {index for index in others if _size(rows[index]) == smallest}
        others = [index for index in others if index not in hidden]
    return frozenset(hidden)


def _is_vague(counts: Sequence[Count]) -> bool:
    """Whether their sum, which may be known, tells neither one of them nor a small number of children."""
    return len(set(counts)) > 1 and sum(counts) >= FEWEST_COUNTED


def _size(row: Counts) -> tuple[Count, Counts]:
    return sum(row), tuple(sorted(row))


def _sum_of_the_others(rows: Sequence[Counts]) -> frozenset[int]:
    for index in (len(rows) - 1, 0):
        others = [row for number, row in enumerate(rows) if number != index]
        if len(others) > 1 and any(rows[index]) and rows[index] == tuple(map(sum, zip(*others, strict=True))):
            return frozenset({index})
    return frozenset()
