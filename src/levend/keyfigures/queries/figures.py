"""Figures of locations on a day, for whoever has been let through to these locations already."""

from collections.abc import Iterable
from datetime import date

from levend.keyfigures.models import KeyFigure
from levend.keyfigures.values import Figure, Figures


def figures_on(location_ids: Iterable[int], day: date) -> dict[int, Figures]:
    """The newest figure of each kind up to a day, with that day, by location (one query).

    A location without any is left out. Of two sources with a figure of one day the one that was taken over last counts.
    """
    figures = KeyFigure.objects.filter(
        location_id__in=list(location_ids), superseded_at=None, reference_date__lte=day
    )
    rows = figures.order_by("reference_date", "imported_at", "id").values_list(
        "location_id", "kind", "value", "is_under_five", "reference_date", "source"
    )
    found: dict[int, dict[str, Figure]] = {}
    for location_id, kind, value, is_under_five, on, source in rows:
        found.setdefault(location_id, {})[kind] = Figure.of(kind, value, is_under_five, on, source)
    return dict(found)


def newest_day(location_id: int, day: date) -> date | None:
    """The reference date of the newest figure of a location that is known up to a day."""
    figures = KeyFigure.objects.filter(location_id=location_id, superseded_at=None, reference_date__lte=day)
    return figures.order_by("-reference_date").values_list("reference_date", flat=True).first()
