"""One line of text."""

from ..definition import Question
from ..kinds import QuestionType
from ..messages import say
from ..text import clean
from ..values import Value, ValueFault
from .base import TypeOfQuestion

USUAL_LENGTH = 300


class Text(TypeOfQuestion):
    """A name or a short answer; line ends become spaces."""

    type = QuestionType.TEXT
    fields = frozenset({"max_length"})
    operators = frozenset({"eq", "ne"})
    json_kind = "text"
    usual_length = USUAL_LENGTH

    def is_comparable(self, question: Question, value: object) -> bool:
        return isinstance(value, str)

    def is_json(self, value: object) -> bool:
        return isinstance(value, str)

    def parse(self, question: Question, raw: object) -> Value:
        if not isinstance(raw, str):
            raise ValueFault(say("value.text"))
        text = self.normal(clean(raw))
        most = question.max_length or self.usual_length
        if len(text) > most:
            raise ValueFault(say("value.too_long", length=len(text), most=most))
        return text or None

    def normal(self, text: str) -> str:
        """The text as it is kept."""
        return " ".join(text.split())

    def display(self, question: Question, value: Value) -> str:
        return str(value)
