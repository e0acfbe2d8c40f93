"""More time, with a reason: for the schools of one consortium, or for one or many schools."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.jobs.events import emit
from levend.rounds import rules
from levend.rounds.enums import RoundState
from levend.rounds.models import CollectionRound, RoundConsortium, RoundEntry
from levend.rounds.queries import entries_for
from levend.rounds.services.locking import locked_round, note, reason_from


@transaction.atomic
def extend_consortium(
    *, actor: Actor, round_id: int, consortium_id: int, until: date, reason: str
) -> RoundConsortium:
    """Give every school of a consortium until a later day. Its schools are told once the round is open.

    Raises `Invalid` for a day that is no later than the round's, or past, and without a reason.
    """
    found = locked_round(actor, round_id)
    part = found.parts.filter(consortium_id=consortium_id).select_for_update().first()
    if part is None:
        raise NotFound(str(consortium_id))
    rules.can_extend(actor, found, consortium_id).require()
    reason = _reason(reason)
    if (part.extended_until, part.extension_reason) == (until, reason):
        return part
    _require_later(until, found.deadline)
    part.extended_until, part.extension_reason = until, reason
    part.save(update_fields=["extended_until", "extension_reason"])
    note(
        actor,
        found,
        "round_consortium_extended",
        {"consortium": consortium_id, "until": until.isoformat()},
    )
    drop_overtaken(actor, found)
    if found.state == RoundState.OPEN:
        emit("round_consortium_extended", part_id=part.pk, at=clock.now().isoformat())
    return part


@transaction.atomic
def extend_schools(
    *, actor: Actor, round_id: int, location_ids: Iterable[int], until: date, reason: str
) -> tuple[RoundEntry, ...]:
    """Give these schools until a later day; each is told. Returns the entries that changed.

    All or none: raises `NotFound` when one of them is not in the round or not this actor's to see, `Invalid` for a day
    that is no later than their consortium's.
    """
    found = locked_round(actor, round_id)
    wanted = set(location_ids)
    rows = entries_for(actor, round_id).filter(location_id__in=wanted)
    entries = list(rows.select_for_update(of=("self",)).select_related("part", "location").order_by("pk"))
    if not wanted or {entry.location_id for entry in entries} != wanted:
        raise NotFound(str(round_id))
    for consortium_id in {entry.part.consortium_id for entry in entries}:
        rules.can_extend(actor, found, consortium_id).require()
    reason = _reason(reason)
    changed = [
        entry for entry in entries if (entry.extended_until, entry.extension_reason) != (until, reason)
    ]
    for entry in changed:
        _require_later(until, entry.part.extended_until or found.deadline)
        entry.extended_until, entry.extension_reason = until, reason
    RoundEntry.objects.bulk_update(changed, ["extended_until", "extension_reason"], batch_size=200)
    if changed:
        ids = sorted(entry.location_id for entry in changed)
        note(actor, found, "round_schools_extended", {"locations": list(ids), "until": until.isoformat()})
    for entry in changed:
        emit("round_school_extended", entry_id=entry.pk, at=clock.now().isoformat())
    return tuple(changed)


def drop_overtaken(actor: Actor, found: CollectionRound) -> None:
    """Take away extensions that a later common day has made needless: an extension never means less time."""
    parts = found.parts.filter(extended_until__lte=found.deadline)
    gone = parts.update(extended_until=None, extension_reason="")
    base = Coalesce(F("part__extended_until"), F("round__deadline"))
    entries = RoundEntry.objects.filter(round=found, extended_until__lte=base)
    ids = list(entries.values_list("pk", flat=True))
    RoundEntry.objects.filter(pk__in=ids).update(extended_until=None, extension_reason="")
    if gone or ids:
        note(actor, found, "round_extensions_overtaken", {"consortia": gone, "schools": len(ids)})


def _reason(words: str) -> str:
    return reason_from(words, _("Schrijf waarom. De school leest dit mee."))


def _require_later(until: date, base: date) -> None:
    if until <= base:
        message = _("Kies een dag na %(day)s: tot dan is er al tijd.") % {"day": base.strftime("%d-%m-%Y")}
        raise Invalid(message, {"until": message})
    if until < clock.today():
        message = _("Deze dag is al voorbij. Kies een dag die nog komt.")
        raise Invalid(message, {"until": message})
    if until.year > rules.LATEST.year:
        message = _("Kies een dag tussen 1 augustus 2014 en 31 december 2100.")
        raise Invalid(message, {"until": message})
