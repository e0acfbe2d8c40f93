"""When a question is asked: rows of a question, how to compare, and with what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.question_types import TYPES
from levend.formats.engine.yaml_source import Plain
from levend.web.formats.conditions import (
    ALL,
    ANY,
    FILLED,
    OPERATORS,
    Asked,
    Row,
    Simple,
    condition_of,
    operand_of,
    simple_of,
)

MOST = 12


@dataclass(frozen=True)
class Choice:
    value: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True)
class RowView:
    """A row: without a question it only asks which."""

    number: int
    questions: tuple[Choice, ...]
    operators: tuple[Choice, ...]
    values: tuple[Choice, ...]
    value: str
    needs_value: bool
    fault: str

    @property
    def is_known(self) -> bool:
        return bool(self.operators)


@dataclass(frozen=True)
class ConditionForm:
    """The rows as they are stored or as they were sent; `deep` says that rows cannot show what is stored."""

    asked: tuple[Asked, ...]
    mode: str
    rows: tuple[Row, ...]
    deep: bool = False
    is_sent: bool = False

    @property
    def by_key(self) -> dict[str, Asked]:
        return {each.key: each for each in self.asked}

    @property
    def filled(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.key)

    @property
    def is_valid(self) -> bool:
        return not any(self._fault(row) for row in self.filled)

    @property
    def condition(self) -> Plain:
        return condition_of(Simple(self.mode, self.filled), self.by_key)

    @property
    def views(self) -> tuple[RowView, ...]:
        rows = self.rows if self.rows and not self.rows[-1].key else (*self.rows, Row())
        return tuple(self._view(number, row) for number, row in enumerate(rows[:MOST]))

    @property
    def modes(self) -> tuple[Choice, ...]:
        return (
            Choice(ALL, _("Alle regels moeten kloppen"), self.mode == ALL),
            Choice(ANY, _("Eén regel is genoeg"), self.mode == ANY),
        )

    def _view(self, number: int, row: Row) -> RowView:
        question = self.by_key.get(row.key)
        questions = tuple(Choice(each.key, each.label, each.key == row.key) for each in self.asked)
        if row.key and question is None:  # the question went, or moved behind this one
            questions = (Choice(row.key, row.key, True), *questions)
        operators = _operators(question) if question else (tuple(OPERATORS) if row.key else ())
        options = question.options if question else ()
        return RowView(
            number,
            questions,
            tuple(Choice(each, OPERATORS[each], each == row.operator) for each in operators),
            tuple(Choice(key, label, key == row.value) for key, label in options),
            row.value,
            row.operator not in {"empty", FILLED},
            self._fault(row) if self.is_sent and row.key else "",
        )

    def _fault(self, row: Row) -> str:
        question = self.by_key.get(row.key)
        if question is None:
            return _("Kies een vraag die eerder komt.")
        if row.operator not in _operators(question):
            return _("Kies hoe u vergelijkt.")
        if row.operator in {"empty", FILLED}:
            return ""
        if not row.value:
            return _("Vul in waarmee u vergelijkt.")
        if question.options and row.value not in dict(question.options):
            return _("Kies een antwoord uit de lijst.")
        if operand_of(row.value, question.type) is None:
            return (
                _("Vul een getal in, bijvoorbeeld 12 of 12,5.")
                if question.type == QuestionType.NUMBER
                else _("Vul een datum in als dag-maand-jaar, bijvoorbeeld 14-3-2026.")
            )
        return ""


def stored_form(condition: Plain, asked: Sequence[Asked]) -> ConditionForm:
    """The form for what is stored."""
    simple = simple_of(condition)
    if simple is None:
        return ConditionForm(tuple(asked), ALL, (), deep=True)
    return ConditionForm(tuple(asked), simple.mode, simple.rows)


def sent_form(post: Mapping[str, object], asked: Sequence[Asked], deep: bool) -> ConditionForm:
    """The form as it was sent."""
    rows: list[Row] = []
    while len(rows) < MOST and f"regel-{len(rows)}-vraag" in post:
        number = len(rows)
        question, how, what = (
            str(post.get(f"regel-{number}-{name}", "")) for name in ("vraag", "hoe", "wat")
        )
        rows.append(Row(question, how, what.strip()))
    gone = str(post.get("doe", "")).split(" ")
    if len(gone) == 2 and gone[0] == "weg" and gone[1].isdecimal():
        rows = [row for number, row in enumerate(rows) if number != int(gone[1])]
    mode = ANY if post.get("samen") == ANY else ALL
    known = {each.key: each for each in asked}
    return ConditionForm(
        tuple(asked),
        mode,
        tuple(_suited(row, known.get(row.key)) for row in rows if row.key),
        deep,
        is_sent=not post.get("doe"),
    )


def _suited(row: Row, question: Asked | None) -> Row:
    """A row of which the question was just chosen begins with the first way to compare."""
    if question is None or row.operator in _operators(question):
        return row
    operators = _operators(question)
    return Row(row.key, operators[0], "")


def _operators(question: Asked) -> tuple[str, ...]:
    own = TYPES[QuestionType(question.type)].operators
    return tuple(each for each in OPERATORS if each in own or each in {"empty", FILLED})
