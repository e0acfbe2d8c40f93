"""Which questions together describe one offer: its level, who gives it, how far it is, for how many, in which words."""

from enum import StrEnum

from .definition import Question
from .kinds import QuestionType


class OfferPart(StrEnum):
    """What a question tells about an offer; the value is the kind of tag that says so."""

    LEVEL = "support"
    BY = "by"
    STATE = "state"
    CAPACITY = "capacity"
    WORDS = "words"


def offer_part(question: Question) -> tuple[str, OfferPart] | None:
    """The one code that a question speaks about, and what it tells of it; None for every other question.

    Only a single choice gives the level of one code: a tick list over many codes is a question about the school.
    """
    for part in (OfferPart.CAPACITY, OfferPart.WORDS):
        for value in question.tag_values(part):
            return value.partition(":")[0], part
    tags = {tag for option in question.options for tag in option.tags}
    for part in (OfferPart.LEVEL, OfferPart.BY, OfferPart.STATE):
        codes = {tag.split(":")[1] for tag in tags if tag.startswith(f"{part}:")}
        if len(codes) == 1 and (part is not OfferPart.LEVEL or question.type is QuestionType.CHOICE):
            return codes.pop(), part
    return None
