"""Recurring work on the record of who did what, and on letters that wait for their day.

The record and the schedule of jobs know nothing of each other: this is the lowest app above both.
"""

from levend.accounts.services.mail import send_weekly
from levend.accounts.services.registers import apply_asked
from levend.audit.services import link_events
from levend.jobs.cron import Every, Weekly, cron
from levend.jobs.tasks import job


@cron(Every(minutes=5))
@job(retries=1)
def link_record() -> None:
    """Link what was recorded since into the chain. A second run finds nothing to do."""
    link_events()


@cron(Weekly(weekday=0, hour=7))
@job(retries=5)
def send_weekly_letters() -> None:
    """Reminders for who wants them once a week. A second run finds nothing to send."""
    send_weekly()


def on_register_import_asked(*, import_id: int) -> None:
    """Apply a large file of open data. A second run finds that it was done."""
    apply_asked(import_id=import_id)
