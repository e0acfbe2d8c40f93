"""The worker's part of opening a round: a case for each school, one transaction each."""

import logging

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.core import clock
from levend.core.errors import LevendError
from levend.jobs.events import emit
from levend.organisations.models import Location
from levend.rounds.enums import WITH_CASE, Outcome, RoundState
from levend.rounds.models import RoundEntry, RoundFormat
from levend.rounds.queries.law import law_of

logger = logging.getLogger("levend.rounds")


def open_waiting(*, actor: Actor, round_id: int, at_most: int) -> int:
    """Open the next schools of an open round; return how many still wait. A second run goes on where the first stopped.

    Each school is a transaction: who kills the worker loses none that was done, and one school's trouble stops no other.
    """
    waiting = RoundEntry.objects.filter(
        round_id=round_id, round__state=RoundState.OPEN, outcome=Outcome.WAITING
    )
    for entry_id in list(waiting.order_by("pk").values_list("pk", flat=True)[:at_most]):
        try:
            open_entry(actor=actor, entry_id=entry_id)
        except DatabaseError:
            raise  # not this school's: the job is tried again
        except Exception:
            logger.exception("entry %s could not be opened", entry_id)
            _fail(entry_id)
    return waiting.count()


@transaction.atomic
def open_entry(*, actor: Actor, entry_id: int) -> RoundEntry:
    """Open the case of one school, or let the one that is open already join; what was done before stays."""
    entry = (
        RoundEntry.objects.select_for_update(of=("self",)).select_related("round", "part").get(pk=entry_id)
    )
    if entry.outcome != Outcome.WAITING or entry.round.state != RoundState.OPEN:
        return entry
    # The lock under which cases are opened: whoever begins one at this moment waits, or was first.
    location = Location.objects.select_for_update(of=("self",)).get(pk=entry.location_id)
    case = AdoptionCase.objects.filter(location=location).exclude(state=State.RECEIVED).first()
    if case is not None:
        return _join(entry, case)
    version = RoundFormat.objects.filter(round=entry.round, school_type=location.school_type).first()
    if version is None:
        return _write(entry, Outcome.NO_FORMAT)
    try:
        with transaction.atomic():
            case = open_case(
                actor=actor,
                location_id=location.pk,
                version_id=version.version_id,
                consortium_id=entry.part.consortium_id,
                school_year=entry.round.school_year,
                requires_positive_advice=entry.round.requires_positive_advice,
                reference_date=entry.round.reference_date,
                regime=law_of(entry.round, [entry.part.consortium_id])[entry.part.consortium_id].key,
            )
    except LevendError as refused:
        return _write(entry, Outcome.FAILED, reason=str(refused))
    return _write(entry, Outcome.OPENED, case=case)


def _join(entry: RoundEntry, case: AdoptionCase) -> RoundEntry:
    """A case belongs to one round: what still runs from an earlier one is finished first."""
    if RoundEntry.objects.filter(case=case).exists():
        return _write(
            entry, Outcome.FAILED, reason=_("Deze school werkt nog aan het profiel van een eerdere ronde.")
        )
    return _write(entry, Outcome.JOINED, case=case)


def _write(
    entry: RoundEntry, outcome: Outcome, *, case: AdoptionCase | None = None, reason: str = ""
) -> RoundEntry:
    entry.outcome, entry.case, entry.outcome_reason = outcome, case, reason
    entry.handled_at = clock.now()
    entry.save(update_fields=["outcome", "case", "outcome_reason", "handled_at"])
    if outcome in WITH_CASE:
        emit("round_school_opened", entry_id=entry.pk)
    return entry


@transaction.atomic
def _fail(entry_id: int) -> None:
    entry = RoundEntry.objects.select_for_update(of=("self",)).get(pk=entry_id)
    if entry.outcome == Outcome.WAITING:
        reason = _("Er ging iets mis. Probeer het nog eens met „Voeg scholen toe”.")
        _write(entry, Outcome.FAILED, reason=reason)
