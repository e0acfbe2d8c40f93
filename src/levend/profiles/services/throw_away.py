"""Let go of what was brought and not taken over: when somebody says so, and by itself after a week."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotNow
from levend.profiles.models import BroughtFile
from levend.profiles.queries.brought_files import brought_file
from levend.profiles.queries.brought_forms import path_of

KEPT = timedelta(days=7)
"""How long what was read waits to be taken over."""


@transaction.atomic
def throw_away(*, actor: Actor, brought_id: int) -> None:
    """Forget a file with all that was read of it. Raises `NotFound`, or `NotNow` once it was to be taken over."""
    brought = brought_file(actor, brought_id, lock=True)
    if brought.state not in {BroughtFile.State.READING, BroughtFile.State.READ}:
        raise NotNow(_("Dit bestand is al overgenomen. Wat scholen ervan kregen, blijft een voorstel."))
    record(
        actor=actor,
        event="brought_file_thrown_away",
        subject=f"consortium:{brought.consortium_id}",
        data={"brought": brought.pk, "file": brought.sha256},
    )
    brought.delete()
    erase_folder(brought.sha256)


@transaction.atomic
def forget_old() -> None:
    """What nobody took over in a week goes, with the words in it."""
    old = BroughtFile.objects.filter(
        state__in=[BroughtFile.State.READING, BroughtFile.State.READ], brought_at__lt=clock.now() - KEPT
    )
    hashes = set(old.values_list("sha256", flat=True))
    old.delete()
    for sha256 in hashes:
        erase_folder(sha256)


def erase_folder(sha256: str) -> None:
    """Delete the forms as they were handed in, as soon as this is for good, unless the same are still to be read."""

    def erase() -> None:
        waiting = BroughtFile.objects.filter(sha256=sha256, state=BroughtFile.State.READING)
        if not waiting.exists():
            default_storage.delete(path_of(sha256))

    transaction.on_commit(erase)
