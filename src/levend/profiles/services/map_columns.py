"""Say which column of a brought spreadsheet is about which question."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import Invalid, NotNow
from levend.core.plaintext import clean
from levend.formats.engine.cells import IN_CELLS
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_of
from levend.profiles.engine.brought import Columns
from levend.profiles.models import BroughtFile, BroughtRow, ColumnMapping
from levend.profiles.queries.brought_files import brought_file
from levend.profiles.services.bring import code_of, headers_sha256


@transaction.atomic
def map_columns(*, actor: Actor, brought_id: int, columns: Columns, name: str = "") -> BroughtFile:
    """Keep the choice, under a name too when there is one: the next file with the same headers begins with it.

    Raises `NotFound` for another's file, `NotNow` once it is taken over, `Invalid` for a column that is not there, a question that a
    column cannot be about, or two columns for one question.
    """
    brought = brought_file(actor, brought_id, lock=True)
    if brought.state != BroughtFile.State.READ or brought.format_version is None:
        raise NotNow(_("Aan dit bestand is niets meer te kiezen."))
    _require_sound(definition_of(brought.format_version.pk), columns, len(brought.headers), brought.headers)
    name = " ".join(clean(name).split())
    if len(name) > _LONGEST_NAME:
        message = _("Houd de naam korter dan 80 tekens.")
        raise Invalid(message, {"name": message})
    if name:
        _save_under(brought, brought.format_version.format_id, actor, name, columns)
    if columns.code != Columns.from_json(brought.mapping).code:
        rows = list(brought.rows.all())
        for row in rows:
            row.code = code_of(row.cells, columns.code)
        BroughtRow.objects.bulk_update(rows, ["code"], batch_size=200)
    brought.mapping = columns.as_json() | ({"name": name} if name else {})
    brought.save(update_fields=["mapping"])
    return brought


_LONGEST_NAME = 80


def _save_under(brought: BroughtFile, format_id: int, actor: Actor, name: str, columns: Columns) -> None:
    assert columns.code is not None  # noqa: S101  (was required)
    ColumnMapping.objects.update_or_create(
        consortium_id=brought.consortium_id,
        format_id=format_id,
        name=name,
        defaults={
            "headers_sha256": headers_sha256(brought.headers),
            "code_column": columns.code,
            "columns": [columns.questions.get(place, "") for place in range(len(brought.headers))],
            "saved_at": clock.now(),
            "saved_by": actor.ref,
        },
    )


def _require_sound(definition: FormatDefinition, columns: Columns, width: int, headers: list[str]) -> None:
    if columns.code is None or not 0 <= columns.code < width:
        message = _("Kies in welke kolom de code van de school staat.")
        raise Invalid(message, {"code": message})
    faults: dict[str, str] = {}
    taken: Mapping[str, int] = {}
    for place, key in columns.questions.items():
        if not 0 <= place < width or not definition.has(key):
            faults[f"column-{place}"] = _("Kies een van de mogelijkheden in de lijst.")
        elif definition.question(key).type not in IN_CELLS:
            faults[f"column-{place}"] = _("Een tabel komt niet uit een spreadsheet. Laat deze kolom weg.")
        elif key in taken:
            other = headers[taken[key]] or str(taken[key] + 1)
            faults[f"column-{place}"] = _("Deze vraag hoort al bij de kolom “%(other)s”.") % {"other": other}
        taken = {**taken, key: place}
    if faults:
        raise Invalid(_("Bij een paar kolommen klopt de keuze niet."), faults)
