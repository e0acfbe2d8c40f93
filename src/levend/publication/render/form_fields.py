"""The fields of one question on a form."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from levend.documents.engine.field_pictures import lines_of
from levend.documents.engine.form_parts import (
    EMPTY_STATE,
    Field,
    FieldOption,
    FieldTable,
    ListField,
    RadioField,
    TextField,
    TickField,
)
from levend.formats.engine.answers import length_limit
from levend.formats.engine.definition import Question
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.paper import NO, YES, field_name, field_texts, rows_on_paper
from levend.formats.engine.question_types.number import in_dutch
from levend.formats.engine.values import Value

WIDTH = 440.0
"""Of a box for a long text, in points; a little less than it is, so that its lines are never counted too few."""
LEAST_LINES, MOST_LINES = 3, 40
CHARACTERS_A_LINE = 300
LINES_IN_A_CELL = 2
_SHARES = {QuestionType.NUMBER: 5, QuestionType.BOOLEAN: 5, QuestionType.DATE: 6}
_SHARE, _CHOICE_SHARE = 10, 9


def answer_fields(question: Question, value: Value) -> tuple[tuple[Field, ...] | FieldTable, str]:
    """The fields with what they hold already, and a remark that stands below them."""
    texts = field_texts(question, value)
    if question.type is QuestionType.TABLE:
        return _table(question, value, texts)
    return _fields(question, question.key, texts, _tip(question)), ""


def limit_words(question: Question) -> str:
    """What can be typed, said beside the question."""
    match question.type:
        case QuestionType.DATE:
            return _("bijvoorbeeld 14-3-2026")
        case QuestionType.NUMBER:
            return _number_words(question)
        case QuestionType.LONG_TEXT:
            most = length_limit(question)
            return _("hoogstens %(most)s tekens") % {"most": in_dutch(most or 0)}
    return ""


def _number_words(question: Question) -> str:
    least, most = question.minimum, question.maximum
    if least is not None and most is not None:
        return _("een getal van %(least)s tot en met %(most)s") % {
            "least": in_dutch(least),
            "most": in_dutch(most),
        }
    return _("een getal")


def _tip(question: Question) -> str:
    """What a screen reader says at the field."""
    label = f"{question.label} ({_('verplicht')})" if question.required else question.label
    limit = limit_words(question)
    return f"{label}, {limit}" if limit else label


def _fields(question: Question, name: str, texts: Mapping[str, str], tip: str) -> tuple[Field, ...]:
    held = texts.get(name, "")
    match question.type:
        case QuestionType.CHOICES:
            return tuple(
                TickField(each, f"{tip}: {option.label}", option.label, is_on=each in texts)
                for option in question.options
                for each in (field_name(name, option.key),)
            )
        case QuestionType.BOOLEAN | QuestionType.CHOICE | QuestionType.RATING:
            return (RadioField(name, tip, (*_options(question), _nothing(_("Geen antwoord"))), held),)
        case QuestionType.LONG_TEXT:
            return (TextField(name, tip, held, _lines(question, held), length_limit(question)),)
        case QuestionType.TEXT:
            return (TextField(name, tip, held, most=length_limit(question)),)
    return (TextField(name, tip, held),)


def _options(question: Question) -> tuple[FieldOption, ...]:
    if question.type is QuestionType.BOOLEAN:
        return (FieldOption(YES, _("Ja")), FieldOption(NO, _("Nee")))
    return tuple(FieldOption(option.key, option.label) for option in question.options)


def _nothing(words: str) -> FieldOption:
    return FieldOption(EMPTY_STATE, words)


def _lines(question: Question, held: str) -> int:
    """Room for what is there and a few lines more, or for a usual answer; never more than fits a page."""
    usual = (length_limit(question) or 0) // CHARACTERS_A_LINE
    filled = len(lines_of(held, WIDTH)) + 2 if held else 0
    return min(max(LEAST_LINES, usual, filled), MOST_LINES)


def _table(question: Question, value: Value, texts: Mapping[str, str]) -> tuple[FieldTable, str]:
    rows = rows_on_paper(question, value)
    table = FieldTable(
        head=tuple(column.label for column in question.columns),
        shares=tuple(_share(column) for column in question.columns),
        rows=tuple(
            tuple(_cell(question, column, row, texts) for column in question.columns)
            for row in range(1, rows + 1)
        ),
    )
    return table, _("Er zijn %(rows)d rijen. Hebt u er meer nodig? Vul die later aan in Levend.") % {
        "rows": rows
    }


def _share(column: Question) -> int:
    return _CHOICE_SHARE if column.options else _SHARES.get(column.type, _SHARE)


def _cell(question: Question, column: Question, row: int, texts: Mapping[str, str]) -> tuple[Field, ...]:
    name = field_name(question.key, row, column.key)
    tip = _("%(table)s, rij %(row)d: %(column)s") % {
        "table": question.label,
        "row": row,
        "column": column.label,
    }
    held = texts.get(name, "")
    match column.type:
        case QuestionType.BOOLEAN | QuestionType.CHOICE | QuestionType.RATING:
            return (ListField(name, tip, (_nothing("–"), *_options(column)), held),)
        case QuestionType.TEXT | QuestionType.LONG_TEXT:
            return (TextField(name, tip, held, LINES_IN_A_CELL, length_limit(column)),)
    return _fields(column, name, texts, tip)
