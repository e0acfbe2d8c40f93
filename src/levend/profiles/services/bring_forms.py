"""Bring filled forms of many schools in: keep them until the worker has read them, and what they say until it is taken over."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.core.storage import put_whole
from levend.documents.engine.packing import packed
from levend.documents.reading.folder import HEAD, MOST_BYTES, PDF, ZIP
from levend.jobs.events import emit
from levend.profiles.engine.brought_forms import BroughtForm
from levend.profiles.models import BroughtFile, BroughtRow
from levend.profiles.queries.brought_forms import path_of
from levend.profiles.services.bring import new_file
from levend.profiles.services.throw_away import erase_folder, forget_old


@dataclass(frozen=True)
class HandedIn:
    """A file as it was sent."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Waiting:
    """A folder that is to be read on from number `start`; `data` is `None` where it is gone."""

    consortium_id: int
    data: bytes | None
    start: int


def bring_forms(*, actor: Actor, consortium_id: int, files: Sequence[HandedIn]) -> BroughtFile:
    """Take PDF files and folders of them (ZIP) for the worker to read; no school notices anything yet.

    What is in them is told file by file later on. Raises `NotAllowed`, or `Invalid` for one file that is neither, and
    for too much at once.
    """
    rules.can_import(actor, consortium_id).require()
    if not files:
        raise _refused(_("Kies een ZIP-bestand, of een of meer PDF-bestanden."))
    if sum(len(file.data) for file in files) > MOST_BYTES:
        raise _refused(_("Samen is dit groter dan 90 MB. Lever de formulieren in een paar keer in."))
    first = files[0]
    is_folder = len(files) == 1 and first.data.startswith(ZIP)
    if len(files) == 1 and not is_folder and PDF not in first.data[:HEAD]:
        raise _refused(
            _("Dit is geen PDF en geen ZIP-bestand. Kies de formulieren, of de map als ZIP-bestand.")
        )
    data = first.data if is_folder else packed((_name(file.name), file.data) for file in files)
    title = ngettext("%(number)d bestand", "%(number)d bestanden", len(files)) % {"number": len(files)}
    with transaction.atomic():
        forget_old()
        name = first.name if len(files) == 1 else title
        brought = new_file(actor, consortium_id, BroughtFile.Kind.FORMS, name, sha256_of(data))
        brought.save()
        put_whole(path_of(brought.sha256), data)
        emit("brought_forms_handed_in", brought_id=brought.pk)
        return brought


def waiting_folder(brought_id: int) -> Waiting | None:
    """What the worker is to read, and from where; `None` when there is nothing to read any more."""
    brought = BroughtFile.objects.filter(pk=brought_id, state=BroughtFile.State.READING).first()
    if brought is None:
        return None
    last = brought.rows.aggregate(last=Max("line"))["last"]
    try:
        with default_storage.open(path_of(brought.sha256), "rb") as file:
            data = file.read()
    except FileNotFoundError:
        data = None
    return Waiting(brought.consortium_id, data, (last or 0) + 1)


@transaction.atomic
def keep_forms(
    *, brought_id: int, forms: Sequence[BroughtForm], is_last: bool, notes: dict[str, int], trouble: str = ""
) -> None:
    """Keep what was read, and have the worker read on, or let the files go: all of them were read.

    `notes` are numbers for the page. A second reading of the same files changes nothing.
    """
    brought = BroughtFile.objects.select_for_update().filter(pk=brought_id).first()
    if brought is None or brought.state != BroughtFile.State.READING:
        return
    rows = [
        BroughtRow(brought=brought, line=form.line, code=form.code, cells=form.as_json()) for form in forms
    ]
    BroughtRow.objects.bulk_create(rows, batch_size=100, ignore_conflicts=True)
    if not is_last:
        emit("brought_forms_partly_read", brought_id=brought.pk)
        return
    brought.state, brought.outcome, brought.trouble = BroughtFile.State.READ, notes, trouble[:300]
    brought.save(update_fields=["state", "outcome", "trouble"])
    erase_folder(brought.sha256)


def _name(name: str) -> str:
    return " ".join(clean(name).split())


def _refused(why: str) -> Invalid:
    return Invalid(why, {"forms": why})
