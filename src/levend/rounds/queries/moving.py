"""How often the dates of rounds moved, from the record, which only grows."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Max

from levend.audit.models import AuditEvent

MILESTONES_MOVED = "round_milestones_moved"
DATES_TOLD = "round_dates_told"
_MOVING = (
    "round_changed",
    MILESTONES_MOVED,
    "round_consortium_extended",
    "round_schools_extended",
    "round_extensions_overtaken",
)
"""What moves the dates of a round."""


def moves_of(round_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    """How often the dates of each round moved, and when last; without the rounds whose dates never did (one query)."""
    subjects = {f"round:{pk}": pk for pk in round_ids}
    rows = (
        AuditEvent.objects.filter(subject__in=subjects, event__in=_MOVING)
        .order_by()
        .values_list("subject")
        .annotate(times=Count("pk"), last=Max("at"))
    )
    return {subjects[subject]: (times, last) for subject, times, last in rows}


def last_move(round_id: int) -> str:
    """The moment that names the last change of dates of which schools are told; empty when there was none."""
    row = AuditEvent.objects.filter(subject=f"round:{round_id}", event=DATES_TOLD).order_by("-pk").first()
    return str(row.data["at"]) if row else ""
