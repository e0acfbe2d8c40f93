"""Undo a change of a draft, put the draft away, or publish it."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound, NotNow
from levend.formats.engine.yaml_writing import to_yaml
from levend.formats.enums import DraftChange, DraftState
from levend.formats.models import FormatDraft, FormatVersion
from levend.formats.queries.drafts import Draft, draft_value, kept_by
from levend.formats.services.drafting import data_at, locked_draft, write_revision


@transaction.atomic
def undo_change(*, actor: Actor, key: str, base: int) -> Draft:
    """Take the last change back that was not taken back yet; that too is a revision, so nothing is lost.

    Raises `NotNow` when somebody changed the draft since `base`, or when there is nothing left to take back.
    """
    row = locked_draft(actor, key)
    draft = draft_value(row)
    if base != draft.revision:
        raise NotNow(_("Er is intussen iets gewijzigd. Kijk eerst wat, en maak het dan ongedaan."))
    if not draft.can_undo:
        raise NotNow(_("Er is niets om ongedaan te maken."))
    undone = row.revisions.get(number=draft.shows)
    before = row.revisions.get(number=draft.shows - 1)
    about = f"{undone.get_change_display()}: {undone.about}" if undone.about else undone.get_change_display()
    return write_revision(
        actor,
        row,
        data_at(row, before.number, draft),
        change=DraftChange.UNDONE,
        about=about,
        shows=before.shows,
    )


@transaction.atomic
def discard_draft(*, actor: Actor, key: str, base: int) -> None:
    """Put the draft away; what was published stays. A second click changes nothing.

    Raises `NotFound`, and `NotNow` when somebody changed the draft since `base`.
    """
    last = _last_draft(actor, key)
    if last.state == DraftState.DISCARDED:
        return
    row = locked_draft(actor, key)
    if row.revision != base:
        raise NotNow(_("Er is intussen iets gewijzigd. Kijk eerst wat er nu staat."))
    _close(actor, row, DraftState.DISCARDED)
    record(
        actor=actor,
        event="format_draft_discarded",
        subject=f"format:{row.format_id}",
        data={"draft": row.pk, "revision": row.revision},
    )


@transaction.atomic
def publish_draft(*, actor: Actor, key: str, base: int, confirmed: bool) -> FormatVersion:
    """Publish the draft as the next version, which never changes again; a second click gives that version.

    `confirmed`: the warnings were read. Raises `NotFound`; `NotNow` when somebody changed the draft since `base`, while
    it has faults, and when it says the same as the version before; `Invalid` for warnings that nobody confirmed.
    """
    last = _last_draft(actor, key)
    if last.state == DraftState.PUBLISHED and last.revision == base:
        return FormatVersion.objects.get(format_id=last.format_id, number=last.number)
    row = locked_draft(actor, key)
    draft = draft_value(row)
    _check(draft, base, confirmed=confirmed)
    body = to_yaml(draft.data)
    sha256 = sha256_of(body.encode("utf-8"))
    version = FormatVersion.objects.create(
        format=row.format, number=row.number, body=body, sha256=sha256, published_at=clock.now()
    )
    row.format.title = draft.title
    schools = draft.data.get("school_types")
    row.format.school_types = schools if isinstance(schools, list) else []
    row.format.save(update_fields=["title", "school_types"])
    _close(actor, row, DraftState.PUBLISHED)
    record(
        actor=actor,
        event="format_version_published",
        subject=f"format:{row.format_id}",
        data={
            "version": version.pk,
            "number": version.number,
            "sha256": sha256,
            "draft": row.pk,
            "revision": row.revision,
        },
    )
    return version


def _check(draft: Draft, base: int, *, confirmed: bool) -> None:
    if base != draft.revision:
        raise NotNow(_("Er is intussen iets gewijzigd. Kijk eerst wat, en publiceer dan."))
    if draft.judged.errors:
        raise NotNow(_("Er staan nog fouten in dit format. Herstel die eerst."))
    if draft.published is not None and draft.judged.definition is not None and is_unchanged(draft):
        raise NotNow(_("Dit format zegt hetzelfde als de vorige versie. Er is niets om te publiceren."))
    if draft.judged.warnings and not confirmed:
        message = _("Lees wat scholen kwijtraken en vink aan dat u het weet.")
        raise Invalid(message, {"confirmed": message})


def is_unchanged(draft: Draft) -> bool:
    """Whether the draft says the same as the version before, the number aside."""
    before, now = draft.published, draft.judged.definition
    return (
        before is not None and now is not None and before.model_copy(update={"version": now.version}) == now
    )


def _last_draft(actor: Actor, key: str) -> FormatDraft:
    last = FormatDraft.objects.filter(kept_by(actor), format__key=key).order_by("-id").first()
    if last is None:
        raise NotFound(key)
    return last


def _close(actor: Actor, row: FormatDraft, state: DraftState) -> None:
    row.state, row.closed_by, row.closed_at = state, actor.ref, clock.now()
    row.save(update_fields=["state", "closed_by", "closed_at"])
