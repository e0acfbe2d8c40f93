"""The schools of a round by how far each is: filtered and sorted by the database."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from django.db.models import Case, F, FloatField, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from levend.adoption.enums import Party
from levend.core import clock
from levend.rounds.engine.progress import DONE, SOON_DAYS, Stage, states_in, states_of_turn
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import with_due
from levend.rounds.queries.sight import RoundSight


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
    def is_show_only(self) -> bool:
        """Whether the whole round's count of `show` is that of this filter too."""
        return replace(self, show=Show.ALL, order=Order.URGENCY) == ProgressFilter()

    @property
    def is_narrow(self) -> bool:
        return replace(self, order=Order.URGENCY) != ProgressFilter()


def progress_entries(sight: RoundSight, asked: ProgressFilter) -> QuerySet[RoundEntry]:
    """Entries that this actor may see, filtered and sorted, each with `due_on`."""
    return _sorted(with_due(sight.entries).filter(condition_of(asked)), asked.order)


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
