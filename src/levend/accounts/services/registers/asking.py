"""Applying a file at once, or in the background when it does much."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.models import User
from levend.accounts.queries.actors import actor_for
from levend.accounts.services.registers.importing import apply_import, choose_rows, locked_import
from levend.core.errors import LevendError
from levend.jobs.events import emit
from levend.organisations.engine.registers.scope import ImportScope
from levend.organisations.models import RegisterImport

AT_ONCE = 500
"""Rows that are written while somebody waits: well under a second."""
_WRITTEN = ("new", "changed", "closed", "joined")


@transaction.atomic
def ask_import(*, actor: Actor, import_id: int) -> RegisterImport:
    """Do what was shown: now when it is little, otherwise as soon as the worker comes to it. Once more changes nothing.

    Raises as `apply_import` does, which it calls for what is little.
    """
    row = locked_import(actor, import_id)
    if row.state != RegisterImport.State.CHECKED:
        return row
    if sum(row.counts.get(name, 0) for name in _WRITTEN) <= AT_ONCE:
        return apply_import(actor=actor, import_id=import_id)
    row.state = RegisterImport.State.ASKED
    row.applied_by = actor.ref
    row.trouble = ""
    row.save(update_fields=["state", "applied_by", "trouble"])
    emit("register_import_asked", import_id=import_id)
    return row


def apply_asked(*, import_id: int) -> None:
    """Apply what somebody asked for, in that person's name. A refusal gives the file back with its reason.

    What was applied before, or is asked for no more, is left alone.
    """
    row = RegisterImport.objects.filter(pk=import_id, state=RegisterImport.State.ASKED).first()
    if row is None:
        return
    actor = _actor(row.applied_by)
    try:
        apply_import(actor=actor, import_id=import_id)
    except LevendError as refused:
        _give_back(actor, row, str(refused) or _("U mag dit niet meer doorvoeren."))


@transaction.atomic
def _give_back(actor: Actor, row: RegisterImport, trouble: str) -> None:
    """To be looked at again, as the file would work out now."""
    row.state = RegisterImport.State.CHECKED
    row.applied_by = ""
    row.trouble = trouble[:300]
    row.save(update_fields=["state", "applied_by", "trouble"])
    try:
        with transaction.atomic():
            choose_rows(
                actor=actor,
                import_id=row.pk,
                scope=ImportScope.from_json(row.consortium_id, row.choice),
            )
    except LevendError:  # nobody may look at it any more, or the file is gone: then the old picture stays
        return
    RegisterImport.objects.filter(pk=row.pk).update(trouble=row.trouble)


def _actor(ref: str) -> Actor:
    """Whom the log names, with what that person may today."""
    if ref == Actor.system().ref:
        return Actor.system()
    user = User.objects.filter(pk=int(ref.removeprefix("user:"))).first()
    return Actor.anonymous() if user is None else actor_for(user)
