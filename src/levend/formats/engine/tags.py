"""The words with which a format says what an answer means.

element:extra-support          a mandatory element of the law (on a question)
support:TAAL-DYS:extra         an offer of a support type, protocol or group at a level; true when the question
                               is answered or the option chosen; a third word in-place or in-development
referral:GEDRAG-EXT            a need for which the school looks at another place together with the parents
expertise:R-RT  facility:F-LIFT  keyfigure:KG-ARR     codes of the catalogue
summary:mission  parents:help  guide:basic-support     the place of the answer in the one-page, the text for
                               parents, and the chapter of the school guide
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from .definition import Question
from .kinds import Audience, Element, Level, OfferState
from .messages import say
from .yaml_source import Path

_CODE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
_SLOT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SHAPES = {
    "element": "element:onderdeel",
    "support": "support:CODE:niveau",
    "referral": "referral:CODE",
    "expertise": "expertise:CODE",
    "facility": "facility:CODE",
    "keyfigure": "keyfigure:CODE",
    "summary": "summary:plek",
    "parents": "parents:plek",
    "guide": "guide:plek",
}


KnownCode: TypeAlias = Callable[[str, str], bool]
"""Whether the catalogue has a code for a kind of tag, say ("support", "TAAL-DYS")."""


def misplaced_tags(
    question: Question, *, of_column: bool = False, known_code: KnownCode | None = None
) -> Iterator[tuple[Path, str]]:
    """Tags of a question and its options that mean nothing, each with its path inside the question."""
    for index, tag in enumerate(question.tags):
        fault = _fault(tag) or _unknown_code(tag, known_code)
        if fault is None and tag.startswith("element:"):
            if of_column:
                fault = say("sense.element_on_option")
            elif question.audience is not Audience.PUBLIC:
                fault = say("sense.element_not_public")
        if fault is not None:
            yield ("tags", index), fault
    for position, option in enumerate(question.options):
        for index, tag in enumerate(option.tags):
            fault = _fault(tag) or _unknown_code(tag, known_code)
            if fault is None and tag.startswith("element:"):
                fault = say("sense.element_on_option")
            if fault is not None:
                yield ("options", position, "tags", index), fault


_WITH_CODE = {"support", "referral", "expertise", "facility", "keyfigure"}


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
        case "referral" | "expertise" | "facility" | "keyfigure", [code]:
            return None if _CODE.fullmatch(code) else wrong_shape
        case "summary" | "parents" | "guide", [slot]:
            return None if _SLOT.fullmatch(slot) else wrong_shape
    return wrong_shape


def _unknown_code(tag: str, known_code: KnownCode | None) -> str | None:
    kind, code, *_rest = tag.split(":")
    if known_code is None or kind not in _WITH_CODE or known_code(kind, code):
        return None
    return say("sense.tag_code", code=code)


def _unknown(value: str, known: type[Element] | type[Level] | type[OfferState]) -> str:
    return say("sense.tag_value", value=value, known=", ".join(known))
