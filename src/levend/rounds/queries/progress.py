"""The schools of a round with how far each is: filtered, sorted and counted by the database."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Case, F, FloatField, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from levend.accounts.actor import Actor
from levend.adoption.enums import Party, State
from levend.adoption.transitions import TURNS
from levend.core import clock
from levend.rounds.engine.progress import DONE, SOON_DAYS, Stage, stage_of, states_in, states_of_turn
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import with_due
from levend.rounds.queries.visible import entries_for


class Show(StrEnum):
    """Which schools: those on which something presses, or is missing."""

    ALL = ""
    LATE = "late"
    SOON = "soon"
    EXTENDED = "extended"
    WITHOUT_CASE = "without_case"
    OPEN = "open"


class Order(StrEnum):
    """By urgency, name, or what a coordinator follows. There is no order by quality."""

    URGENCY = ""
    NAME = "name"
    BOARD = "board"
    STATE = "state"
    FULLNESS = "fullness"
    DAYS = "days"


@dataclass(frozen=True)
class ProgressFilter:
    """What is asked for; empty asks for everything. `board` and `consortium` are codes."""

    stage: Stage | None = None
    turn: Party | None = None
    show: Show = Show.ALL
    board: str = ""
    consortium: str = ""
    kind: str = ""
    words: str = ""
    order: Order = Order.URGENCY

    @property
    def is_narrow(self) -> bool:
        return replace(self, order=Order.URGENCY) != ProgressFilter()


@dataclass(frozen=True)
class ProgressRow:
    """A school. `answered` and `asked` are null before they were counted; `days_left` is below nought when late.

    `has_own_day`: the extension is this school's alone, not its consortium's.
    """

    code: str
    name: str
    kind: str
    board: str
    consortium: str
    state: State | None
    outcome: str
    outcome_reason: str
    since: date | None
    answered: int | None
    asked: int | None
    due_on: date
    is_extended: bool
    has_own_day: bool
    reason: str

    @property
    def stage(self) -> Stage:
        return stage_of(self.state)

    @property
    def party(self) -> Party:
        return TURNS[self.state] if self.state else Party.NOBODY

    @property
    def is_done(self) -> bool:
        return self.state in DONE

    @property
    def days_left(self) -> int:
        return (self.due_on - clock.today()).days

    @property
    def is_late(self) -> bool:
        return self.days_left < 0 and not self.is_done

    @property
    def percent(self) -> int | None:
        """Rounded down: only what is whole is a hundred."""
        if self.answered is None or self.asked is None:
            return None
        return 100 * self.answered // self.asked if self.asked else 100


def progress_entries(actor: Actor, round_id: int, asked: ProgressFilter) -> QuerySet[RoundEntry]:
    """Entries that this actor may see, filtered and sorted, each with `due_on`. Raises `NotFound`."""
    rows = with_due(entries_for(actor, round_id))
    return _sorted(rows.filter(condition_of(asked)), asked.order)


def progress_rows(entries: QuerySet[RoundEntry]) -> list[ProgressRow]:
    """A part of `progress_entries` as rows (one query)."""
    return [_row(values) for values in entries.values(*_FIELDS)]


def condition_of(asked: ProgressFilter) -> Q:
    """The filter, for entries that carry `due_on`."""
    wanted = show_condition(asked.show)
    if asked.stage is Stage.NONE:
        wanted &= Q(case=None)
    elif asked.stage is not None:
        wanted &= Q(case__state__in=states_in(asked.stage))
    if asked.turn is not None:
        wanted &= Q(case__state__in=states_of_turn(asked.turn))
    for field, value in (
        ("location__school__board__code", asked.board),
        ("part__consortium__code", asked.consortium),
        ("location__school_type", asked.kind),
    ):
        if value:
            wanted &= Q(**{field: value})
    for word in asked.words.split()[:8]:
        wanted &= (
            Q(location__name__icontains=word)
            | Q(location__code__istartswith=word)
            | Q(location__school__board__name__icontains=word)
        )
    return wanted


def show_condition(show: Show) -> Q:
    """What presses, for entries that carry `due_on`."""
    today = clock.today()
    done = Q(case__state__in=DONE)
    unfinished = Q(case=None) | ~done
    return {
        Show.ALL: Q(),
        Show.OPEN: unfinished,
        Show.LATE: unfinished & Q(due_on__lt=today),
        Show.SOON: unfinished & Q(due_on__gte=today, due_on__lte=today + timedelta(days=SOON_DAYS)),
        Show.EXTENDED: Q(extended_until__isnull=False) | Q(part__extended_until__isnull=False),
        Show.WITHOUT_CASE: Q(case=None),
    }[show]


_NAME = ("location__name", "location__code")
_FIELDS = (
    "location__code",
    "location__name",
    "location__school_type",
    "location__school__board__name",
    "part__consortium__name",
    "case__state",
    "case__state_since",
    "outcome",
    "outcome_reason",
    "answered",
    "asked",
    "due_on",
    "extended_until",
    "extension_reason",
    "part__extended_until",
    "part__extension_reason",
)


def _sorted(rows: QuerySet[RoundEntry], order: Order) -> QuerySet[RoundEntry]:
    keys: tuple[str | Combinable, ...] = {
        Order.URGENCY: (_done_last(), "due_on", *_NAME),
        Order.NAME: _NAME,
        Order.BOARD: ("location__school__board__name", *_NAME),
        Order.STATE: (_state_number(), *_NAME),
        Order.FULLNESS: (_share(), *_NAME),
        Order.DAYS: ("due_on", *_NAME),
    }[order]
    return rows.order_by(*keys)


def _done_last() -> Case:
    return Case(When(case__state__in=DONE, then=Value(1)), default=Value(0), output_field=IntegerField())


def _state_number() -> Case:
    """The order of the procedure; without a profile first."""
    whens = [
        When(case__state__in=states_in(stage), then=Value(number))
        for number, stage in enumerate(Stage)
        if stage is not Stage.NONE
    ]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def _share() -> Case:
    """Emptiest first; what was not counted comes before what is empty, what asks nothing is full."""
    return Case(
        When(asked=None, then=Value(-1.0)),
        When(asked=0, then=Value(1.0)),
        default=Cast(F("answered"), FloatField()) / F("asked"),
        output_field=FloatField(),
    )


def _row(values: dict[str, Any]) -> ProgressRow:  # columns of several types
    own, common = values["extended_until"], values["part__extended_until"]
    state, since = values["case__state"], values["case__state_since"]
    return ProgressRow(
        code=values["location__code"],
        name=values["location__name"],
        kind=values["location__school_type"],
        board=values["location__school__board__name"],
        consortium=values["part__consortium__name"],
        state=State(state) if state else None,
        outcome=values["outcome"],
        outcome_reason=values["outcome_reason"],
        since=clock.local_date(since) if since else None,
        answered=values["answered"],
        asked=values["asked"],
        due_on=values["due_on"],
        is_extended=bool(own or common),
        has_own_day=bool(own),
        reason=values["extension_reason"] if own else values["part__extension_reason"],
    )
