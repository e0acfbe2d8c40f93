"""What is still to be answered before advice can be asked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .definition import Chapter, FormatDefinition, Question
from .question_types import type_of
from .switched_off import closed_questions
from .values import Answers, is_empty
from .visibility import visible_answers, visible_keys


@dataclass(frozen=True)
class Missing:
    """A question that must be answered, or whose answer has a gap."""

    question: Question
    chapter: Chapter


def missing(definition: FormatDefinition, answers: Answers, off: Collection[str] = ()) -> tuple[Missing, ...]:
    """Visible questions that are required and unanswered, and tables with a row half filled in, in reading order.

    No answer is needed about kinds of support that are `off` in the profile's region.
    """
    closed = {question.key for question in closed_questions(definition, off)}
    visible = visible_keys(definition, answers)
    return tuple(
        Missing(question, chapter)
        for chapter in definition.chapters
        for question in chapter.questions
        if question.key in visible
        and _is_open(question, answers)
        and (question.key not in closed or not is_empty(answers.get(question.key)))
    )


def _is_open(question: Question, answers: Answers) -> bool:
    value = answers.get(question.key)
    if is_empty(value):
        return question.required
    return not type_of(question).is_complete(question, value)


def missing_elements(
    definition: FormatDefinition, answers: Answers, elements: Iterable[str]
) -> tuple[str, ...]:
    """Those of `elements` (such as "ambitions", see `kinds.Element`) that no answer describes.

    An element is there when at least one visible question with its tag is answered. Which elements a case needs is
    data of its regime.
    """
    answered = visible_answers(definition, answers)
    described = {
        element
        for question in definition.questions
        if question.key in answered
        for element in question.tag_values("element")
    }
    return tuple(element for element in elements if element not in described)
