"""Which support a profile offers, says it looks elsewhere for, or has the people and rooms for: read from the tags."""

from collections.abc import Iterator
from dataclasses import dataclass

from .definition import FormatDefinition, Question
from .kinds import Audience, Level, OfferState
from .question_types import type_of
from .values import Answers, Value, is_empty
from .visibility import visible_answers


@dataclass(frozen=True)
class Offered:
    """An offer of a catalogue code (support type, protocol, group), and the question that says so."""

    code: str
    level: Level
    state: OfferState
    question_key: str


def offers(definition: FormatDefinition, answers: Answers) -> tuple[Offered, ...]:
    """The offers in public answers, in reading order; each code once per level, in place before in development."""
    found: dict[tuple[str, str], Offered] = {}
    for key, tag in meanings(definition, answers, "support"):
        code, level, *state = tag.split(":")
        offered = Offered(code, Level(level), OfferState(state[0]) if state else OfferState.IN_PLACE, key)
        known = found.get((code, level))
        if known is None or (known.state, offered.state) == (OfferState.IN_DEVELOPMENT, OfferState.IN_PLACE):
            found[(code, level)] = offered
    return tuple(found.values())


def codes(definition: FormatDefinition, answers: Answers, kind: str) -> tuple[str, ...]:
    """The codes that public answers give for `kind` (referral, expertise, facility), each once, in reading order."""
    return tuple(dict.fromkeys(code for _, code in meanings(definition, answers, kind)))


def meanings(definition: FormatDefinition, answers: Answers, kind: str) -> Iterator[tuple[str, str]]:
    """Question key and what stands after `kind:`, for every tag that holds.

    A question's tags hold when it is answered, a yes/no question's when the answer is yes, a number's when it is
    not nought; an option's tags hold when it is chosen, in a table in any row.
    """
    for key, value in visible_answers(definition, answers).items():
        question = definition.question(key)
        if question.audience is Audience.PUBLIC:
            for tag in _holding(question, value):
                if tag.startswith(f"{kind}:"):
                    yield key, tag.removeprefix(f"{kind}:")


def _holding(question: Question, value: Value) -> Iterator[str]:
    if is_empty(value) or value is False or value == 0:
        return
    yield from question.tags
    for chosen in type_of(question).chosen(question, value):
        option = question.option(chosen)
        if option is not None:
            yield from option.tags
    for column in question.columns:
        for row in value if isinstance(value, list) else ():
            if isinstance(row, dict):
                yield from _holding(column, row.get(column.key))
