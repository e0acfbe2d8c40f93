"""What schools thought of a format, as pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from levend.web.receipt import words


@dataclass(frozen=True)
class Rating:
    """One of the five questions; `agrees` counts who chose one of the two highest numbers."""

    label: str
    agrees: int
    percent: int
    counts: tuple[tuple[str, int], ...]


def ratings_of(ratings: Mapping[str, Mapping[int, int]]) -> tuple[Rating, ...]:
    """The five questions in their order, each with how many schools gave which answer."""
    return tuple(
        Rating(
            str(words.RATINGS[name]),
            agrees := counts[4] + counts[5],
            round(100 * agrees / max(sum(counts.values()), 1)),
            tuple((str(words.SCALE[number]), count) for number, count in counts.items()),
        )
        for name, counts in ratings.items()
    )
