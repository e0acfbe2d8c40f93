"""Bring last year's answers of a consortium's schools in: read a spreadsheet, and keep what it says until it is taken over."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.documents.reading.sheets import Sheet, SheetTrouble, read_sheet
from levend.formats.engine.columns import guess_code_column, guess_columns, location_code
from levend.formats.models import FormatVersion
from levend.formats.queries import definition_of, is_offered
from levend.organisations.models import Consortium
from levend.profiles.engine.brought import Columns, SavedCell, without_pupils
from levend.profiles.models import BroughtFile, BroughtRow, ColumnMapping
from levend.profiles.services.throw_away import forget_old


def bring_sheet(
    *, actor: Actor, consortium_id: int, version_id: int, file_name: str, data: bytes
) -> BroughtFile:
    """Read a spreadsheet of anybody's making, and keep its rows; no school notices anything yet.

    Its columns are those that the consortium saved for the same headers, or the best guess. Raises `NotAllowed`, or
    `Invalid` with a sentence for a file that cannot be taken or a version that this consortium does not have.
    """
    require_may_bring(actor, consortium_id, version_id)
    sheet = read_sheet(data)
    if sheet.trouble is not SheetTrouble.NONE:
        raise Invalid(_trouble(sheet.trouble), {"file": _trouble(sheet.trouble)})
    with transaction.atomic():
        forget_old()
        brought = new_file(actor, consortium_id, BroughtFile.Kind.SHEET, file_name, sha256_of(data))
        brought.format_version_id = version_id
        brought.headers = [clean(header) for header in sheet.headers]
        brought.mapping = _mapping(brought, version_id, sheet)
        brought.save()
        code = Columns.from_json(brought.mapping).code
        BroughtRow.objects.bulk_create(
            (
                BroughtRow(brought=brought, line=line, code=code_of(cells, code), cells=cells)
                for line, cells in ((line, without_pupils(cells)) for line, cells in sheet.rows)
            ),
            batch_size=200,
        )
        return brought


def require_may_bring(actor: Actor, consortium_id: int, version_id: int) -> None:
    """A coordinator for the own consortium, in a format that it has."""
    rules.can_import(actor, consortium_id).require()
    if not has_format(consortium_id, version_id):
        raise Invalid(_("Kies een gepubliceerd format."), {"version": _("Kies een gepubliceerd format.")})


def has_format(consortium_id: int, version_id: int) -> bool:
    """Whether a version is one that this consortium may ask its schools (two queries)."""
    group_id = Consortium.objects.values_list("group_id", flat=True).filter(pk=consortium_id).first()
    return is_offered(
        version_id,
        consortium_ids=frozenset({consortium_id}),
        group_ids=frozenset() if group_id is None else frozenset({group_id}),
    )


def new_file(
    actor: Actor, consortium_id: int, kind: BroughtFile.Kind, file_name: str, sha256: str
) -> BroughtFile:
    """The row of a file, not yet saved: forms have to be read by the worker."""
    return BroughtFile(
        consortium_id=consortium_id,
        kind=kind,
        state=BroughtFile.State.READ if kind is BroughtFile.Kind.SHEET else BroughtFile.State.READING,
        file_name=" ".join(clean(file_name).split())[-255:],
        sha256=sha256,
        brought_at=clock.now(),
        brought_by=actor.ref,
        brought_by_name=actor.name,
    )


def code_of(cells: Sequence[SavedCell], column: int | None) -> str:
    """The code of the school of a row, as far as it looks like one."""
    return location_code(cells[column])[:20] if column is not None else ""


def headers_sha256(headers: Sequence[str]) -> str:
    return sha256_of(list(headers))


def _mapping(brought: BroughtFile, version_id: int, sheet: Sheet) -> dict[str, object]:
    definition = definition_of(version_id)
    version = FormatVersion.objects.only("format_id").get(pk=version_id)
    saved = ColumnMapping.objects.filter(
        consortium_id=brought.consortium_id,
        format_id=version.format_id,
        headers_sha256=headers_sha256(brought.headers),
    )
    known = saved.order_by("-saved_at", "-id").first()
    if known is not None:
        questions = {place: key for place, key in enumerate(known.columns) if key and definition.has(key)}
        return Columns(known.code_column, questions).as_json() | {"name": known.name, "is_known": True}
    code = guess_code_column(brought.headers, [cells for _line, cells in sheet.rows])
    guessed = guess_columns(definition, brought.headers)
    return Columns(code, {place: key for place, key in guessed.items() if place != code}).as_json()


def _trouble(trouble: SheetTrouble) -> str:
    match trouble:
        case SheetTrouble.TOO_LARGE:
            return _("Dit bestand is groter dan 10 MB. Bewaar alleen het blad met de antwoorden en kies dat.")
        case SheetTrouble.ENCRYPTED:
            return _("Dit bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.")
        case SheetTrouble.EMPTY:
            return _(
                "In dit bestand staat niets om over te nemen: wij zoeken een regel met koppen en daaronder de scholen."
            )
        case SheetTrouble.TOO_MANY_COLUMNS:
            return _("Dit bestand heeft meer dan 400 kolommen. Bewaar alleen de kolommen met antwoorden.")
        case SheetTrouble.TOO_MANY_ROWS:
            return _("Dit bestand heeft meer dan 3.000 regels. Wij verwachten één regel per school.")
        case SheetTrouble.TOO_MUCH_WORK:
            return _(
                "Het lezen van dit bestand kost zo veel moeite dat wij ermee zijn gestopt. Bewaar het als CSV."
            )
        case _:
            return _("Dit is geen spreadsheet die wij kunnen lezen. Bewaar het bestand als XLSX of CSV.")
