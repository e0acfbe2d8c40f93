"""What the start page says, put together from what the actor may see."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.queries.today import Task, Today, today_for
from levend.core import clock
from levend.formats.engine.progress import ChapterProgress, Progress
from levend.profiles.queries.writing import writing

SHOWN_WAITING = 8
SHOWN_DATES = 6


@dataclass(frozen=True)
class StartPage:
    """`progress` and `next_chapter` belong to the first task when that is writing."""

    greeting: str
    today: date
    tasks: Today
    progress: Progress | None
    next_chapter: ChapterProgress | None

    @property
    def is_empty(self) -> bool:
        tasks = self.tasks
        return not (tasks.now or tasks.rest or tasks.waiting or tasks.without_case)

    @property
    def waiting(self) -> tuple[Task, ...]:
        """The first of what waits for others; the rest folds away."""
        return self.tasks.waiting[:SHOWN_WAITING]

    @property
    def waiting_more(self) -> tuple[Task, ...]:
        return self.tasks.waiting[SHOWN_WAITING:]

    @property
    def dates(self) -> tuple[Task, ...]:
        """The next deadlines over everything that this person follows; what is late stands first."""
        tasks = [*([self.tasks.now] if self.tasks.now else []), *self.tasks.rest, *self.tasks.waiting]
        dated = [task for task in tasks if task.due_on is not None]
        return tuple(sorted(dated, key=lambda task: (task.due_on or date.max, task.title))[:SHOWN_DATES])


def start_page(actor: Actor) -> StartPage:
    """The start page of this actor today."""
    tasks = today_for(actor)
    progress = None
    if tasks.now is not None and tasks.now.view == "write":
        progress = writing(actor, tasks.now.location_code).progress
    return StartPage(
        greeting=_greeting(actor.name),
        today=clock.today(),
        tasks=tasks,
        progress=progress,
        next_chapter=next((one for one in progress.chapters if not one.is_done), None) if progress else None,
    )


def _greeting(name: str) -> str:
    hour = clock.now().astimezone(clock.AMSTERDAM).hour
    words = _("Goedemorgen") if hour < 12 else _("Goedemiddag") if hour < 18 else _("Goedenavond")
    return f"{words}, {name.split(maxsplit=1)[0]}" if name.split() else words
