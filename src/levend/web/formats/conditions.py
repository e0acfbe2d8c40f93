"""What a condition can look at and how it compares; a condition in words."""

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
FILLED, WITHOUT = "filled", "without"
UNARY = {"empty", FILLED}
"""Ways to compare that need no value."""

OPERATORS: Mapping[str, Promise] = {
    "eq": gettext_lazy("is"),
    "ne": gettext_lazy("is niet"),
    "has": gettext_lazy("bevat"),
    WITHOUT: gettext_lazy("bevat niet"),
    "gt": gettext_lazy("is meer, hoger of later dan"),
    "lt": gettext_lazy("is minder, lager of eerder dan"),
    "empty": gettext_lazy("is leeg"),
    FILLED: gettext_lazy("is ingevuld"),
}
_IN_WORDS: Mapping[tuple[str, str], Promise] = {
    ("gt", QuestionType.NUMBER): gettext_lazy("is meer dan"),
    ("lt", QuestionType.NUMBER): gettext_lazy("is minder dan"),
    ("gt", QuestionType.DATE): gettext_lazy("is later dan"),
    ("lt", QuestionType.DATE): gettext_lazy("is eerder dan"),
    ("gt", QuestionType.RATING): gettext_lazy("is hoger dan"),
    ("lt", QuestionType.RATING): gettext_lazy("is lager dan"),
}


@dataclass(frozen=True)
class Asked:
    """A question that a condition can look at, with the answers to choose from."""

    key: str
    label: str
    type: str
    options: tuple[tuple[str, str], ...] = ()


def operator_words(operator: str, question: Asked | None) -> Promise:
    """How a comparison reads, in the words of the kind of answer."""
    return _IN_WORDS.get((operator, question.type if question else ""), OPERATORS[operator])


def earlier(data: Map, place: Place) -> tuple[Asked, ...]:
    """The questions that stand before a place, in reading order."""
    return tuple(_earlier(data, place))


def in_words(condition: Plain, asked: Mapping[str, Asked]) -> str:
    """The condition as a sentence without its end."""
    match condition:
        case {"empty": key}:
            return _comparison(str(key), "empty", None, asked)
        case {"not": part}:
            return _negated(part, asked)
        case {"all": [*parts]}:
            return _listed(parts, asked, _("en"))
        case {"any": [*parts]}:
            return _listed(parts, asked, _("of"))
        case dict() if len(condition) == 1:
            ((operator, operand),) = condition.items()
            if operator in OPERATORS and isinstance(operand, list) and len(operand) == 2:
                return _comparison(str(operand[0]), operator, operand[1], asked)
    return ""


def _negated(condition: Plain, asked: Mapping[str, Asked]) -> str:
    match condition:
        case {"empty": key}:
            return _comparison(str(key), FILLED, None, asked)
        case {"has": [key, option]}:
            return _comparison(str(key), WITHOUT, option, asked)
        case {"any": [*parts]}:
            return _("niets hiervan klopt: %(what)s") % {"what": _listed(parts, asked, _("of"))}
        case {"all": [*parts]}:
            return _("niet alles hiervan klopt: %(what)s") % {"what": _listed(parts, asked, _("en"))}
    return _("dit niet klopt: %(what)s") % {"what": in_words(condition, asked)}


def _listed(parts: list[Plain], asked: Mapping[str, Asked], word: str) -> str:
    """Parts with a word between them; one that is more than a comparison stands between brackets."""
    if len(parts) == 1:
        return in_words(parts[0], asked)
    said = [f"({in_words(part, asked)})" if _is_group(part) else in_words(part, asked) for part in parts]
    return f" {word} ".join(said)


def _is_group(condition: Plain) -> bool:
    match condition:
        case {"not": {"empty": _operand}} | {"not": {"has": _operand}}:
            return False
        case {"all": _parts} | {"any": _parts} | {"not": _parts}:
            return True
    return False


def shown_operand(operand: Plain) -> str:
    """A value to compare with, as it stands in a field."""
    if isinstance(operand, bool):
        return "true" if operand else "false"
    return str(operand).replace(".", ",") if isinstance(operand, float) else str(operand)


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


def _comparison(key: str, operator: str, operand: Plain, asked: Mapping[str, Asked]) -> str:
    question = asked.get(key)
    label = f"“{question.label if question else key}”"
    compared = f"{label} {operator_words(operator, question)}"
    if operator in UNARY:
        return compared
    value = shown_operand(operand)
    return f"{compared} “{dict(question.options).get(value, value) if question else value}”"


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
