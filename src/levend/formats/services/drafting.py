"""What every change of a draft has in common: one at a time, on what its maker saw, kept as a revision."""

import json
from collections.abc import Callable

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.formats.engine.editing import Map, NoSuchPlace
from levend.formats.engine.yaml_source import MOST_BYTES, Path
from levend.formats.enums import DraftChange, DraftState
from levend.formats.models import DraftRevision, FormatDraft
from levend.formats.queries.drafts import Draft, draft_value, kept_by

Edit = Callable[[Map, Map], Map]
"""From the data that was on the page and the data as it is now to the changed data."""


def locked_draft(actor: Actor, key: str) -> FormatDraft:
    """The open draft, locked until the transaction ends. Raises `NotFound` for who does not keep the format."""
    found = (
        FormatDraft.objects.select_for_update(of=("self",))
        .select_related("format__consortium", "format__group")
        .filter(kept_by(actor), format__key=key, state=DraftState.OPEN)
        .first()
    )
    if found is None:
        raise NotFound(key)
    return found


def changed(*, actor: Actor, key: str, base: int, change: DraftChange, about: str, edit: Edit) -> Draft:
    """Make a change in the draft and keep it; one that changes nothing leaves no trace.

    `base` is the revision that was on the page. Raises `NotNow` when that very thing was changed since, `Invalid` when
    the format would grow beyond what a file may hold.
    """
    row = locked_draft(actor, key)
    draft = draft_value(row)
    try:
        after = edit(data_at(row, base, draft), draft.data)
    except NoSuchPlace:
        raise gone() from None
    if after == draft.data:
        return draft
    return write_revision(actor, row, after, change=change, about=about)


def write_revision(
    actor: Actor,
    row: FormatDraft,
    data: Map,
    *,
    change: DraftChange,
    about: str = "",
    shows: int | None = None,
) -> Draft:
    """Put the next revision behind a locked draft, and record it."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if len(body.encode()) > MOST_BYTES:
        raise Invalid(_("Het format wordt te groot: hoogstens %(most)d kB.") % {"most": MOST_BYTES // 1024})
    number = row.revision + 1
    DraftRevision.objects.create(
        draft=row,
        number=number,
        shows=shows or number,
        body=body,
        change=change,
        about=about[:500],
        by=actor.ref,
        at=clock.now(),
    )
    row.revision = number
    row.save(update_fields=["revision"])
    record(
        actor=actor,
        event="format_draft_changed",
        subject=f"format:{row.format_id}",
        data={"draft": row.pk, "revision": number, "change": str(change)},
    )
    return draft_value(row)


def data_at(row: FormatDraft, base: int, draft: Draft) -> Map:
    """The draft as it was at a revision. Raises `NotNow` for one that it never had."""
    if base == draft.revision:
        return draft.data
    body = row.revisions.filter(number=base).values_list("body", flat=True).first()
    if body is None:
        raise gone()
    data: Map = json.loads(body)
    return data


def gone() -> NotNow:
    return NotNow(
        _(
            "Iemand anders heeft dit intussen gewijzigd of weggehaald. Uw tekst staat hieronder nog: kijk wat er nu staat."
        )
    )


def refuse_faults(faults: tuple[tuple[Path, str], ...]) -> None:
    """Raise `Invalid` for a part without the shape of a part; each fault at the field that it is about."""
    fields: dict[str, str] = {}
    for path, what in faults:
        fields.setdefault(str(path[0]) if path else "", what[:1].upper() + what[1:] + ".")
    if fields:
        raise Invalid(next(iter(fields.values())), fields)
