"""Any number of options."""

from collections.abc import Iterator, Mapping, Sequence

from ..conditions import Operand
from ..definition import Question
from ..kinds import QuestionType
from ..messages import say
from ..values import Value, ValueFault, is_empty
from ..yaml_source import Path
from .base import TypeOfQuestion, label_of, needs_options


class Choices(TypeOfQuestion):
    """The value lists the keys of the ticked options in the order of the format."""

    type = QuestionType.CHOICES
    fields = frozenset({"options", "exclusive"})
    operators = frozenset({"has"})
    json_kind = "list"

    def faults(self, question: Question) -> Iterator[tuple[Path, str]]:
        yield from super().faults(question)
        yield from needs_options(question, 1)
        for index, key in enumerate(question.exclusive):
            if question.option(key) is None:
                yield ("exclusive", index), say("sense.exclusive_unknown", key=key)

    def operand_faults(self, question: Question, operand: Operand) -> Iterator[str]:
        if not isinstance(operand, str) or question.option(operand) is None:
            yield say("sense.unknown_option", key=question.key, option=operand)

    def is_comparable(self, question: Question, value: object) -> bool:
        return isinstance(value, list)

    def is_json(self, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(key, str) for key in value)

    def parse(self, question: Question, raw: object) -> Value:
        if not isinstance(raw, list | tuple):
            raise ValueFault(say("value.options"))
        keys = {key.strip() for key in raw if isinstance(key, str)} - {""}
        ticked = [option.key for option in question.options if option.key in keys]
        if len(ticked) != len(keys) or not all(isinstance(key, str) for key in raw):
            raise ValueFault(say("value.options"))
        alone = next((key for key in question.exclusive if key in keys), None)
        if alone is not None and len(ticked) > 1:
            raise ValueFault(say("value.exclusive", label=label_of(question, alone)))
        return ticked or None

    def parse_form(self, question: Question, name: str, post: Mapping[str, Sequence[str]]) -> Value:
        sent = [key for key in post.get(name, ()) if not is_empty(key)]
        return self.parse(question, sent) if sent else None

    def display(self, question: Question, value: Value) -> str:
        if not isinstance(value, list):
            return str(value)
        return "\n".join(label_of(question, key) for key in value)

    def chosen(self, question: Question, value: Value) -> tuple[str, ...]:
        return tuple(key for key in value if isinstance(key, str)) if isinstance(value, list) else ()
