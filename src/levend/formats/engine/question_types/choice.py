"""One of several options."""

from collections.abc import Iterator

from ..conditions import Operand
from ..definition import Question
from ..kinds import QuestionType
from ..messages import say
from ..values import Value
from ..yaml_source import Path
from .base import TypeOfQuestion, chosen_option, label_of, needs_options


class Choice(TypeOfQuestion):
    """The value is the option's key."""

    type = QuestionType.CHOICE
    fields = frozenset({"options"})
    operators = frozenset({"eq", "ne"})
    json_kind = "text"

    def faults(self, question: Question) -> Iterator[tuple[Path, str]]:
        yield from super().faults(question)
        yield from needs_options(question, 2)

    def operand_faults(self, question: Question, operand: Operand) -> Iterator[str]:
        if not isinstance(operand, str):
            yield say("sense.operand_type", key=question.key, type=self.type)
        elif question.option(operand) is None:
            yield say("sense.unknown_option", key=question.key, option=operand)

    def is_comparable(self, question: Question, value: object) -> bool:
        return isinstance(value, str) and question.option(value) is not None

    def is_json(self, value: object) -> bool:
        return isinstance(value, str)

    def parse(self, question: Question, raw: object) -> Value:
        return chosen_option(question, raw)

    def display(self, question: Question, value: Value) -> str:
        return label_of(question, value)

    def chosen(self, question: Question, value: Value) -> tuple[str, ...]:
        return (value,) if isinstance(value, str) else ()
