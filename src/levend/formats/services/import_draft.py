"""Read a file into a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.catalogue.queries import own_codes
from levend.core.errors import NotNow
from levend.formats.engine.judging import judge
from levend.formats.engine.yaml_source import read_yaml
from levend.formats.enums import DraftChange
from levend.formats.queries.drafts import Draft, draft_value
from levend.formats.services.drafting import locked_draft, write_revision
from levend.formats.services.source import named_version, note_source


@transaction.atomic
def import_draft(*, actor: Actor, key: str, base: int, text: bytes, name: str) -> Draft:
    """Let the draft say what the file says; its own key and number stay. What it said before stands in its history.

    Raises `FormatFaults` for a faulty file, which changes nothing, `NotFound`, and `NotNow` when somebody changed the
    draft since `base`.
    """
    row = locked_draft(actor, key)
    judge(text, name, own_codes=own_codes())
    if row.revision != base:
        raise NotNow(_("Er is intussen iets gewijzigd. Kijk eerst wat, en lees het bestand dan in."))
    draft = draft_value(row)
    data = read_yaml(text, name).data
    if not isinstance(data, dict):
        raise TypeError("a format is a mapping")
    whole = {**data, "key": row.format.key, "version": row.number}
    if whole == draft.data:
        return draft
    note_source(row.format, named_version(actor, data))
    return write_revision(actor, row, whole, change=DraftChange.IMPORTED, about=name)
