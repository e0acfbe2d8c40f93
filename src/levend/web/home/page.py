"""What the start page says, put together from what the actor may see."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.queries.today import Change, Task, today_for
from levend.core import clock
from levend.formats.engine.progress import Progress
from levend.profiles.queries.writing import writing

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
    progress: Progress | None

    @property
    def is_empty(self) -> bool:
        return not (self.now or self.rest or self.waiting or self.without_case)

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
    now = Row.of(tasks.now) if tasks.now else None
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
        rest=tuple(map(Row.of, tasks.rest)),
        waiting=tuple(map(Row.of, tasks.waiting)),
        changed=tasks.changed,
        without_case=tasks.without_case,
        progress=progress,
    )


def _greeting(name: str) -> str:
    hour = clock.now().astimezone(clock.AMSTERDAM).hour
    words = _("Goedemorgen") if hour < 12 else _("Goedemiddag") if hour < 18 else _("Goedenavond")
    return f"{words}, {name.split(maxsplit=1)[0]}" if name.strip() else words
