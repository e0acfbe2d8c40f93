"""How far the schools of a round were on each day, from the steps that were taken."""

from datetime import date

from django.db import connection
from django.db.models import Min

from levend.adoption.models import CaseStep
from levend.core import clock
from levend.rounds.engine.progress import Reached, Trend, trend
from levend.rounds.queries.sight import RoundSight


def trend_of(sight: RoundSight) -> Trend | None:
    """From the day of opening until today, or until the round closed; none for a draft.

    A day is that on which something happened, also when it was registered later from paper. One query does the counting.
    """
    found = sight.round
    if found.opened_at is None:
        return None
    entries = sight.entries.filter(case__isnull=False).values("case_id")
    firsts = (
        CaseStep.objects.filter(case__in=entries, target__in=[one.value for one in Reached])
        .order_by()
        .values("case_id", "target")
        .annotate(day=Min("happened_on"))
    )
    sql, parameters = firsts.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT target, day, COUNT(*) FROM ({sql}) AS firsts GROUP BY target, day",  # noqa: S608  (our own query)
            parameters,
        )
        reached = [(str(target), _day(day), int(schools)) for target, day, schools in cursor.fetchall()]
    until = clock.local_date(found.closed_at) if found.closed_at else clock.today()
    return trend(clock.local_date(found.opened_at), until, reached)


def _day(value: date | str) -> date:
    """SQLite gives a date as it keeps it."""
    return value if isinstance(value, date) else date.fromisoformat(value)
