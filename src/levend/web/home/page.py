"""What the start page says, put together from what the actor may see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.queries.today import Change, Task, today_for
from levend.core import clock
from levend.formats.engine.progress import Progress
from levend.profiles.queries.writing import writing
from levend.rounds.engine.next_step import NextStep
from levend.rounds.queries.next_steps import next_steps_for
from levend.rounds.queries.renewals import MOST, Renewal, renewals_count, renewals_for
from levend.rounds.queries.today import RoundToday, rounds_today

SHOWN_WAITING = 8
SHOWN_DATES = 6
_WRITING = ("profile_overview", "pencil")
_STEPS = ("chain", "stamp")


@dataclass(frozen=True)
class Row:
    """A task with the page where it is done."""

    task: Task
    href: str
    icon: str

    @classmethod
    def of(cls, task: Task) -> "Row":
        name, icon = _WRITING if task.is_writing else _STEPS
        return cls(task, reverse(name, args=[task.location_code]), icon)


@dataclass(frozen=True)
class StartPage:
    """`progress` and `next_chapter` belong to the first task when that is writing."""

    greeting: str
    today: date
    now: Row | None
    rest: tuple[Row, ...]
    waiting: tuple[Row, ...]
    changed: tuple[Change, ...]
    without_case: tuple[tuple[str, str], ...]
    renewals: tuple[Renewal, ...]
    """Schools where this actor begins the next profile, and should."""
    ending: tuple[Renewal, ...]
    """Other schools that it follows whose profile ends; `ending_count` says how many there are, also beyond those."""
    ending_count: int
    rounds: tuple[RoundToday, ...]
    progress: Progress | None

    @property
    def is_empty(self) -> bool:
        return not (
            self.now or self.rest or self.waiting or self.without_case or self.renewals or self.ending
        )

    @property
    def next_chapter(self) -> str:
        """The first chapter where something is still to be written, as *5. Extra ondersteuning*."""
        for one in self.progress.chapters if self.progress else ():
            if not one.is_done:
                return f"{one.number}. {one.title}" if one.number else one.title
        return ""

    @property
    def waiting_first(self) -> tuple[Row, ...]:
        """The first of what waits for others; the rest folds away."""
        return self.waiting[:SHOWN_WAITING]

    @property
    def ending_first(self) -> tuple[Renewal, ...]:
        return self.ending[:SHOWN_WAITING]

    @property
    def ending_more(self) -> int:
        """How many more there are than the page shows."""
        return self.ending_count - len(self.ending_first)

    @property
    def waiting_more(self) -> tuple[Row, ...]:
        return self.waiting[SHOWN_WAITING:]

    @property
    def dates(self) -> tuple[Row, ...]:
        """The next deadlines over everything that this person follows; what is late stands first."""
        dated = [row for row in (self.now, *self.rest, *self.waiting) if row and row.task.due_on]
        return tuple(
            sorted(dated, key=lambda row: (row.task.due_on or date.max, row.task.title))[:SHOWN_DATES]
        )


def start_page(actor: Actor) -> StartPage:
    """The start page of this actor today."""
    tasks = today_for(actor)
    mine = [*([tasks.now] if tasks.now else []), *tasks.rest]
    steps = next_steps_for(actor, {task.location_code for task in (*mine, *tasks.waiting)})
    renewals = renewals_for(actor)
    ending = tuple(one for one in renewals if not one.may_begin)
    beyond = renewals_count(actor) - len(renewals) if len(renewals) == MOST else 0
    mine = sorted(_dated(mine, steps), key=lambda task: task.due_on or date.max)
    now = Row.of(mine[0]) if mine else None
    progress = None
    if now is not None and now.task.is_writing:
        profile = writing(actor, now.task.location_code)
        progress = profile.progress
        chapter = next((one.key for one in progress.chapters if not one.is_done), None)
        if chapter is not None:
            now = Row(now.task, reverse("profile_chapter", args=[profile.code, chapter]), now.icon)
    return StartPage(
        greeting=_greeting(actor.name),
        today=clock.today(),
        now=now,
        rest=tuple(map(Row.of, mine[1:])),
        waiting=tuple(map(Row.of, _dated(tasks.waiting, steps))),
        changed=tasks.changed,
        without_case=tasks.without_case,
        renewals=tuple(one for one in renewals if one.may_begin),
        ending=ending,
        ending_count=len(ending) + beyond,
        rounds=rounds_today(actor),
        progress=progress,
    )


def _dated(tasks: Iterable[Task], steps: Mapping[str, NextStep]) -> Iterable[Task]:
    """The tasks with the day by which they should be done."""
    for task in tasks:
        due_on = steps[task.location_code].due_on if task.location_code in steps else None
        left = (due_on - clock.today()).days if due_on else None
        yield replace(task, due_on=due_on, days_left=left)


def _greeting(name: str) -> str:
    hour = clock.now().astimezone(clock.AMSTERDAM).hour
    words = _("Goedemorgen") if hour < 12 else _("Goedemiddag") if hour < 18 else _("Goedenavond")
    return f"{words}, {name.split(maxsplit=1)[0]}" if name.strip() else words
