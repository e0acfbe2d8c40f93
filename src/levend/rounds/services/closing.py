"""Close a round, and open it again."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core import clock
from levend.jobs.events import emit
from levend.rounds import rules
from levend.rounds.enums import RoundMove, RoundState
from levend.rounds.models import CollectionRound
from levend.rounds.services.locking import locked_round, reason_from, write_step


@transaction.atomic
def close_round(*, actor: Actor, round_id: int) -> CollectionRound:
    """Close the round. A school that is not ready goes on with its profile; the round only stops asking."""
    found = locked_round(actor, round_id)
    if found.state == RoundState.CLOSED:
        rules.can_reopen(actor, found).require()
        return found
    rules.can_close(actor, found).require()
    found.state = RoundState.CLOSED
    found.closed_at = clock.now()
    found.closed_by_ref, found.closed_by_name = actor.ref, actor.name
    found.save(update_fields=["state", "closed_at", "closed_by_ref", "closed_by_name"])
    write_step(actor, found, RoundMove.CLOSED)
    emit("round_closed", round_id=found.pk)
    return found


@transaction.atomic
def reopen_round(*, actor: Actor, round_id: int, reason: str) -> CollectionRound:
    """Open a closed round again, with a reason; schools that still waited for their profile get it now."""
    found = locked_round(actor, round_id)
    if found.state == RoundState.OPEN and found.steps.filter(move=RoundMove.REOPENED).exists():
        rules.can_close(actor, found).require()
        return found
    rules.can_reopen(actor, found).require()
    words = reason_from(reason, _("Schrijf waarom de ronde weer opengaat."))
    found.state = RoundState.OPEN
    found.closed_at, found.closed_by_ref, found.closed_by_name = None, "", ""
    found.save(update_fields=["state", "closed_at", "closed_by_ref", "closed_by_name"])
    write_step(actor, found, RoundMove.REOPENED, words)
    emit("round_reopened", round_id=found.pk)
    return found
