"""The second person: erases, or says that it will not be done."""

from secrets import token_hex

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.engine.passages import Fingerprint, Words, erased
from levend.audit.enums import ErasureState
from levend.audit.models import Erasure
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.jobs.events import emit
from levend.organisations.models import Location
from levend.organisations.values import LocationReach
from levend.publication.queries.erasures import erasable, subject_of
from levend.publication.rules import erasing as rules
from levend.publication.services.erasure.keys import current_key, key_id
from levend.publication.services.erasure.perform import perform


@transaction.atomic
def confirm_erasure(*, actor: Actor, code: str, erasure_id: int) -> Erasure:
    """Erase, at once and for good: texts in this transaction, documents by the worker right after it.

    The passage itself is gone with it; a keyed fingerprint stays. A second click changes nothing. Raises `NotFound`,
    `NotAllowed`, and `NotNow` for who asked it and for what was decided otherwise.
    """
    location, reach, erasure = _locked(actor, code, erasure_id)
    if erasure.state == ErasureState.CONFIRMED and erasure.closed_by_ref == actor.ref:
        return erasure
    rules.can_confirm(actor, reach, asked_by=erasure.asked_by_ref).require()
    _require_open(erasure)
    passage, salt = erasure.passage, token_hex(16)
    fingerprint = Fingerprint.of(passage, salt=salt, key=current_key())
    _close(erasure, actor, ErasureState.CONFIRMED)
    erasure.length, erasure.salt, erasure.digest = fingerprint.length, salt, fingerprint.digest
    erasure.key_id = key_id(current_key())
    erasure.save()
    perform(actor=actor, erasure=erasure, location=location, finder=Words(passage))
    emit("passage_erased", erasure_id=erasure.pk)
    return erasure


@transaction.atomic
def withdraw_erasure(*, actor: Actor, code: str, erasure_id: int) -> Erasure:
    """Take the question back, or say as the board that it will not be done. The passage is forgotten here too."""
    _location, reach, erasure = _locked(actor, code, erasure_id)
    if erasure.state == ErasureState.WITHDRAWN:
        return erasure
    rules.can_withdraw(actor, reach, asked_by=erasure.asked_by_ref).require()
    _require_open(erasure)
    _close(erasure, actor, ErasureState.WITHDRAWN)
    erasure.save()
    record(actor=actor, event="erasure_withdrawn", subject=erasure.subject, data={"erasure": erasure.pk})
    return erasure


def _locked(actor: Actor, code: str, erasure_id: int) -> tuple[Location, LocationReach, Erasure]:
    location, reach = erasable(actor, code)
    erasure = Erasure.objects.select_for_update().filter(pk=erasure_id, subject=subject_of(location)).first()
    if erasure is None:
        raise NotFound(str(erasure_id))
    return location, reach, erasure


def _require_open(erasure: Erasure) -> None:
    if erasure.state != ErasureState.ASKED:
        raise NotNow(_("Over deze vraag is al beslist."))


def _close(erasure: Erasure, actor: Actor, state: ErasureState) -> None:
    """Who asked may have named the passage in the reason: there it goes as well."""
    erasure.why = erased(erasure.why, Words(erasure.passage))
    erasure.passage = ""
    erasure.state = state
    erasure.closed_at = clock.now()
    erasure.closed_by_ref = actor.ref
    erasure.closed_by_name = actor.name
