"""Answers as the fields of a form on paper, and back.

A field has the key of its question as its name. A box to tick adds the key of its option (`partners:gemeente`), a cell of
a table its row from 1 and its column (`scholing:2:wie`). A button's state is the key of its option, `ja` or `nee` for a
yes or no. Every field says what it holds as a text: what was typed, or a state.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .answers import parse_value
from .definition import FormatDefinition, Question
from .display import display
from .kinds import QuestionType
from .question_types.table import USUAL_ROWS
from .values import Value, ValueFault, is_empty

FieldTexts = Mapping[str, str]

YES, NO = "ja", "nee"
TICKED = "Ja"
NOTHING = "Geen"
"""The state that takes an answer back. No option has a key with a capital."""
LEAST_ROWS, SPARE_ROWS = 5, 3
_UNTICKED = frozenset({"", "Off", "off", "No", "false", "0"})
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def field_name(*parts: object) -> str:
    """The name of a field; no key has a colon, and a full stop would mean something to a PDF."""
    return ":".join(map(str, parts))


def rows_on_paper(question: Question, value: Value) -> int:
    """How many rows a table has on paper: those that are there and a few more, at most what the question takes."""
    rows = len(value) if isinstance(value, list) else 0
    most = USUAL_ROWS if question.maximum is None else int(question.maximum)
    return max(rows, min(max(rows + SPARE_ROWS, LEAST_ROWS), most), 1)


def field_texts(question: Question, value: Value) -> dict[str, str]:
    """The fields that an answer fills in, by name; an answer of another shape fills in none."""
    if is_empty(value):
        return {}
    if question.type is QuestionType.TABLE:
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        return {
            name: text
            for number, row in enumerate(rows, start=1)
            for column in question.columns
            for name, text in _texts(column, row.get(column.key), field_name(question.key, number)).items()
        }
    return _texts(question, value, "")


def _texts(question: Question, value: Value, prefix: str) -> dict[str, str]:
    name = field_name(prefix, question.key) if prefix else question.key
    if is_empty(value):
        return {}
    match question.type:
        case QuestionType.CHOICES:
            ticked = value if isinstance(value, list) else []
            return {field_name(name, each.key): TICKED for each in question.options if each.key in ticked}
        case QuestionType.CHOICE | QuestionType.RATING:
            known = isinstance(value, str) and question.option(value) is not None
            return {name: str(value)} if known else {}
        case QuestionType.BOOLEAN:
            return {name: YES if value else NO} if isinstance(value, bool) else {}
        case QuestionType.DATE:
            return {name: _ISO.sub(r"\3-\2-\1", str(value))}
        case QuestionType.NUMBER:
            return {name: display(question, value)}
    return {name: str(value)}


@dataclass(frozen=True)
class PaperAnswer:
    """What one question says on paper; `fault` is a sentence where it cannot be taken."""

    value: Value
    fault: str = ""


def paper_answer(question: Question, fields: FieldTexts) -> PaperAnswer:
    """The answer that the fields of a question hold together."""
    try:
        return PaperAnswer(parse_value(question, _raw(question, fields)))
    except ValueFault as fault:
        return PaperAnswer(None, fault.message)


def paper_answers(definition: FormatDefinition, fields: FieldTexts) -> dict[str, PaperAnswer]:
    """What every question says on paper, in reading order."""
    return {question.key: paper_answer(question, fields) for question in definition.questions}


def _raw(question: Question, fields: FieldTexts) -> object:
    if question.type is not QuestionType.TABLE:
        return _raw_one(question, question.key, fields)
    # Rows that stayed empty are passed on, so that a fault names the row by its number on paper.
    return [
        {column.key: _raw_one(column, field_name(question.key, row, column.key), fields) for column in question.columns}
        for row in range(1, _last_row(question, fields) + 1)
    ]  # fmt: skip


def _raw_one(question: Question, name: str, fields: FieldTexts) -> object:
    if question.type is QuestionType.CHOICES:
        return [
            each.key
            for each in question.options
            if fields.get(field_name(name, each.key), "") not in _UNTICKED
        ]
    text = fields.get(name, "")
    if question.type in {QuestionType.CHOICE, QuestionType.RATING}:
        return None if text in {NOTHING, "Off"} else _option_of(question, text)
    if question.type is QuestionType.BOOLEAN:
        return None if text in {NOTHING, "Off"} else text
    return text


def _option_of(question: Question, text: str) -> str:
    """The key of an option; a program may give the words of a list instead of what they stand for."""
    if question.option(text) is None:
        for option in question.options:
            if option.label == text:
                return option.key
    return text


def _last_row(question: Question, fields: FieldTexts) -> int:
    cell = re.compile(re.escape(question.key) + r":([0-9]{1,3}):.+", re.DOTALL)
    return max((int(match[1]) for name in fields if (match := cell.fullmatch(name))), default=0)


def own_fields(question: Question, fields: FieldTexts) -> dict[str, str]:
    """Those of the fields that belong to a question, with one kind of line end."""
    return {
        name: one_line_end(text)
        for name, text in fields.items()
        if name.partition(":")[0] == question.key and text
    }


def one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
