"""A place on a scale."""

from ..definition import Question
from ..kinds import QuestionType
from .choice import Choice


class Rating(Choice):
    """Like a choice, with options in order from low to high, so that answers compare."""

    type = QuestionType.RATING
    operators = frozenset({"eq", "ne", "gt", "lt"})

    def rank(self, question: Question, value: object) -> float | str:
        return next(place for place, option in enumerate(question.options) if option.key == value)
