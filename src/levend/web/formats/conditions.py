"""A condition as rows of three fields, and in words; one that goes deeper stays as it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.formats.engine.editing import Map, Place, chapters_of, items_of
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.support_group import SupportGroup
from levend.formats.engine.yaml_source import Plain

ALL, ANY = "all", "any"
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
FILLED = "filled"

OPERATORS: Mapping[str, Promise] = {
    "eq": gettext_lazy("is"),
    "ne": gettext_lazy("is niet"),
    "has": gettext_lazy("bevat"),
    "gt": gettext_lazy("is meer, hoger of later dan"),
    "lt": gettext_lazy("is minder, lager of eerder dan"),
    "empty": gettext_lazy("is leeg"),
    FILLED: gettext_lazy("is ingevuld"),
}


@dataclass(frozen=True)
class Row:
    """One comparison: a question, how, and with what (as typed)."""

    key: str = ""
    operator: str = ""
    value: str = ""


@dataclass(frozen=True)
class Simple:
    """Rows that must all hold, or of which one must hold."""

    mode: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Asked:
    """A question that a condition can look at, with the answers to choose from."""

    key: str
    label: str
    type: str
    options: tuple[tuple[str, str], ...] = ()


def simple_of(condition: Plain) -> Simple | None:
    """The condition as rows; None when it is a tree that rows cannot show."""
    if condition is None:
        return Simple(ALL, ())
    if not isinstance(condition, dict) or len(condition) != 1:
        return None
    ((operator, operand),) = condition.items()
    if operator in {ALL, ANY} and isinstance(operand, list):
        rows = [_row(part) for part in operand]
        return Simple(operator, tuple(row for row in rows if row)) if all(rows) else None
    row = _row(condition)
    return Simple(ALL, (row,)) if row else None


def condition_of(simple: Simple, asked: Mapping[str, Asked]) -> Plain:
    """The rows as a condition; None for no rows. One row needs no *all* around it."""
    parts: list[Plain] = [_part(row, asked.get(row.key)) for row in simple.rows]
    if len(parts) < 2:
        return parts[0] if parts else None
    return {simple.mode: parts}


def earlier(data: Map, place: Place) -> tuple[Asked, ...]:
    """The questions that stand before a place, in reading order."""
    return tuple(_earlier(data, place))


def in_words(condition: Plain, asked: Mapping[str, Asked]) -> str:
    """The condition as a sentence without its end."""
    if not isinstance(condition, dict) or len(condition) != 1:
        return ""
    ((operator, operand),) = condition.items()
    row = _row(condition)
    if row is not None:
        return _row_words(row, asked.get(row.key))
    if operator == "not":
        return _("niet (%(what)s)") % {"what": in_words(operand, asked)}
    parts = [in_words(part, asked) for part in operand] if isinstance(operand, list) else []
    shown = [f"({part})" if len(parts) > 1 and (" en " in part or " of " in part) else part for part in parts]
    return f" {_('en')} ".join(shown) if operator == ALL else f" {_('of')} ".join(shown)


def _row(condition: Plain) -> Row | None:
    if not isinstance(condition, dict) or len(condition) != 1:
        return None
    ((operator, operand),) = condition.items()
    if operator == "empty":
        return Row(str(operand), "empty")
    if operator == "not" and isinstance(operand, dict) and set(operand) == {"empty"}:
        return Row(str(operand["empty"]), FILLED)
    if operator in OPERATORS and isinstance(operand, list) and len(operand) == 2:
        return Row(str(operand[0]), operator, _shown(operand[1]))
    return None


def _shown(operand: Plain) -> str:
    if isinstance(operand, bool):
        return "true" if operand else "false"
    return str(operand).replace(".", ",") if isinstance(operand, float) else str(operand)


def _part(row: Row, question: Asked | None) -> Map:
    if row.operator == "empty":
        return {"empty": row.key}
    if row.operator == FILLED:
        return {"not": {"empty": row.key}}
    return {row.operator: [row.key, operand_of(row.value, question.type if question else "")]}


def operand_of(value: str, kind: str) -> Plain:
    """What was typed, as the kind of question compares it; None when that cannot be."""
    if kind == QuestionType.BOOLEAN:
        return {"true": True, "false": False}.get(value)
    if kind == QuestionType.NUMBER:
        try:
            number = float(value.replace(",", "."))
        except ValueError:
            return None
        if not -1e12 < number < 1e12:
            return None
        return int(number) if number.is_integer() else round(number, 6)
    if kind == QuestionType.DATE:
        parts = _DAY.fullmatch(value)
        try:
            return (
                str(date(int(parts[3]), int(parts[2]), int(parts[1])))
                if parts
                else str(date.fromisoformat(value))
            )
        except ValueError:
            return None
    return value


def _row_words(row: Row, question: Asked | None) -> str:
    label = f"“{question.label if question else row.key}”"
    operator = str(OPERATORS[row.operator])
    if row.operator in {"empty", FILLED}:
        return f"{label} {operator}"
    value = dict(question.options).get(row.value, row.value) if question else row.value
    return f"{label} {operator} “{value}”"


def _earlier(data: Map, place: Place) -> Iterator[Asked]:
    for number, chapter in enumerate(chapters_of(data)[: place.chapter + 1]):
        items = items_of(chapter)
        for item in items[: place.item] if number == place.chapter else items:
            yield from _asked(item)


def _asked(item: Map) -> Iterator[Asked]:
    kind = str(item.get("type", ""))
    if kind == "support":
        for _place, question in SupportGroup.model_validate(item).unfolded:
            options = tuple((option.key, option.label) for option in question.options)
            yield Asked(question.key, question.label, question.type, options)
    elif "key" in item:
        yield Asked(str(item["key"]), str(item.get("label", "")), kind, _options(item, kind))


def _options(item: Map, kind: str) -> tuple[tuple[str, str], ...]:
    if kind == QuestionType.BOOLEAN:
        return (("true", _("Ja")), ("false", _("Nee")))
    options = item.get("options")
    return tuple(
        (str(option.get("key", "")), str(option.get("label", "")))
        for option in (options if isinstance(options, list) else ())
        if isinstance(option, dict)
    )
