"""Taking away what is done."""

from datetime import timedelta

from django_tasks_db.models import DBTaskResult

from levend.core import clock
from levend.jobs.cron import Daily, cron
from levend.jobs.models import CronSlot, Event, Heartbeat
from levend.jobs.tasks import job

KEPT_TASKS = timedelta(days=14)
KEPT_EVENTS = timedelta(days=90)
KEPT_SLOTS = timedelta(days=30)
KEPT_HEARTBEATS = timedelta(days=1)


@cron(Daily(hour=4))
@job(retries=1)
def tidy() -> None:
    """Take away what is done. Failed tasks stay until somebody has looked at them."""
    now = clock.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - KEPT_TASKS).delete()
    Event.objects.filter(at__lt=now - KEPT_EVENTS).delete()
    CronSlot.objects.filter(slot__lt=now - KEPT_SLOTS).delete()
    Heartbeat.objects.filter(at__lt=now - KEPT_HEARTBEATS).delete()
