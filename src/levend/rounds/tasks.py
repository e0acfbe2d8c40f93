"""What the worker does for rounds: open schools in batches, tell them about more time, and remind them."""

from levend.accounts.actor import Actor
from levend.jobs.cron import Daily, Every, cron
from levend.jobs.tasks import job
from levend.rounds.engine.progress import DONE
from levend.rounds.models import RoundEntry
from levend.rounds.services import open_waiting
from levend.rounds.services.burden import measure
from levend.rounds.services.counting import count_changed, count_in_region
from levend.rounds.services.remind import remind_due
from levend.rounds.services.telling import tell_extension, tell_moved, tell_opened
from levend.rounds.services.warn import warn_of_endings

BATCH = 25


@job(retries=5)
def open_schools(*, round_id: int) -> None:
    """Open the next batch and queue the one after it, so that other work gets its turn in between.

    A worker that is killed leaves this job to be tried again: what was opened is done, the rest still waits.
    """
    more = open_waiting(actor=Actor.system(), round_id=round_id, at_most=BATCH)
    count_changed()
    if more:
        open_schools.enqueue(round_id=round_id)


@cron(Daily(hour=7))
@job(retries=5)
def remind_schools() -> None:
    """Reminders of today, over all open rounds. A second run finds nobody who was not told."""
    remind_due()


@cron(Daily(hour=7))
@job(retries=5)
def warn_schools() -> None:
    """Warnings of today that a profile comes to its end. A second run finds nobody who was not told."""
    warn_of_endings()


@cron(Every(minutes=1))
@job(retries=1)
def count_profiles() -> None:
    """How full the profiles of open rounds are, for lists; a second run finds nothing new."""
    count_changed()


def go_on(round_id: int) -> None:
    """A round was opened, reopened, or got schools."""
    open_schools.enqueue(round_id=round_id)


def tell_of_round(entry_id: int) -> None:
    tell_opened(entry_id=entry_id)


def tell_school(entry_id: int, at: str) -> None:
    tell_extension(entry_id=entry_id, at=at)


def tell_consortium(part_id: int, at: str) -> None:
    """Schools with a later day of their own hear nothing: for them nothing changes."""
    rows = RoundEntry.objects.filter(part_id=part_id, extended_until=None).order_by("pk")
    for entry_id in list(rows.values_list("pk", flat=True)):
        tell_extension(entry_id=entry_id, at=at)


def tell_dates(round_id: int, at: str) -> None:
    """Schools that handed in hear nothing: no day of the round concerns them any more."""
    rows = RoundEntry.objects.filter(round_id=round_id, case__isnull=False).exclude(case__state__in=DONE)
    for entry_id in list(rows.order_by("pk").values_list("pk", flat=True)):
        tell_moved(entry_id=entry_id, at=at)


def measure_burden(case_id: int, profile_id: int) -> None:
    """A profile was handed in, for the first time or again."""
    measure(case_id=case_id)


def count_region(consortium_id: int) -> None:
    """A consortium switched kinds of support on or off, so its profiles have another number of questions."""
    count_in_region(consortium_id)
