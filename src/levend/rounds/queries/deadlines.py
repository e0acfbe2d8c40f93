"""Every school's own deadline, as the database counts it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import DateField, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from levend.rounds.engine.dates import own_deadline
from levend.rounds.models import RoundEntry


def due_expression(prefix: str = "") -> Coalesce:
    """A school's own last day for rows that point at an entry by `prefix`: its own, else its consortium's, else the round's."""
    return Coalesce(
        f"{prefix}extended_until",
        f"{prefix}part__extended_until",
        f"{prefix}round__deadline",
        output_field=DateField(),
    )


def with_due(entries: QuerySet[RoundEntry]) -> QuerySet[RoundEntry]:
    """Entries with `due_on`, to filter and to sort by; late is `due_on < clock.today()`."""
    return entries.annotate(due_on=due_expression())


def due_of(entry: RoundEntry) -> date:
    """The last day of one school; its round and its part are read when they were not."""
    return own_deadline(entry.round.deadline, entry.part.extended_until, entry.extended_until)


def own_days(round_ids: Iterable[int], seen: Q) -> dict[int, tuple[date, date]]:
    """The earliest and the latest own last day of the schools of each round that `seen` lets through (one query)."""
    rows = RoundEntry.objects.filter(seen, round__in=list(round_ids)).order_by()
    spans = rows.values_list("round_id").annotate(first=Min(due_expression()), last=Max(due_expression()))
    return {round_id: (first, last) for round_id, first, last in spans}
