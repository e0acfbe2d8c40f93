"""The list of a round's schools with how far each is, read from the database as far as it is looked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, overload

from levend.adoption.enums import Party, State
from levend.adoption.transitions import TURNS
from levend.core import clock
from levend.rounds.engine.next_step import NextStep, RoundDays, Standing, next_step
from levend.rounds.engine.progress import DONE, Stage, stage_of
from levend.rounds.enums import RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import with_due
from levend.rounds.queries.progress import ProgressFilter, progress_entries
from levend.rounds.queries.progress_totals import Totals
from levend.rounds.queries.sight import RoundSight


@dataclass(frozen=True)
class ProgressRow:
    """A school. `answered` and `asked` are null before they were counted; `days_left` is below nought when late.

    `due_on` is its own last day; `step` says by when whoever is on turn should have done what waits now.
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
    step: NextStep

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


class ProgressList(Sequence[ProgressRow]):
    """Rows that a filter shows, in its order. Its length costs a query where `totals` do not tell it; a part costs two.

    Sorting thousands of schools is much cheaper without what only the rows of the part show, so a part asks for keys first.
    """

    def __init__(self, sight: RoundSight, asked: ProgressFilter, totals: Totals | None = None) -> None:
        self._sight = sight
        self._entries = progress_entries(sight, asked)
        self._known = totals.shown[asked.show] if totals and asked.is_show_only else None

    @cached_property
    def _length(self) -> int:
        return self._entries.count() if self._known is None else self._known

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> ProgressRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[ProgressRow]: ...
    def __getitem__(self, at: int | slice) -> ProgressRow | list[ProgressRow]:
        if isinstance(at, int):
            return _rows(self._sight, self._entries.values_list("pk", flat=True)[at : at + 1])[0]
        return _rows(self._sight, self._entries.values_list("pk", flat=True)[at])

    def __iter__(self) -> Iterator[ProgressRow]:
        """All of it, in one query."""
        return (_row(self._sight, values) for values in self._entries.values(*_FIELDS))


_FIELDS = (
    "location__code",
    "location__name",
    "location__school_type",
    "location__school__board__name",
    "part__consortium__name",
    "case__state",
    "case__state_since",
    "case__due_on",
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


def _rows(sight: RoundSight, keys: Iterable[int]) -> list[ProgressRow]:
    ordered = list(keys)
    wanted = with_due(RoundEntry.objects.filter(pk__in=ordered)).order_by()
    found = {values["pk"]: _row(sight, values) for values in wanted.values("pk", *_FIELDS)}
    return [found[key] for key in ordered if key in found]


def _row(sight: RoundSight, values: dict[str, Any]) -> ProgressRow:  # columns of several types
    own, common = values["extended_until"], values["part__extended_until"]
    state = State(values["case__state"]) if values["case__state"] else None
    since = clock.local_date(values["case__state_since"]) if state else None
    is_open = sight.round.state == RoundState.OPEN
    days = RoundDays(sight.round.deadline, values["due_on"], sight.milestones) if is_open else None
    return ProgressRow(
        code=values["location__code"],
        name=values["location__name"],
        kind=values["location__school_type"],
        board=values["location__school__board__name"],
        consortium=values["part__consortium__name"],
        state=state,
        outcome=values["outcome"],
        outcome_reason=values["outcome_reason"],
        since=since,
        answered=values["answered"],
        asked=values["asked"],
        due_on=values["due_on"],
        is_extended=bool(own or common),
        has_own_day=bool(own),
        reason=values["extension_reason"] if own else values["part__extension_reason"],
        step=next_step(Standing(state, since, values["case__due_on"], days), clock.today()),
    )
