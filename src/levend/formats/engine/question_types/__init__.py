"""The types of questions: all that a type does stands in its one file."""

from ..definition import Question
from ..kinds import QuestionType
from .base import TypeOfQuestion
from .boolean import Boolean
from .choice import Choice
from .choices import Choices
from .date import Date
from .long_text import LongText
from .number import Number
from .rating import Rating
from .table import Table
from .text import Text

__all__ = ["TYPES", "TypeOfQuestion", "type_of"]


def type_of(question: Question) -> TypeOfQuestion:
    """The behaviour of a question's type."""
    return TYPES[question.type]


TYPES: dict[QuestionType, TypeOfQuestion] = {
    behaviour.type: behaviour
    for behaviour in (
        Text(),
        LongText(),
        Number(),
        Date(),
        Boolean(),
        Choice(),
        Choices(),
        Rating(),
        Table(type_of),
    )
}
