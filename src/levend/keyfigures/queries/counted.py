"""For which locations figures are known, and of when: what who chooses a reference date has to know."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max

from levend.keyfigures.engine.reference_dates import CountedOn, is_old, years_before
from levend.keyfigures.models import KeyFigure
from levend.organisations.models import Location

YEARS_TOLD = 4
"""How far back it is told which days have figures."""


@dataclass(frozen=True)
class Known:
    """What a reference date gives `locations`: figures of that very day, of some time before it, of long before, or none."""

    reference_date: date
    locations: int
    counted: tuple[CountedOn, ...]
    """The days of which the newest figures are, the last one first, with the locations that have none newer."""

    @property
    def with_figures(self) -> int:
        return sum(one.locations for one in self.counted)

    @property
    def without(self) -> int:
        return self.locations - self.with_figures

    @property
    def old(self) -> int:
        """Locations whose newest figure is of more than a year before."""
        return sum(one.locations for one in self.counted if is_old(one.day, self.reference_date))

    @property
    def has_any_near(self) -> bool:
        return self.with_figures > self.old


def days_counted(locations: Iterable[Location], kind: str, *, until: date) -> tuple[CountedOn, ...]:
    """The days with figures of these locations in the years before `until`, the last one first (one query).

    `locations` may be a query: it is not run on its own.
    """
    rows = (
        KeyFigure.objects.filter(
            location__in=locations,
            kind=kind,
            superseded_at=None,
            reference_date__lte=until,
            reference_date__gt=years_before(until, YEARS_TOLD),
        )
        .order_by("-reference_date")
        .values_list("reference_date")
        .annotate(locations=Count("location", distinct=True))
    )
    return tuple(CountedOn(day, number) for day, number in rows)


def known_on(locations: Iterable[Location], kind: str, reference_date: date, *, number: int) -> Known:
    """What a reference date gives these locations, of which there are `number` (one query)."""
    newest = (
        KeyFigure.objects.filter(
            location__in=locations, kind=kind, superseded_at=None, reference_date__lte=reference_date
        )
        .order_by()
        .values_list("location_id")
        .annotate(newest=Max("reference_date"))
    )
    counts = Counter(day for _location, day in newest)
    return Known(
        reference_date,
        number,
        tuple(CountedOn(day, counts[day]) for day in sorted(counts, reverse=True)),
    )
