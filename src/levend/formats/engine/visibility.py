"""Which questions are asked, given the answers.

One pass in reading order: a condition looks at earlier questions only, and an answer to a hidden question counts
as no answer, so nothing that comes later can change what was decided.
"""

from .conditions import All, AnyOf, ConditionPart, Empty, Equal, Greater, Has, Less, Not, NotEqual
from .definition import FormatDefinition, Question
from .kinds import Audience
from .question_types import type_of
from .values import Answers, Value, is_empty


def visible_keys(definition: FormatDefinition, answers: Answers) -> frozenset[str]:
    """The keys of the questions that are asked."""
    return frozenset(_pass(definition, answers))


def visible_answers(definition: FormatDefinition, answers: Answers) -> dict[str, Value]:
    """The answers that count: to visible questions, and not empty; in reading order."""
    return {key: value for key, value in _pass(definition, answers).items() if not is_empty(value)}


def audience_of(definition: FormatDefinition, key: str) -> Audience:
    """For whom a question is; a *namely* text is never for more people than the question that it explains."""
    question = definition.question(key)
    if question.namely_for is None:
        return question.audience
    parent = audience_of(definition, question.namely_for[0])
    return max(question.audience, parent, key=list(Audience).index)


def _pass(definition: FormatDefinition, answers: Answers) -> dict[str, Value]:
    counting: dict[str, Value] = {}
    for question in definition.questions:
        if _is_asked(definition, question, counting):
            counting[question.key] = answers.get(question.key)
    return counting


def _is_asked(definition: FormatDefinition, question: Question, counting: Answers) -> bool:
    if question.namely_for is not None:
        parent, option = question.namely_for
        if option not in type_of(definition.question(parent)).chosen(
            definition.question(parent), counting.get(parent)
        ):
            return False
    return question.condition is None or holds(definition, question.condition, counting)


def holds(definition: FormatDefinition, condition: ConditionPart, counting: Answers) -> bool:
    """Whether a condition holds; `counting` has the answers to the visible questions before it, and no others."""
    match condition:
        case All(all=parts):
            return all(holds(definition, part, counting) for part in parts)
        case AnyOf(any=parts):
            return any(holds(definition, part, counting) for part in parts)
        case Not(not_=part):
            return not holds(definition, part, counting)
        case Empty(empty=key):
            return is_empty(counting.get(key))
        case Equal(eq=(key, operand)):
            return _compares(definition, key, counting) and counting.get(key) == operand
        case NotEqual(ne=(key, operand)):
            return _compares(definition, key, counting) and counting.get(key) != operand
        case Has(has=(key, operand)):
            question = definition.question(key)
            return operand in type_of(question).chosen(question, counting.get(key))
        case Greater(gt=(key, operand)):
            return _compares(definition, key, counting) and _order(definition, key, counting, operand) > 0
        case Less(lt=(key, operand)):
            return _compares(definition, key, counting) and _order(definition, key, counting, operand) < 0
    raise TypeError(f"{condition!r} is no condition")


def _compares(definition: FormatDefinition, key: str, counting: Answers) -> bool:
    """Whether there is an answer that this version can compare; one carried over from another may not be."""
    value = counting.get(key)
    question = definition.question(key)
    return not is_empty(value) and type_of(question).is_comparable(question, value)


def _order(definition: FormatDefinition, key: str, counting: Answers, operand: object) -> int:
    question = definition.question(key)
    behaviour = type_of(question)
    ours, theirs = behaviour.rank(question, counting.get(key)), behaviour.rank(question, operand)
    if isinstance(ours, str) or isinstance(theirs, str):
        ours, theirs = str(ours), str(theirs)
        return (ours > theirs) - (ours < theirs)
    return (ours > theirs) - (ours < theirs)
