"""Which support a profile offers, says it looks elsewhere for, or has the people and rooms for: read from the tags."""

from collections.abc import Iterator
from dataclasses import dataclass

from .definition import FormatDefinition, Question
from .kinds import Audience, Level, OfferState, Provider, Telling
from .question_types import type_of
from .values import Answers, Value, is_empty
from .visibility import visible_answers


@dataclass(frozen=True)
class Offered:
    """An offer of a catalogue code (support type, protocol, group), and the question that says so.

    `by` is who gives it, empty when nobody said; `capacity` for how many pupils at once, None where that is not said.
    """

    code: str
    level: Level
    state: OfferState
    question_key: str
    by: tuple[Provider, ...] = ()
    capacity: int | None = None


def offers(definition: FormatDefinition, answers: Answers) -> tuple[Offered, ...]:
    """The offers in public answers, in reading order; each code once per level, what stands before what will.

    The state is that of the `support` tag, unless a `state` answer speaks about this code; who said nothing about it
    means that the offer is in place.
    """
    states = _words_about(definition, answers, "state")
    providers = _words_about(definition, answers, "by")
    room = dict(_capacities(definition, answers))
    found: dict[tuple[str, str], Offered] = {}
    for key, tag in meanings(definition, answers, "support"):
        code, level, *state = tag.split(":")
        offered = Offered(
            code,
            Level(level),
            min((OfferState(word) for word in (*state, *states.get(code, ()))), key=_nearness)
            if state or code in states
            else OfferState.IN_PLACE,
            key,
            tuple(provider for provider in Provider if provider in providers.get(code, ())),
            room.get(code),
        )
        known = found.get((code, level))
        if known is None or _nearness(offered.state) < _nearness(known.state):
            found[(code, level)] = offered
    return tuple(found.values())


def words_about(definition: FormatDefinition, answers: Answers) -> dict[str, dict[Telling, str]]:
    """What public answers tell about each code, as the school wrote it (with light marks)."""
    told: dict[str, dict[Telling, str]] = {}
    for key, tag in meanings(definition, answers, "words"):
        code, _colon, telling = tag.partition(":")
        told.setdefault(code, {})[Telling(telling)] = str(answers[key])
    return told


def _nearness(state: OfferState) -> int:
    return list(OfferState).index(state)


def _words_about(definition: FormatDefinition, answers: Answers, kind: str) -> dict[str, list[str]]:
    """The second words of the tags of a kind, by the code that they speak about."""
    about: dict[str, list[str]] = {}
    for _key, tag in meanings(definition, answers, kind):
        code, _colon, word = tag.partition(":")
        about.setdefault(code, []).append(word)
    return about


def _capacities(definition: FormatDefinition, answers: Answers) -> Iterator[tuple[str, int]]:
    for key, code in meanings(definition, answers, "capacity"):
        value = answers[key]
        if isinstance(value, int | float):
            yield code, int(value)


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
