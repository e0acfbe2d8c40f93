"""How long people wrote, and what many schools stumble on, out of moments and counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

IDLE = timedelta(minutes=5)
"""A longer gap between two saves of one person is no editing.

The convention is the time-out of sessions in web logs (Catledge and Pitkow, 1995, took 25.5 minutes between pages).
Typing is saved every few seconds, so a shorter time-out fits: five minutes leave room to think and to ask a colleague.
"""
FEWEST = 5
"""Schools (or answers) from which something is shown."""
OFTEN = 3
"""Sittings at one question; who comes back more often stumbles on it."""
MANY = 0.2
"""The part of the schools from which something is worth a look."""


def editing_minutes(saves: Iterable[tuple[int, datetime]]) -> int:
    """Whole minutes, over all people (key and moment of each save): the gaps of at most `IDLE` between their saves.

    A lower bound: what somebody read and thought before the first save of a sitting is not in it.
    """
    by_person: dict[int, list[datetime]] = {}
    for person, at in saves:
        by_person.setdefault(person, []).append(at)
    total = timedelta()
    for moments in by_person.values():
        total += sum(
            (gap for one, next_ in pairwise(sorted(moments)) if (gap := next_ - one) <= IDLE), timedelta()
        )
    return round(total.total_seconds() / 60)


def seconds_by_key(saves: Iterable[tuple[int, datetime, str]]) -> Mapping[str, int]:
    """Whole seconds of editing at each key, over all people (person, moment and key of each save).

    The time before a save goes to what was saved then: so all keys together are what `editing_minutes` counts.
    """
    by_person: dict[int, list[tuple[datetime, str]]] = {}
    for person, at, key in saves:
        by_person.setdefault(person, []).append((at, key))
    total: dict[str, timedelta] = {}
    for moments in by_person.values():
        for (one, _key), (next_, key) in pairwise(sorted(moments)):
            if next_ - one <= IDLE:
                total[key] = total.get(key, timedelta()) + (next_ - one)
    return {key: round(each.total_seconds()) for key, each in total.items()}


def sittings(moments: Iterable[datetime]) -> int:
    """How often somebody worked on it: saves with at most `IDLE` between them are one time."""
    ordered = sorted(moments)
    return (1 + sum(next_ - one > IDLE for one, next_ in pairwise(ordered))) if ordered else 0


@dataclass(frozen=True)
class Stumbles:
    """At one question of one version: of how many `schools`, how many met each of these."""

    schools: int
    often: int = 0
    left_empty: int = 0
    personal_data: int = 0
    raised: int = 0
    conflicts: int = 0
    remarks: int = 0

    @property
    def most(self) -> int:
        return max(self.often, self.left_empty, self.personal_data, self.raised, self.conflicts, self.remarks)

    @property
    def is_worth_a_look(self) -> bool:
        return self.schools >= FEWEST and self.most >= max(2, MANY * self.schools)


@dataclass(frozen=True)
class Spread:
    """Numbers of several schools: the middle one, and where the middle half lies."""

    low: int
    middle: int
    high: int


def spread(numbers: Iterable[int]) -> Spread | None:
    """None under `FEWEST` of them."""
    ordered = sorted(numbers)
    if len(ordered) < FEWEST:
        return None
    half = len(ordered) // 2
    return Spread(
        round(median(ordered[:half])), round(median(ordered)), round(median(ordered[len(ordered) - half :]))
    )


def ratings_shown(ratings: Iterable[int]) -> Mapping[int, int] | None:
    """How many schools gave each number from 1 to 5; None under `FEWEST` answers."""
    given = list(ratings)
    if len(given) < FEWEST:
        return None
    return {number: given.count(number) for number in range(1, 6)}
