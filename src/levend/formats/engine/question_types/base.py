"""What every type of question can do; each type is one file beside this one."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from ..conditions import Operand
from ..definition import Question
from ..kinds import QuestionType
from ..messages import say
from ..values import Value, ValueFault, is_empty
from ..yaml_source import Path

# The fields of a question that belong to some types only, with the value that means "not set".
_SPECIAL: Mapping[str, object] = {
    "options": (),
    "exclusive": (),
    "columns": (),
    "max_length": None,
    "minimum": None,
    "maximum": None,
}


class TypeOfQuestion(ABC):
    """The behaviour of one type of question."""

    type: ClassVar[QuestionType]
    fields: ClassVar[frozenset[str]] = frozenset()
    operators: ClassVar[frozenset[str]] = frozenset()
    json_kind: ClassVar[str]
    """Which `answers.type.…` sentence says what JSON value an answers file holds."""

    def faults(self, question: Question) -> Iterator[tuple[Path, str]]:
        """What is wrong with a question of this type, with the path inside the question."""
        for field, unset in _SPECIAL.items():
            if field not in self.fields and getattr(question, field) != unset:
                yield (field,), say("sense.not_for_type", field=field, type=self.type)
        if (
            question.minimum is not None
            and question.maximum is not None
            and question.minimum > question.maximum
        ):
            yield ("minimum",), say("sense.bounds")

    def operand_faults(self, question: Question, operand: Operand) -> Iterator[str]:
        """Why a condition cannot compare an answer to `question` with `operand`."""
        if not self.is_comparable(question, operand):
            yield say("sense.operand_type", key=question.key, type=self.type)

    @abstractmethod
    def is_comparable(self, question: Question, value: object) -> bool:
        """Whether `value` could be an answer to `question`; stored answers may stem from another version."""

    def rank(self, question: Question, value: object) -> float | str:
        """Where a comparable value stands among the answers, for gt and lt."""
        raise NotImplementedError(f"Answers of type {self.type} have no order.")

    @abstractmethod
    def is_json(self, value: object) -> bool:
        """Whether a JSON value has the kind that an answers file must hold for this type."""

    @abstractmethod
    def parse(self, question: Question, raw: object) -> Value:
        """The value of a non-empty raw answer; raises `ValueFault` with a Dutch sentence."""

    def parse_form(self, question: Question, name: str, post: Mapping[str, Sequence[str]]) -> Value:
        """The value from the fields of a web form, where this question's field is called `name`."""
        sent = post.get(name) or ("",)
        return None if is_empty(sent[-1]) else self.parse(question, sent[-1])

    @abstractmethod
    def display(self, question: Question, value: Value) -> str:
        """A non-empty value as plain Dutch text; of another version's shape, as well as it goes."""

    def is_complete(self, question: Question, value: Value) -> bool:
        """Whether an answer leaves nothing open that the question needs."""
        return not is_empty(value)

    def chosen(self, question: Question, value: Value) -> tuple[str, ...]:
        """The keys of the options that an answer chooses."""
        return ()


def needs_options(question: Question, least: int) -> Iterator[tuple[Path, str]]:
    """Options: enough of them, none twice."""
    if len(question.options) < least:
        place: Path = ("options",) if question.options else ()
        yield place, say("sense.needs_options", type=question.type, least=least)
    seen: set[str] = set()
    for index, option in enumerate(question.options):
        if option.key in seen:
            yield ("options", index, "key"), say("sense.duplicate_option", key=option.key)
        seen.add(option.key)


def chosen_option(question: Question, raw: object) -> str:
    """The key of the option that `raw` names; raises `ValueFault`."""
    if isinstance(raw, str) and question.option(raw.strip()) is not None:
        return raw.strip()
    raise ValueFault(say("value.option"))


def label_of(question: Question, value: object) -> str:
    """The label of an option, or the bare key when this version has no such option."""
    option = question.option(value) if isinstance(value, str) else None
    return option.label if option is not None else str(value)
