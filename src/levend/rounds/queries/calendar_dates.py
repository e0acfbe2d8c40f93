"""Dates for a calendar: deadlines, milestones, terms and validity of the schools that somebody follows. No people, no texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.organisations.models import Location
from levend.organisations.queries.places import locations_of
from levend.regimes.engine.loading import regime_of
from levend.rounds.engine.next_step import Ground, RoundDays
from levend.rounds.engine.progress import DONE
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import CollectionRound, RoundEntry
from levend.rounds.queries.deadlines import own_days
from levend.rounds.queries.moving import moves_of
from levend.rounds.queries.next_steps import Days, Situation, days_of, milestones_of, situations_of
from levend.rounds.queries.turns import ASKED
from levend.rounds.queries.visible import follows, rounds_for

MOST_SCHOOLS = 300
"""Who follows more schools gets the dates of the rounds, not one for each school."""
_TERMS = {
    State.AWAITING_ADVICE: gettext_lazy("Termijn voor het advies"),
    State.AWAITING_CONFIRMATION: gettext_lazy("Termijn om het advies te bevestigen"),
    State.RETURNED_BY_CONSORTIUM: gettext_lazy("Gevraagde correctie"),
}
Moves = Mapping[int, tuple[int, datetime]]


@dataclass(frozen=True)
class CalendarDate:
    """A whole day. `key` stays the same when the day moves; `sequence` then goes up (RFC 5545, 3.8.7.4).

    `is_owed`: once past it is late. Other days have nobody late, an aim or the end of a validity.
    """

    key: str
    day: date
    title: str
    sequence: int
    changed_at: datetime
    round_id: int | None
    location_code: str
    is_owed: bool = False


def dates_for(actor: Actor, location_id: int | None = None) -> tuple[CalendarDate, ...]:
    """By day: the rounds that are open, and of at most 300 schools their own days, the term that runs and their validity.

    A consortium or a group has too many schools for dates each; it gets those of the round, up to the latest own day of its
    schools. A constant number of queries.
    """
    near = locations_for(actor).filter(pk=location_id) if location_id is not None else _near(actor)
    schools = {row.pk: row for row in near.order_by("name", "pk")[:MOST_SCHOOLS]}
    rows = RoundEntry.objects.filter(round__state=RoundState.OPEN, location__in=schools)
    entries = list(rows.select_related("round", "part", "case").order_by("location__name", "pk"))
    if location_id is not None:
        rounds = list({entry.round_id: entry.round for entry in entries}.values())
        seen = Q(location_id=location_id)
    else:
        rounds = list(rounds_for(actor).filter(state=RoundState.OPEN)[:20])
        seen = follows(actor)
    ids = {one.pk for one in rounds} | {entry.round_id for entry in entries}
    milestones, moves, spans = milestones_of(ids), moves_of(ids), own_days(ids, seen)
    situations = situations_of(schools)
    steps = _steps(found.case for found in situations.values() if found.case)
    found: list[CalendarDate] = []
    for one in rounds:
        span = spans.get(one.pk, (one.deadline, one.deadline))
        found += _of_round(one, milestones[one.pk], span, moves)
    for entry in entries:
        days, school = days_of(entry, milestones[entry.round_id]), schools[entry.location_id]
        first = spans.get(entry.round_id, (entry.round.deadline,))[0]
        found += _of_entry(entry, days, school, moves, with_aims=days.due_on != first)
    for pk, school in schools.items():
        found += _of_case(situations[pk], school, steps)
        found += _of_validity(situations[pk], school)
    return tuple(sorted(found, key=lambda one: (one.day, one.title, one.key)))


def _near(actor: Actor) -> QuerySet[Location]:
    """Schools of one's own school, board or council, not those of a consortium or a group."""
    see = Permission.SEE_STATE
    return locations_of(
        location_ids=actor.places(PlaceKind.LOCATION, see),
        board_ids=actor.places(PlaceKind.BOARD, see),
        council_ids=actor.places(PlaceKind.COUNCIL, see),
        on=clock.today(),
    )


