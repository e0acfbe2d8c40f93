"""The number of pupils of a location over the years, as a line with the same in a table."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.keyfigures.engine.small_counts import is_small
from levend.keyfigures.engine.sparkline import Sparkline, sparkline
from levend.keyfigures.queries import trend_of
from levend.keyfigures.values import PUPILS, Figure

SHOWN = 6
"""Years that stand open in the table; older ones are folded away."""


@dataclass(frozen=True)
class Trend:
    """`figures` are oldest first, the table newest first."""

    figures: tuple[Figure, ...]

    @property
    def line(self) -> Sparkline:
        return sparkline([figure.value for figure in self.figures])

    @cached_property
    def newest_first(self) -> tuple[Figure, ...]:
        return self.figures[::-1]

    @property
    def recent(self) -> tuple[Figure, ...]:
        return self.newest_first[:SHOWN]

    @property
    def older(self) -> tuple[Figure, ...]:
        return self.newest_first[SHOWN:]

    @property
    def first(self) -> Figure:
        return self.figures[0]

    @property
    def last(self) -> Figure:
        return self.figures[-1]


def pupils_words(pupils: int | None) -> str:
    """*214 leerlingen*, and never a number under five; empty where nothing was counted."""
    if pupils is None:
        return ""
    if is_small(pupils):
        return _("minder dan 5 leerlingen")
    return ngettext("%(n)d leerling", "%(n)d leerlingen", pupils) % {"n": pupils}


def pupils_trend(location_id: int) -> Trend | None:
    """Nothing as long as there is one year or none."""
    figures = trend_of(location_id, PUPILS)
    return Trend(figures) if len(figures) > 1 else None
