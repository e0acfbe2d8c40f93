"""Open a round, and take in schools that came later."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import Invalid
from levend.jobs.events import emit
from levend.organisations.enums import SchoolType
from levend.organisations.values import SchoolYear
from levend.rounds import rules
from levend.rounds.engine.dates import takes_effect_on
from levend.rounds.enums import Outcome, RoundMove, RoundState
from levend.rounds.models import CollectionRound, RoundEntry
from levend.rounds.queries.asked import asked_by
from levend.rounds.services.locking import locked_round, note, write_step
from levend.rounds.services.parts import require_consortia, require_formats


@dataclass(frozen=True)
class Added:
    """How many schools came in, how many of those that failed before are tried again, and how many wait in all."""

    new: int
    again: int
    waiting: int


@transaction.atomic
def open_round(*, actor: Actor, round_id: int) -> CollectionRound:
    """Open the round: from now on schools see it, and the worker opens their profiles.

    Raises `Invalid` when nobody takes part, no format was chosen, or the deadline is past.
    """
    found = locked_round(actor, round_id)
    if found.state == RoundState.OPEN:
        rules.can_add_schools(actor, found).require()
        return found  # a second click changes nothing
    rules.can_open(actor, found).require()
    _require_ready(found)
    found.state = RoundState.OPEN
    found.opens_on = clock.today()
    found.regime_on = takes_effect_on(found.deadline, SchoolYear.parse(found.school_year))
    found.opened_at = clock.now()
    found.opened_by_ref, found.opened_by_name = actor.ref, actor.name
    found.save(
        update_fields=["state", "opens_on", "regime_on", "opened_at", "opened_by_ref", "opened_by_name"]
    )
    write_step(actor, found, RoundMove.OPENED)
    enter_schools(found)
    emit("round_opened", round_id=found.pk)
    return found


@transaction.atomic
def add_schools(*, actor: Actor, round_id: int) -> Added:
    """Take in schools that joined a consortium since, and try again those without a fitting format or that failed."""
    found = locked_round(actor, round_id)
    rules.can_add_schools(actor, found).require()
    new = enter_schools(found)
    again = RoundEntry.objects.filter(round=found, outcome__in=[Outcome.NO_FORMAT, Outcome.FAILED]).update(
        outcome=Outcome.WAITING, outcome_reason="", handled_at=None
    )
    waiting = RoundEntry.objects.filter(round=found, outcome=Outcome.WAITING).count()
    if new or again:
        note(actor, found, "round_schools_added", {"new": new, "again": again})
    if waiting:  # also what a worker gave up on
        emit("round_schools_added", round_id=found.pk)
    return Added(new, again, waiting)


def enter_schools(found: CollectionRound) -> int:
    """An entry for each school that the round asks and that has none yet; return how many."""
    present = set(RoundEntry.objects.filter(round=found).values_list("location_id", flat=True))
    entries = [
        RoundEntry(round=found, part_id=one.part_id, location_id=one.location_id, added_at=clock.now())
        for one in asked_by(found)
        if one.location_id not in present
    ]
    RoundEntry.objects.bulk_create(entries, batch_size=500)
    return len(entries)


def _require_ready(found: CollectionRound) -> None:
    consortium_ids = set(found.parts.values_list("consortium_id", flat=True))
    if not consortium_ids:
        message = _("Kies eerst welke samenwerkingsverbanden meedoen.")
        raise Invalid(message, {"consortia": message})
    require_consortia(found, consortium_ids)  # one may have left the group since
    versions = {SchoolType(row.school_type): row.version_id for row in found.formats.all()}
    if not versions:
        message = _("Kies eerst een format voor de soorten scholen die meedoen.")
        raise Invalid(message, {"formats": message})
    require_formats(found, versions)
    if found.deadline < clock.today():
        message = _("De uiterste inleverdatum is al voorbij. Kies een latere dag.")
        raise Invalid(message, {"deadline": message})
