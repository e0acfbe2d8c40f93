"""The words with which a format says what an answer means.

element:extra-support          a mandatory element of the law (on a question)
support:TAAL-DYS:extra         an offer of a support type, protocol or group at a level; true when the question
                               is answered or the option chosen; a third word in-place or in-development
by:TAAL-DYS:partner            who gives an offered support (on an option): own, board, consortium, partner
state:TAAL-DYS:planned         how far an offered support is (on an option): planned, in-development, in-place
capacity:TAAL-DYS              for how many pupils at once there is room (on a number)
words:TAAL-DYS:offer           a text about an offered support: offer, others, or one of the five fields time,
                               materials, space, expertise, cooperation
referral:GEDRAG-EXT            a need for which the school looks at another place together with the parents
expertise:R-RT  facility:F-LIFT  keyfigure:KG-ARR     codes of the catalogue
summary:mission  parents:help  guide:basic-support     the place of the answer in the one-page, the text for
                               parents, and the chapter of the school guide
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeAlias

from .definition import Question
from .kinds import Audience, Element, Level, OfferState, Provider, QuestionType, Telling
from .messages import say
from .yaml_source import Path

_CODE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
_SLOT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SHAPES = {
    "element": "element:onderdeel",
    "support": "support:CODE:niveau",
    "by": "by:CODE:wie",
    "state": "state:CODE:stand",
    "capacity": "capacity:CODE",
    "words": "words:CODE:wat",
    "referral": "referral:CODE",
    "expertise": "expertise:CODE",
    "facility": "facility:CODE",
    "keyfigure": "keyfigure:CODE",
    "summary": "summary:plek",
    "parents": "parents:plek",
    "guide": "guide:plek",
}


_WORDS: dict[str, type[StrEnum]] = {"by": Provider, "state": OfferState, "words": Telling}

KnownCode: TypeAlias = Callable[[str, str], bool]
"""Whether the catalogue has a code for a kind of tag, say ("support", "TAAL-DYS")."""


def misplaced_tags(
    question: Question, *, of_column: bool = False, known_code: KnownCode | None = None
) -> Iterator[tuple[Path, str]]:
    """Tags of a question and its options that mean nothing, each with its path inside the question."""
    for index, tag in enumerate(question.tags):
        fault = (
            _fault(tag) or _unknown_code(tag, known_code) or _on_question(tag, question, of_column=of_column)
        )
        if fault is not None:
            yield ("tags", index), fault
    for position, option in enumerate(question.options):
        for index, tag in enumerate(option.tags):
            fault = _fault(tag) or _unknown_code(tag, known_code) or _on_option(tag)
            if fault is not None:
                yield ("options", position, "tags", index), fault


_WITH_CODE = {
    "support", "by", "state", "capacity", "words", "referral", "expertise", "facility", "keyfigure",
}  # fmt: skip
_TYPES = {
    "capacity": {QuestionType.NUMBER},
    "words": {QuestionType.TEXT, QuestionType.LONG_TEXT},
}
"""Tags that read the answer itself, with the types of question whose answers they can read."""


def _on_question(tag: str, question: Question, *, of_column: bool) -> str | None:
    """Why a tag cannot stand with a question, or with a column of a table."""
    kind = tag.partition(":")[0]
    if kind == "element" and of_column:
        return say("sense.element_on_option")
    if kind == "element" and question.audience is not Audience.PUBLIC:
        return say("sense.element_not_public")
    if kind in {"by", "state"}:
        return say("sense.tag_on_option", kind=kind)
    if kind in _TYPES and question.type not in _TYPES[kind]:
        return say("sense.tag_type", kind=kind, type=question.type)
    return None


def _on_option(tag: str) -> str | None:
    """Why a tag cannot stand with an option."""
    kind = tag.partition(":")[0]
    if kind == "element":
        return say("sense.element_on_option")
    return say("sense.tag_on_question", kind=kind) if kind in _TYPES else None


def _fault(tag: str) -> str | None:
    kind, *values = tag.split(":")
    if kind not in _SHAPES:
        return say("sense.tag_kind", known=", ".join(f"{known}:" for known in _SHAPES))
    wrong_shape = say("sense.tag_shape", kind=kind, shape=_SHAPES[kind])
    match kind, values:
        case "element", [element]:
            return None if element in set(Element) else _unknown(element, Element)
        case "support", [code, level, *state]:
            if level not in set(Level):
                return _unknown(level, Level)
            if state and state[0] not in set(OfferState):
                return _unknown(state[0], OfferState)
            return None if _CODE.fullmatch(code) else wrong_shape
        case "by" | "state" | "words", [code, word] if _CODE.fullmatch(code):
            known = _WORDS[kind]
            return None if word in set(known) else _unknown(word, known)
        case "referral" | "expertise" | "facility" | "keyfigure" | "capacity", [code]:
            return None if _CODE.fullmatch(code) else wrong_shape
        case "summary" | "parents" | "guide", [slot]:
            return None if _SLOT.fullmatch(slot) else wrong_shape
    return wrong_shape


def _unknown_code(tag: str, known_code: KnownCode | None) -> str | None:
    kind, code, *_rest = tag.split(":")
    if known_code is None or kind not in _WITH_CODE or known_code(kind, code):
        return None
    return say("sense.tag_code", code=code)


def _unknown(value: str, known: type[StrEnum]) -> str:
    return say("sense.tag_value", value=value, known=", ".join(known))
