"""Schools whose profile comes to the end of its validity while nothing is being written; counted and cut by the database."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, When

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import located_for
from levend.adoption.enums import State
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.in_force import begun_by
from levend.core import clock
from levend.regimes.engine.loading import regimes
from levend.rounds.queries.next_steps import validity_of

MOST = 50


@dataclass(frozen=True)
class Renewal:
    """A school whose validity comes to its end, or came. `due_on` is its last day.

    `level` is 1 for a first sign, more as the end comes nearer. `ask_by` is the last day to ask the council and leave it
    its whole term; it may have passed. `may_begin` says whether this actor begins the next profile.
    """

    code: str
    name: str
    due_on: date
    ask_by: date
    level: int
    has_ended: bool
    may_begin: bool


def renewals_for(actor: Actor) -> tuple[Renewal, ...]:
    """At most fifty schools that this actor follows, what is most urgent first; whoever may begin there is told so.

    Two queries. `renewals_count` says how many there are.
    """
    rows = list(ending(located_for(actor, "case__location", Permission.SEE_STATE))[:MOST])
    ids = {row.case.location_id for row in rows}
    own = located_for(actor, "location", Permission.START_PROFILE)
    mine = set(
        AdoptionCase.objects.filter(own, location__in=ids).order_by().values_list("location_id", flat=True)
    )
    return tuple(_renewal(row, may_begin=row.case.location_id in mine) for row in rows)


def ending(where: Q) -> QuerySet[Adoption]:
    """Versions that hold last at an open location without an open case, once their regime warns; first to end first.

    `where` may also speak of `last_day`.
    """
    today = clock.today()
    standing = begun_by(date.max)
    later = Q(valid_from__gt=OuterRef("valid_from")) | Q(
        valid_from=OuterRef("valid_from"), pk__gt=OuterRef("pk")
    )
    newer = Adoption.objects.filter(standing, later, case__location=OuterRef("case__location"))
    open_case = AdoptionCase.objects.filter(location=OuterRef("case__location")).exclude(state=State.RECEIVED)
    warned = Q(pk__in=[])
    for law in regimes().values():
        warned |= Q(case__regime=law.key, last_day__lte=today + timedelta(days=law.warn_days_before[0]))
    rows = Adoption.objects.filter(standing, case__location__closed_on=None).annotate(
        # A withdrawal counts from its day on, so the day itself is no last day; the engine says the exact one.
        last_day=Case(
            When(ended_on=None, then=F("valid_until")), default=F("ended_on"), output_field=DateField()
        )
    )
    rows = rows.filter(where, warned, ~Exists(newer), ~Exists(open_case)).select_related("case__location")
    return rows.order_by("last_day", "case__location__name", "pk")


def renewals_count(actor: Actor) -> int:
    """One query."""
    return ending(located_for(actor, "case__location", Permission.SEE_STATE)).count()


def _renewal(row: Adoption, *, may_begin: bool) -> Renewal:
    place, today = row.case.location, clock.today()
    validity = validity_of(row)
    return Renewal(
        place.code,
        place.name,
        validity.valid_until,
        validity.ask_by,
        validity.level,
        today > validity.valid_until,
        may_begin,
    )
