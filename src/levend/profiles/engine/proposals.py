"""What a form that came back proposes, answer by answer.

Three texts meet: what the form began with, what it says now, and what stands in the profile. What nobody changed on the
form is no proposal, also when the profile moved on meanwhile. Where both moved on, a person decides.
"""

from dataclasses import dataclass

from levend.formats.engine.answers import parse_value
from levend.formats.engine.carry import Carried, Left, carry
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.paper import FieldTexts, own_fields, paper_answer
from levend.formats.engine.values import Answers, Value, ValueFault
from levend.formats.engine.visibility import visible_keys
from levend.profiles.engine.revisions import is_same


@dataclass(frozen=True)
class Proposal:
    """`paper` is what the form says, None for an answer that was taken away on it.

    `fault` is a sentence where that cannot be taken, `left` what of it stays behind in this version of the format.
    `is_clash`: the profile no longer says what the form began with. `is_asked`: the question applies.
    """

    question: Question
    now: Value
    paper: Value
    fault: str = ""
    left: tuple[Left, ...] = ()
    is_clash: bool = False
    is_asked: bool = True

    @property
    def key(self) -> str:
        return self.question.key

    @property
    def can_be_taken(self) -> bool:
        return not self.fault and (self.paper is not None or not self.left)

    @property
    def is_safe(self) -> bool:
        """Whether to propose it as done: nothing of anybody's is lost, and all of it arrives."""
        return self.can_be_taken and not self.left and not self.is_clash and self.is_asked


@dataclass(frozen=True)
class Form:
    """A form that came back; `base` is None where nobody knows any more what it began with."""

    definition: FormatDefinition
    fields: FieldTexts
    base: FieldTexts | None

    def is_of(self, definition: FormatDefinition) -> bool:
        """Whether the form asks what this version asks."""
        return (self.definition.key, self.definition.version) == (definition.key, definition.version)


def proposals(form: Form, definition: FormatDefinition, now: Answers) -> tuple[Proposal, ...]:
    """The answers that the form changes, in the order of the profile's format; then what that no longer asks."""
    changed = [question for question in form.definition.questions if _is_changed(form, question)]
    carried = _carried(form, definition)
    found = [
        proposal
        for question in changed
        if (proposal := _proposal(form, question, definition, now, carried)) is not None
    ]
    taken = {**now, **{each.key: each.paper for each in found if each.can_be_taken}}
    asked = visible_keys(definition, taken)
    placed = {question.key: place for place, question in enumerate(definition.questions)}
    return tuple(
        Proposal(each.question, each.now, each.paper, each.fault, each.left, each.is_clash, each.key in asked)
        for each in sorted(found, key=lambda each: placed.get(each.key, len(placed)))
    )


def _is_changed(form: Form, question: Question) -> bool:
    """Of a form whose beginning is not known, only what is filled in says something."""
    own = own_fields(question, form.fields)
    return bool(own) if form.base is None else own != own_fields(question, form.base)


def _proposal(
    form: Form,
    question: Question,
    definition: FormatDefinition,
    now: Answers,
    carried: dict[str, Carried],
) -> Proposal | None:
    answer = paper_answer(question, form.fields)
    standing = now.get(question.key)
    if answer.fault:
        return Proposal(question, standing, None, answer.fault)
    paper, left = answer.value, tuple[Left, ...]()
    if question.key in carried:
        paper, left = carried[question.key].value, carried[question.key].left
    elif not definition.has(question.key):
        return None
    elif not form.is_of(definition) and (fault := _fault(definition.question(question.key), paper)):
        return Proposal(definition.question(question.key), standing, None, fault)
    if is_same(paper, standing) and not left:
        return None
    asked = definition.question(question.key) if definition.has(question.key) else question
    return Proposal(asked, standing, paper, left=left, is_clash=_is_clash(form, question, standing))


def _fault(question: Question, value: Value) -> str:
    """Why a question cannot take the answer to its former self, which was not carried over."""
    try:
        parse_value(question, value)
    except ValueFault as fault:
        return fault.message
    return ""


def _is_clash(form: Form, question: Question, standing: Value) -> bool:
    if form.base is None:
        return standing is not None
    return not is_same(paper_answer(question, form.base).value, standing)


def _carried(form: Form, definition: FormatDefinition) -> dict[str, Carried]:
    """The answers of a form of another version, as far as this version can take them."""
    if form.is_of(definition):
        return {}
    answers = {
        question.key: paper_answer(question, form.fields).value for question in form.definition.questions
    }
    return {each.key: each for each in carry(form.definition, answers, definition)}
