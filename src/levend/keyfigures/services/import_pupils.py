"""Take numbers of pupils over from open data."""

from collections.abc import Set
from datetime import date, datetime

from django.db.models import Case, F, OuterRef, PositiveIntegerField, Q, Subquery, When
from django.db.models.functions import Cast

from levend.core import clock
from levend.keyfigures.engine.planning import Known, plan_counts
from levend.keyfigures.engine.pupils import read_pupils
from levend.keyfigures.models import KeyFigure
from levend.keyfigures.services.insert import insert_counts
from levend.keyfigures.values import PUPILS, Counted, FigurePlan
from levend.organisations.engine.registers.reading import read_register
from levend.organisations.models import Location

DUO = "DUO"
SET = "Leerlingen per vestiging"
_AT_ONCE = 500


def plan_pupils(data: bytes, *, codes: Set[str]) -> FigurePlan:
    """What the file would change at the locations with these codes; nothing is written.

    Who may was asked before. Raises `UnreadableRegister`, an `Invalid`, for a file of another kind.
    """
    return plan_counts(read_pupils(read_register(data)), codes=codes, known=_known())


def write_plan(plan: FigurePlan) -> None:
    """Do what the plan says, inside the caller's transaction and record.

    A figure that is another one now gives way and is kept. A location shows the newest figure from then on, unless
    somebody wrote down a later count.
    """
    if not plan.changes_anything:
        return
    ids, now = dict(Location.objects.order_by().values_list("code", "pk")), clock.now()
    changed = [change.now for change in plan.changed]
    _supersede(changed, ids, now)
    insert_counts(
        ((ids[each.code], each) for each in (*plan.new, *changed)),
        kind=PUPILS,
        source=DUO,
        detail=SET,
        at=now,
    )
    follow_newest()


def follow_newest() -> None:
    """Give every location its newest number of pupils. A count under five leaves it without one."""
    newest = KeyFigure.objects.filter(location=OuterRef("pk"), kind=PUPILS, superseded_at=None).order_by(
        "-reference_date", "-id"
    )
    known = Location.objects.annotate(
        counted_on=Subquery(newest.values("reference_date")[:1]), counted=Subquery(newest.values("value")[:1])
    )
    known.filter(Q(pupils_on=None) | Q(pupils_on__lte=F("counted_on")), counted_on__isnull=False).update(
        pupils=Cast("counted", PositiveIntegerField()),
        pupils_on=Case(When(counted__isnull=True, then=None), default=F("counted_on")),
    )


def _known() -> Known:
    rows = (
        KeyFigure.objects.filter(kind=PUPILS, source=DUO, superseded_at=None)
        .order_by()
        .annotate(code=F("location__code"))
        .values_list("code", "reference_date", "value")
    )
    return {(code, day): None if value is None else int(value) for code, day, value in rows.iterator()}


def _supersede(changed: list[Counted], ids: dict[str, int], now: datetime) -> None:
    for start in range(0, len(changed), _AT_ONCE):
        part = changed[start : start + _AT_ONCE]
        days: dict[date, list[int]] = {}
        for each in part:
            days.setdefault(each.reference_date, []).append(ids[each.code])
        for day, locations in days.items():
            KeyFigure.objects.filter(
                kind=PUPILS, source=DUO, superseded_at=None, reference_date=day, location_id__in=locations
            ).update(superseded_at=now)
