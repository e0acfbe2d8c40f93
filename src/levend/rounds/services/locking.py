"""One change of a round at a time."""

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.audit.values import JsonValue
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.rounds.enums import RoundMove
from levend.rounds.models import CollectionRound, RoundStep
from levend.rounds.queries import round_for

REASON_MAX = 2_000


def locked_round(actor: Actor, round_id: int) -> CollectionRound:
    """The round, locked until the transaction ends. Raises `NotFound` for who may not see it."""
    round_for(actor, round_id)
    found = CollectionRound.objects.select_for_update(of=("self",)).filter(pk=round_id).first()
    if found is None:
        raise NotFound(str(round_id))
    return found


def reason_from(words: str, missing: str) -> str:
    """A reason, cleaned. Raises `Invalid` with `missing` when there is none."""
    try:
        reason = clean(words, max_length=REASON_MAX)
    except Invalid as refused:
        raise Invalid(str(refused), {"reason": str(refused)}) from None
    if not reason:
        raise Invalid(missing, {"reason": missing})
    return reason


def note(
    actor: Actor, collection_round: CollectionRound, event: str, data: dict[str, JsonValue] | None = None
) -> None:
    """Write in the log what happened to a round: ids and codes, no words."""
    record(actor=actor, event=event, subject=f"round:{collection_round.pk}", data=data)


def write_step(actor: Actor, collection_round: CollectionRound, move: RoundMove, reason: str = "") -> None:
    """Add a numbered row to the round's own record, and one to the log."""
    RoundStep.objects.create(
        round=collection_round,
        number=collection_round.steps.count() + 1,
        move=move,
        at=clock.now(),
        actor_ref=actor.ref,
        actor_name=actor.name,
        reason=reason,
    )
    note(actor, collection_round, f"round_{move.value}")
