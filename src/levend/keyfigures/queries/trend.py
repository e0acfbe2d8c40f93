"""How a figure went over the years."""

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.keyfigures.models import KeyFigure
from levend.keyfigures.values import Figure


def trend(actor: Actor, location_code: str, kind: str) -> tuple[Figure, ...]:
    """The figures of one kind of a location this actor may see, oldest first, one a day (two queries).

    Raises `NotFound`. Hidden counts are in it as hidden ones; no sum, no average and no difference is given, so nothing
    that is shown tells what they are.
    """
    return trend_of(location_for(actor, location_code).pk, kind)


def trend_of(location_id: int, kind: str) -> tuple[Figure, ...]:
    """The same for who has been let through to the location already (one query)."""
    rows = (
        KeyFigure.objects.filter(location_id=location_id, kind=kind, superseded_at=None)
        .order_by("reference_date", "imported_at", "id")
        .values_list("kind", "value", "is_under_five", "reference_date", "source")
    )
    by_day = {figure.reference_date: figure for figure in (Figure.of(*row) for row in rows)}
    return tuple(by_day.values())
