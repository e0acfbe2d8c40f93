"""A small line of a figure over the days it was counted on. Hidden counts are gaps: the line says nothing of them."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, EDGE = 240, 80, 4
"""Of the drawing, in its own units; the line keeps `EDGE` away from the sides."""


@dataclass(frozen=True)
class Sparkline:
    """`lines` are the points of unbroken stretches as SVG wants them: `4,40 20,12`; a lone point is in `dots`."""

    lines: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(values: Sequence[float | None]) -> Sparkline:
    """Values at even distances, oldest first, from nought at the bottom to the highest at the top; None is a gap."""
    highest = max((value for value in values if value is not None), default=0) or 1
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    stretches: list[list[tuple[float, float]]] = [[]]
    for number, value in enumerate(values):
        if value is None:
            stretches.append([])
            continue
        y = HEIGHT - EDGE - value / highest * (HEIGHT - 2 * EDGE)
        stretches[-1].append((round(EDGE + number * step, 1), round(y, 1)))
    return Sparkline(
        lines=tuple(" ".join(f"{x},{y}" for x, y in each) for each in stretches if len(each) > 1),
        dots=tuple(each[0] for each in stretches if len(each) == 1),
    )
