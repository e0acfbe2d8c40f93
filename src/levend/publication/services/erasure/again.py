"""Doing erasures again in a database that was put back to an earlier day."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.engine.passages import Finder, Fingerprint, Fingerprinted, erased
from levend.audit.enums import ErasedKind, ErasureState
from levend.audit.models import Erasure
from levend.audit.services import keep_erased_hash
from levend.jobs.events import emit
from levend.organisations.models import Location
from levend.publication.engine.ledger import Entry
from levend.publication.queries.erasures import subject_of
from levend.publication.services.erasure.keys import known_keys
from levend.publication.services.erasure.ledger import entries
from levend.publication.services.erasure.perform import perform


@dataclass(frozen=True)
class Again:
    """References of erasures: those done again, those that held already, and those that could not be, with why."""

    done: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


def erase_again() -> Again:
    """Do every erasure of the list that the database does not know as done. For the operator and for restoring.

    What they erased is found by its fingerprint; documents are made anew by the worker. Where the key or the location
    is not there, the erasure is named and the others are done.
    """
    done, held, failed = [], [], []
    for entry in entries():
        if Erasure.objects.filter(reference=entry.reference, state=ErasureState.CONFIRMED).exists():
            held.append(entry.reference)
            continue
        key = known_keys().get(entry.key)
        location = Location.objects.filter(code=entry.location).first()
        if key is None:
            failed.append(
                (entry.reference, _("de sleutel van toen is er niet: zet LEVEND_SECRET_KEY van toen terug"))
            )
        elif location is None:
            failed.append(
                (entry.reference, _("er is geen school met code %(code)s") % {"code": entry.location})
            )
        else:
            _again(entry, location, key)
            done.append(entry.reference)
    return Again(tuple(done), tuple(held), tuple(failed))


@transaction.atomic
def _again(entry: Entry, location: Location, key: bytes) -> None:
    finder = Fingerprinted(Fingerprint(entry.length, entry.salt, entry.digest), key)
    erasure = _restored(entry, location, finder)
    for kind, old, new in entry.hashes:
        keep_erased_hash(erasure=erasure, kind=ErasedKind(kind), old=old, new=new)
    perform(actor=Actor.system(), erasure=erasure, location=location, finder=finder)
    emit("passage_erased", erasure_id=erasure.pk)


def _restored(entry: Entry, location: Location, finder: Finder) -> Erasure:
    """The erasure as it was confirmed. In a database of the days between asking and confirming it still waits there,
    with the passage: that goes."""
    erasure = Erasure.objects.select_for_update().filter(reference=entry.reference).first()
    if erasure is None:
        erasure = Erasure(
            reference=entry.reference,
            subject=subject_of(location),
            why=_("Opnieuw gewist nadat een oudere database is teruggezet."),
            asked_at=datetime.fromisoformat(entry.asked_at),
            asked_by_ref=entry.asked_by,
        )
    erasure.state = ErasureState.CONFIRMED
    erasure.passage, erasure.why = "", erased(erasure.why, finder)
    erasure.closed_at = datetime.fromisoformat(entry.confirmed_at)
    erasure.closed_by_ref = entry.confirmed_by
    erasure.length, erasure.salt, erasure.digest = entry.length, entry.salt, entry.digest
    erasure.key_id = entry.key
    erasure.save()
    return erasure
