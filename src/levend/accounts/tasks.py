"""Recurring work on the record of who did what.

The record and the schedule of jobs know nothing of each other: this is the lowest app above both.
"""

from levend.audit.services import link_events
from levend.jobs.cron import Every, cron
from levend.jobs.tasks import job


@cron(Every(minutes=5))
@job(retries=1)
def link_record() -> None:
    """Link what was recorded since into the chain. A second run finds nothing to do."""
    link_events()
