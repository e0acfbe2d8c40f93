"""What the author of a remark may do with it later: put the words right for a while, or take them away."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.profiles.models import Remark
from levend.profiles.queries.remarks import CORRECTED_WITHIN
from levend.profiles.queries.voices import require_voice
from levend.profiles.services.remarks import words_of


@transaction.atomic
def correct_remark(*, actor: Actor, remark_id: int, text: str) -> Remark:
    """Put one's own words right, within half an hour; readers see that it was done.

    The same words change nothing. Raises `NotFound` for who did not write it, `NotNow` after that time or once it was
    withdrawn, `Invalid`.
    """
    remark = _own(actor, remark_id)
    if remark.withdrawn_at is not None:
        raise NotNow(_("Deze opmerking is ingetrokken."))
    words = words_of(text)
    if words == remark.text:
        return remark
    if clock.now() - remark.at >= CORRECTED_WITHIN:
        raise NotNow(
            _(
                "Een opmerking wijzigen kan tot een half uur na het plaatsen. Schrijf een nieuwe, of trek deze in."
            )
        )
    remark.text = words
    remark.corrected_at = clock.now()
    remark.save(update_fields=["text", "corrected_at"])
    record(
        actor=actor,
        event="remark_corrected",
        subject=f"thread:{remark.thread_id}",
        data={"remark": remark.pk},
    )
    return remark


@transaction.atomic
def withdraw_remark(*, actor: Actor, remark_id: int) -> Remark:
    """Take one's own words away, for good; that there was a remark, by whom and when, stays. A second time changes nothing."""
    remark = _own(actor, remark_id)
    if remark.withdrawn_at is not None:
        return remark
    remark.text = ""
    remark.withdrawn_at = clock.now()
    remark.save(update_fields=["text", "withdrawn_at"])
    record(
        actor=actor,
        event="remark_withdrawn",
        subject=f"thread:{remark.thread_id}",
        data={"remark": remark.pk},
    )
    return remark


def _own(actor: Actor, remark_id: int) -> Remark:
    """One's own remark, kept for this transaction. Raises `NotFound`."""
    rows = Remark.objects.select_for_update(of=("self",)).select_related("thread__profile__location__school")
    remark = rows.filter(pk=remark_id).first()
    if remark is None or not require_voice(actor, remark.thread.profile).wrote(remark):
        raise NotFound(str(remark_id))
    return remark
