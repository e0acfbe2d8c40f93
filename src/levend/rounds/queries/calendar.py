"""Dates for a calendar: deadlines, milestones and terms of the schools that somebody follows. No people, no texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.accounts.queries import actor_for
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import State
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import NotFound
from levend.organisations.models import Location
from levend.organisations.queries.places import locations_of
from levend.rounds.engine.progress import DONE
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import CalendarLink, CollectionRound, Milestone, RoundEntry
from levend.rounds.queries.deadlines import due_of
from levend.rounds.queries.visible import rounds_for

MOST_SCHOOLS = 300
"""Who follows more schools gets the dates of the rounds, not one for each school."""
_MOVING = (
    "round_changed",
    "round_consortium_extended",
    "round_schools_extended",
    "round_extensions_overtaken",
)
"""What moves the dates of a round."""
_TERMS = {
    State.AWAITING_ADVICE: gettext_lazy("Termijn voor het advies"),
    State.AWAITING_CONFIRMATION: gettext_lazy("Termijn om het advies te bevestigen"),
    State.RETURNED_BY_CONSORTIUM: gettext_lazy("Gevraagde correctie"),
}


@dataclass(frozen=True)
class CalendarDate:
    """A whole day. `key` stays the same when the day moves; `sequence` then goes up (RFC 5545, 3.8.7.4)."""

    key: str
    day: date
    title: str
    sequence: int
    changed_at: datetime
    round_id: int | None
    location_code: str


@dataclass(frozen=True)
class CalendarFeed:
    name: str
    dates: tuple[CalendarDate, ...]


@dataclass(frozen=True)
class LinkRow:
    """A link that works; `school` is empty for one to everything."""

    id: int
    school: str
    code: str
    created_at: datetime


def own_calendar_links(actor: Actor) -> tuple[LinkRow, ...]:
    """The links of this person that work, newest first (one query)."""
    rows = CalendarLink.objects.filter(user_id=actor.user_id or 0, ended_at=None).select_related("location")
    return tuple(
        LinkRow(
            row.pk,
            row.location.name if row.location else "",
            row.location.code if row.location else "",
            row.created_at,
        )
        for row in rows.order_by("-created_at", "-pk")
    )


def schools_to_link(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Code and name of schools for a link of their own; none for who follows more than a list can hold."""
    rows = list(locations_for(actor).order_by("name", "code").values_list("code", "name")[: MOST_SCHOOLS + 1])
    return tuple(rows) if len(rows) <= MOST_SCHOOLS else ()


def feed_by_token(token: str) -> CalendarFeed:
    """What the link shows now, by the rights that its maker has now.

    Raises `NotFound` for a link that never was or was taken back, for who left, and for a school one no longer sees.
    """
    link = (
        CalendarLink.objects.filter(token_sha256=sha256_of(token.encode()), ended_at=None)
        .select_related("user", "location")
        .first()
    )
    if link is None:
        raise NotFound
    actor = actor_for(link.user)
    if not actor.memberships:
        raise NotFound
    if link.location is None:
        return CalendarFeed(_("Ondersteuningsprofielen"), dates_for(actor))
    if not locations_for(actor).filter(pk=link.location.pk).exists():
        raise NotFound
    return CalendarFeed(link.location.name, dates_for(actor, link.location.pk))


def dates_for(actor: Actor, location_id: int | None = None) -> tuple[CalendarDate, ...]:
    """By day: the rounds that are open, and of at most 300 schools their own last day and the term that runs.

    A consortium or a group has too many schools for a date each; it gets those of the round. A constant number of queries.
    """
    near = locations_for(actor).filter(pk=location_id) if location_id is not None else _near(actor)
    rows = RoundEntry.objects.filter(round__state=RoundState.OPEN, location__in=near)
    rows = rows.filter(Q(case=None) | ~Q(case__state__in=DONE)).annotate(steps=Count("case__steps"))
    rows = rows.select_related("round", "part", "location", "case").order_by("location__name", "pk")
    counted = list(rows[:MOST_SCHOOLS])
    steps = {entry.pk: entry.steps for entry in counted}
    entries: list[RoundEntry] = list(counted)
    if location_id is not None:
        rounds = list({entry.round_id: entry.round for entry in entries}.values())
    else:
        rounds = list(rounds_for(actor).filter(state=RoundState.OPEN)[:20])
    moved = _moved({one.pk for one in rounds} | {entry.round_id for entry in entries})
    found = [*_of_rounds(rounds, moved), *_of_schools(entries, steps, moved)]
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


def _moved(round_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    """How often the dates of each round moved, and when last; from the record, which only grows."""
    subjects = {f"round:{pk}": pk for pk in round_ids}
    rows = (
        AuditEvent.objects.filter(subject__in=subjects, event__in=_MOVING)
        .order_by()
        .values_list("subject")
        .annotate(times=Count("pk"), last=Max("at"))
    )
    return {subjects[subject]: (times, last) for subject, times, last in rows}


def _of_rounds(
    rounds: list[CollectionRound], moved: dict[int, tuple[int, datetime]]
) -> Iterable[CalendarDate]:
    by_id = {one.pk: one for one in rounds}
    days = [(one, "deadline", _("uiterste inleverdatum"), one.deadline) for one in rounds]
    days += [
        (by_id[row.round_id], row.kind, str(MilestoneKind(row.kind).label), row.day)
        for row in Milestone.objects.filter(round_id__in=by_id)
    ]
    for one, kind, words, day in days:
        times, last = moved.get(one.pk, (0, one.opened_at or one.drafted_at))
        title = f"{one.name}: {words}"
        yield CalendarDate(f"round-{one.pk}-{kind}", day, title, times, last, one.pk, "")


def _of_schools(
    entries: list[RoundEntry], steps: dict[int, int], moved: dict[int, tuple[int, datetime]]
) -> Iterable[CalendarDate]:
    for entry in entries:
        times, last = moved.get(entry.round_id, (0, entry.added_at))
        name, code = entry.location.name, entry.location.code
        title = f"{name}: {_('laatste dag om in te dienen')}"
        yield CalendarDate(f"entry-{entry.pk}", due_of(entry), title, times, last, entry.round_id, code)
        case = entry.case
        if case is not None and case.due_on is not None and case.state in _TERMS:
            words = f"{name}: {_TERMS[State(case.state)]}"
            key = f"case-{case.pk}-{case.state}"
            yield CalendarDate(key, case.due_on, words, steps[entry.pk], case.state_since, None, code)
