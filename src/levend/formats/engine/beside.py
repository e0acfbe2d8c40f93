"""What stands beside an answer or a register fact: the figure of the source, and what the school says instead and why.

A number whose tag names a key figure is filled in from the source and may be answered otherwise. A register fact cannot
be changed, but the school may say something else of it. Both numbers are shown then, with the reason. What the school
says is kept among its answers, see `extra`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .definition import FormatDefinition
from .extra import PUPILS, figure_codes, reason_key, register_fields_of, register_key
from .kinds import RegisterName
from .messages import say
from .question_types.date import in_words
from .question_types.number import in_dutch
from .values import Answers, Value, is_empty
from .visibility import visible_answers

FEWEST_SHOWN = 5
"""A source tells no number of children under this."""
BESIDE = "beside"
"""The key under which a location's register facts hold what this module says of them."""


@dataclass(frozen=True)
class Fact:
    """A figure by its source on a day (`2025-10-01`); without a value the source hides a count under five."""

    source: str
    on: str
    value: int | float | None


Facts: TypeAlias = Mapping[str, Fact]
"""By the code of the key figure."""
Entry: TypeAlias = dict[str, object]
"""`source`, `on` and `value` of the figure, `told` by the school of a register fact, `reason`; what is not there is left out."""


def beside(
    definition: FormatDefinition, answers: Answers, facts: Facts, register: Mapping[str, object]
) -> dict[str, Entry]:
    """What stands beside the text, by the key of the question or of the register fact; empty where nothing does."""
    found = dict(_of_answers(definition, answers, facts))
    for item in register_fields_of(definition):
        key = register_key(item.field)
        entry = _source(facts.get(PUPILS)) if item.field is RegisterName.PUPILS else {}
        told = answers.get(key)
        if not is_empty(told) and told != register.get(item.field.value):
            entry |= {"told": told, **_reason(answers, key)}
        if entry:
            found[key] = entry
    return found


def without_reason(found: Mapping[str, Entry], answers: Answers) -> tuple[str, ...]:
    """The keys beside which a reason is still to be given."""
    return tuple(
        key for key, entry in found.items() if differs(entry, answers.get(key)) and "reason" not in entry
    )


def differs(entry: Entry, answer: Value) -> bool:
    """Whether the school says another thing than the source; beside a hidden count five or more is another number."""
    if "told" in entry:
        return True
    if "source" not in entry or is_empty(answer):
        return False
    if "value" not in entry:
        return isinstance(answer, int | float) and answer >= FEWEST_SHOWN
    return answer != entry["value"]


def in_text(shown: str, entry: object, answer: Value = None) -> str:
    """A number or fact as text, with what stands beside it."""
    if not isinstance(entry, dict) or not entry:
        return shown
    source = _source_words(entry)
    if source and not shown:
        shown = _number(entry)
    if not differs(entry, answer):
        return say("beside.source", shown=shown, source=source) if source else shown
    told = entry.get("told")
    number = in_dutch(told) if isinstance(told, int | float) else shown if told is None else str(told)
    kind: Literal["counts", "writes"] = "writes" if isinstance(told, str) else "counts"
    reason = " ".join(str(entry.get("reason", "")).split()).rstrip(".;")
    theirs = (
        say("beside.theirs", source=entry["source"], on=in_words(str(entry["on"])), value=_number(entry))
        if source
        else say("beside.register", value=shown)
    )
    return say(
        f"beside.{kind}_because" if reason else f"beside.{kind}", told=number, reason=reason, theirs=theirs
    )


def _of_answers(definition: FormatDefinition, answers: Answers, facts: Facts) -> Iterable[tuple[str, Entry]]:
    visible = visible_answers(definition, answers)
    for key, code in figure_codes(definition).items():
        if key in visible and code in facts:
            entry = _source(facts[code])
            yield key, entry | (_reason(answers, key) if differs(entry, visible[key]) else {})


def _source(fact: Fact | None) -> Entry:
    if fact is None:
        return {}
    value = {} if fact.value is None else {"value": fact.value}
    return {"source": fact.source, "on": fact.on, **value}


def _reason(answers: Answers, key: str) -> Entry:
    reason = answers.get(reason_key(key))
    return {} if is_empty(reason) else {"reason": reason}


def _source_words(entry: Entry) -> str:
    if "source" not in entry:
        return ""
    return say("beside.by", source=entry["source"], on=in_words(str(entry["on"])))


def _number(entry: Entry) -> str:
    value = entry.get("value")
    return in_dutch(value) if isinstance(value, int | float) else say("beside.hidden")
