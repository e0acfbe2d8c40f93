"""What the worker does by itself: let terms of the council pass."""

import logging

from levend.accounts.actor import Actor
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.adoption.services import pass_term
from levend.core import clock
from levend.core.errors import LevendError
from levend.jobs.cron import Daily, cron
from levend.jobs.tasks import job

logger = logging.getLogger("levend.adoption")


@cron(Daily(hour=0, minute=30))
@job(retries=3)
def pass_terms() -> None:
    """Take every case further whose council had its term and did not answer. A second run finds nothing to do."""
    overdue = AdoptionCase.objects.filter(
        state__in=[State.AWAITING_ADVICE, State.AWAITING_CONFIRMATION], due_on__lt=clock.today()
    )
    for case_id in list(overdue.order_by("id").values_list("id", flat=True)):
        try:
            pass_term(actor=Actor.system(), case_id=case_id)
        except LevendError as refusal:  # the council answered in the meantime
            logger.info("case %s: %s", case_id, refusal)
