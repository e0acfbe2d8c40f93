"""Yes or no."""

from ..definition import Question
from ..kinds import QuestionType
from ..messages import say
from ..values import Value, ValueFault
from .base import TypeOfQuestion

_WORDS = {"true": True, "ja": True, "false": False, "nee": False}


class Boolean(TypeOfQuestion):
    """Yes, no, or not yet answered. A web form sends true, false or nothing."""

    type = QuestionType.BOOLEAN
    operators = frozenset({"eq", "ne"})
    json_kind = "boolean"

    def is_comparable(self, question: Question, value: object) -> bool:
        return isinstance(value, bool)

    def is_json(self, value: object) -> bool:
        return isinstance(value, bool)

    def parse(self, question: Question, raw: object) -> Value:
        if isinstance(raw, bool):
            return raw
        if isinstance(raw, str) and raw.strip().lower() in _WORDS:
            return _WORDS[raw.strip().lower()]
        raise ValueFault(say("value.boolean"))

    def display(self, question: Question, value: Value) -> str:
        return say("word.yes" if value is True else "word.no") if isinstance(value, bool) else str(value)
