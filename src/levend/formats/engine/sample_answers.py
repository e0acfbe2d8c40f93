"""Answers that nobody gave, to show what a profile in a format looks like."""

from .definition import FormatDefinition, Question
from .kinds import QuestionType
from .values import Cell, Row, Value

_SENTENCE = "Hier staat straks wat de school zelf schrijft."
_STORY = (
    "Dit is een voorbeeldtekst. Hier staat straks wat de school zelf schrijft: in een paar zinnen, zoals zij het een "
    "ouder vertelt.\n\n- een eerste punt\n- een tweede punt"
)
_DAY = "2026-09-14"


def sample_answers(definition: FormatDefinition) -> dict[str, Value]:
    """An answer to every question, each of a kind that the question takes; the same at every call.

    Questions with one choice take turns, so that more than the first branch of a format is seen.
    """
    answers: dict[str, Value] = {}
    for number, question in enumerate(definition.questions):
        value = _value(question, number)
        if value is not None:
            answers[question.key] = value
    return answers


def _value(question: Question, number: int) -> Value:
    if question.type is QuestionType.TABLE:
        rows = max(1, min(2, int(question.maximum) if question.maximum is not None else 2))
        return [_row(question, row) for row in range(rows)]
    return _cell(question, number)


def _row(question: Question, number: int) -> Row:
    cells = {column.key: _cell(column, number) for column in question.columns}
    return {key: cell for key, cell in cells.items() if cell is not None}


def _cell(question: Question, number: int) -> Cell:
    keys = [option.key for option in question.options]
    match question.type:
        case QuestionType.TEXT:
            return _SENTENCE[: question.max_length or len(_SENTENCE)].strip()
        case QuestionType.LONG_TEXT:
            return _STORY[: question.max_length or len(_STORY)].strip()
        case QuestionType.NUMBER:
            least = question.minimum if question.minimum is not None else 12
            return min(max(least, 12), question.maximum if question.maximum is not None else max(least, 12))
        case QuestionType.DATE:
            return _DAY
        case QuestionType.BOOLEAN:
            return True
        case QuestionType.CHOICES:
            return [key for key in keys if key not in question.exclusive][:2] or keys[:1] or None
        case QuestionType.CHOICE | QuestionType.RATING if keys:
            return keys[number % len(keys)]
    return None
