"""The rows of an item: options of a choice, columns of a table, kinds of support; from the data and back."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.formats.engine.editing import Map
from levend.formats.engine.keys import suggested_key
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.text import clean
from levend.formats.engine.yaml_source import Plain
from levend.web.formats.forms.rows import Field, Rows, Typed, stored
from levend.web.formats.words import TYPES

CODES, MEANINGS = "codes", "betekenissen"
_COLUMN_TYPES = tuple(
    (kind.value, TYPES[kind])
    for kind in QuestionType
    if kind not in {QuestionType.TABLE, QuestionType.LONG_TEXT}
)
_WITH_OPTIONS = {QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.RATING}
_KEY = Field("sleutel", kind="hidden")


def rows_of(kind: str, item: Map, post: Mapping[str, object] | None) -> Rows | None:
    """The rows that items of this kind have; None for who has none."""
    match kind:
        case QuestionType.CHOICE | QuestionType.CHOICES | QuestionType.RATING:
            return _option_rows(kind, item, post)
        case QuestionType.TABLE:
            return _column_rows(item, post)
        case "support":
            return _entry_rows(item, post)
    return None


def with_rows(kind: str, item: Map, rows: Rows, names: Mapping[str, str]) -> Map:
    """The item with what stands in the rows; `names` are those of the catalogue, by code."""
    match kind:
        case QuestionType.TABLE:
            return _with(item, "columns", _columns(item, rows.filled))
        case "support":
            return _with(item, "entries", _entries(item, rows.filled, names))
    options = _options(item, rows.filled)
    alone = [
        str(option["key"]) for option, row in zip(options, rows.filled, strict=True) if row.get("alleen")
    ]
    return _with(_with(item, "options", options), "exclusive", alone if kind == QuestionType.CHOICES else [])


def _option_rows(kind: str, item: Map, post: Mapping[str, object] | None) -> Rows:
    fields = [
        _KEY,
        Field("tekst", _("Keuze")),
        Field("betekenis", _("Betekenis"), listed=MEANINGS),
        *(
            [Field("alleen", _("Gaat met niets anders samen"), "tick")]
            if kind == QuestionType.CHOICES
            else []
        ),
    ]
    exclusive = item.get("exclusive")
    alone = exclusive if isinstance(exclusive, list) else []
    rows = (
        {
            "sleutel": str(option.get("key", "")),
            "tekst": str(option.get("label", "")),
            "betekenis": " ".join(_texts(option.get("tags"))),
            "alleen": "ja" if option.get("key") in alone else "",
        }
        for option in _maps(item.get("options"))
    )
    help_text: str | Promise = _(
        "Een lege regel telt niet mee. De betekenis mag leeg blijven: kies er een uit de lijst, of meer met een spatie ertussen."
    )
    if kind == QuestionType.RATING:
        help_text = _("Van laag naar hoog. Een lege regel telt niet mee.")
    return stored("keuze", (_("Keuzes"), _("Keuze"), help_text), fields, rows, post)


def _column_rows(item: Map, post: Mapping[str, object] | None) -> Rows:
    fields = (
        _KEY,
        Field("tekst", _("Kolom")),
        Field("soort", _("Soort antwoord"), "select", _COLUMN_TYPES),
        Field("keuzes", _("Keuzes, elk op een eigen regel"), "long"),
        Field("verplicht", _("Verplicht in elke rij"), "tick"),
    )
    rows = (
        {
            "sleutel": str(column.get("key", "")),
            "tekst": str(column.get("label", "")),
            "soort": str(column.get("type", "")),
            "keuzes": "\n".join(str(option.get("label", "")) for option in _maps(column.get("options"))),
            "verplicht": "ja" if column.get("required") else "",
        }
        for column in _maps(item.get("columns"))
    )
    help_text = _(
        "Een lege regel telt niet mee. Keuzes zijn alleen nodig bij één keuze, meer keuzes of een schaal."
    )
    return stored("kolom", (_("Kolommen"), _("Kolom"), help_text), fields, rows, post)


def _entry_rows(item: Map, post: Mapping[str, object] | None) -> Rows:
    fields = (
        Field("code", _("Code uit de catalogus"), listed=CODES),
        Field("tekst", _("In de woorden van dit format")),
        Field("uitleg", _("Uitleg"), "long"),
    )
    rows = (
        {
            "code": str(entry.get("code", "")),
            "tekst": str(entry.get("label", "")),
            "uitleg": str(entry.get("help", "")),
        }
        for entry in _maps(item.get("entries"))
    )
    help_text = _(
        "Laat de woorden leeg om de naam uit de catalogus te gebruiken. Een lege regel telt niet mee."
    )
    return stored("soort", (_("Soorten ondersteuning"), _("Soort"), help_text), fields, rows, post)


def _options(item: Map, rows: Sequence[Typed]) -> list[Map]:
    before = {str(option.get("key")): option for option in _maps(item.get("options"))}
    taken = {row["sleutel"] for row in rows if row.get("sleutel")} | before.keys()
    options: list[Map] = []
    for row in rows:
        label = clean(row["tekst"])
        old = before.get(row.get("sleutel", ""), {})
        key = str(old.get("key") or suggested_key(label, taken, otherwise="keuze"))
        taken.add(key)
        option = _with({**old, "key": key, "label": label}, "tags", clean(row.get("betekenis", "")).split())
        options.append(option)
    return options


def _columns(item: Map, rows: Sequence[Typed]) -> list[Map]:
    before = {str(column.get("key")): column for column in _maps(item.get("columns"))}
    taken = {row["sleutel"] for row in rows if row.get("sleutel")} | before.keys()
    columns: list[Map] = []
    for row in rows:
        label = clean(row["tekst"])
        old = before.get(row.get("sleutel", ""), {})
        key = str(old.get("key") or suggested_key(label, taken, otherwise="kolom"))
        taken.add(key)
        kind = row.get("soort", "")
        column: Map = {**old, "key": key, "type": kind, "label": label}
        column = _with(column, "required", True if row.get("verplicht") else None)
        lines = [line for line in clean(row.get("keuzes", "")).split("\n") if line.strip()]
        columns.append(_with(column, "options", _lines(column, lines) if kind in _WITH_OPTIONS else []))
    return columns


def _lines(column: Map, lines: Sequence[str]) -> list[Map]:
    """Options by their label: one that stays keeps its key."""
    before = {str(option.get("label")): option for option in _maps(column.get("options"))}
    taken = {str(option.get("key")) for option in before.values()}
    options: list[Map] = []
    for line in lines:
        label = line.strip()
        known = before.get(label)
        option: Map = known or {"key": suggested_key(label, taken, otherwise="keuze"), "label": label}
        taken.add(str(option["key"]))
        options.append(option)
    return options


def _entries(item: Map, rows: Sequence[Typed], names: Mapping[str, str]) -> list[Map]:
    before = {str(entry.get("code")): entry for entry in _maps(item.get("entries"))}
    entries: list[Map] = []
    for row in rows:
        code = clean(row["code"]).upper()
        old = before.get(code, {})
        label, text = clean(row["tekst"]) or names.get(code, code), clean(row.get("uitleg", ""))
        kept = old.get("help") if clean(str(old.get("help", ""))) == text else text
        entries.append(_with({**old, "code": code, "label": label}, "help", kept))
    return entries


def _with(part: Map, name: str, value: "Plain | list[Map] | list[str]") -> Map:
    """The part with a field, or without it where there is nothing to say."""
    if value in (None, "", []):
        return {key: each for key, each in part.items() if key != name}
    return {**part, name: [*value] if isinstance(value, list) else value}


def _maps(value: Plain) -> list[Map]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _texts(value: Plain) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list) else []