def _steps(cases: Iterable[AdoptionCase]) -> dict[int, int]:
    """How many steps each case took (one query)."""
    rows = AdoptionCase.objects.filter(pk__in=[case.pk for case in cases]).order_by()
    return dict(rows.annotate(taken=Count("steps")).values_list("pk", "taken"))


def _of_round(
    one: CollectionRound, milestones: Days, span: tuple[date, date], moves: Moves
) -> Iterable[CalendarDate]:
    """The round's days as the earliest of somebody's schools have them, and the latest last day where one is extended."""
    first, last = span
    times, moved_at = moves.get(one.pk, (0, one.opened_at or one.drafted_at))
    days = RoundDays(one.deadline, first, milestones)
    shown = [("deadline", _("uiterste inleverdatum"), first)]
    shown += [
        (kind.value, str(kind.label), days.day_of(kind)) for kind in MilestoneKind if kind in milestones
    ]
    if last > first:
        shown.append(("latest", _("uiterste inleverdatum met uitstel"), last))
    for key, words, day in shown:
        yield CalendarDate(f"round-{one.pk}-{key}", day, f"{one.name}: {words}", times, moved_at, one.pk, "")


def _of_entry(
    entry: RoundEntry, days: RoundDays, school: Location, moves: Moves, *, with_aims: bool
) -> Iterable[CalendarDate]:
    """A school's own last day until it handed in; its own milestones where they are not those of the round."""
    if entry.case is not None and entry.case.state in DONE:
        return
    times, moved_at = moves.get(entry.round_id, (0, entry.added_at))
    aims = [kind for kind in MilestoneKind if with_aims and kind in days.milestones]
    shown = [("", _("laatste dag om in te dienen"), days.due_on, True)]
    shown += [(f"-{kind.value}", str(kind.label), days.day_of(kind), False) for kind in aims]
    for key, words, day, is_owed in shown:
        title = f"{school.name}: {words}"
        yield CalendarDate(
            f"entry-{entry.pk}{key}", day, title, times, moved_at, entry.round_id, school.code, is_owed
        )


def _of_case(found: Situation, school: Location, steps: Mapping[int, int]) -> Iterable[CalendarDate]:
    """The term that runs, or outside a round the day that the validity gives the next step."""
    case, step = found.case, found.next
    if case is None or step.state is None or step.due_on is None or case.state in DONE:
        return
    if step.ground is Ground.TERM:
        words = _TERMS.get(step.state, ASKED[step.state])
    elif step.ground is Ground.VALIDITY:
        words = ASKED[step.state]
    else:
        return
    key, title = f"case-{case.pk}-{case.state}", f"{school.name}: {words}"
    yield CalendarDate(
        key, step.due_on, title, steps[case.pk], case.state_since, None, school.code, is_owed=True
    )


def _of_validity(found: Situation, school: Location) -> Iterable[CalendarDate]:
    """Until when the profile holds; and while no next one is written, when the regime warns and when to ask advice."""
    adoption, validity = found.adoption, found.standing.validity
    if adoption is None or validity is None:
        return
    changed_at = adoption.withdrawn_at or adoption.recorded_at
    last = validity.valid_until
    shown = [("valid", _("laatste dag waarop het profiel geldt"), last)]
    if found.standing.state in {None, State.RECEIVED}:
        shown.append(("ask", _("uiterlijk advies vragen over het volgende profiel"), validity.ask_by))
        words = _("het profiel geldt nog tot en met %(day)s") % {"day": date_format(last, "j F Y")}
        law = regime_of(adoption.case.regime)
        shown += [(f"warn-{days}", words, last - timedelta(days=days)) for days in law.warn_days_before]
    for key, words, day in shown:
        title = f"{school.name}: {words}"
        sequence = int(adoption.ended_on is not None)
        yield CalendarDate(f"{key}-{adoption.pk}", day, title, sequence, changed_at, None, school.code)
