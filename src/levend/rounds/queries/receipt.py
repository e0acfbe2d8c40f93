"""What a coordinator sees of a profile that was handed in: what is there, what it raises, what was asked already."""

from dataclasses import dataclass
from datetime import datetime

from levend.accounts.actor import Actor
from levend.adoption.enums import State, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.cases import case_for
from levend.adoption.queries.facts import facts_of
from levend.adoption.queries.texts import FrozenText, frozen_text
from levend.adoption.rules import can_take
from levend.catalogue.queries import switched_off
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.formats.engine.completeness import missing, missing_elements
from levend.formats.engine.definition import Question
from levend.formats.engine.kinds import Element
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.regimes.queries import regime
from levend.rounds.enums import QuestionState
from levend.rounds.models import QuestionLetter, SchoolQuestion
from levend.rounds.queries.plausibility import Raised, former_adoption, raised_by
from levend.rounds.rules.asking import can_answer, can_put_questions, can_see_questions, can_see_receipt


@dataclass(frozen=True)
class ElementLine:
    """A mandatory element, and the questions of the text that describe it."""

    element: Element
    is_described: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class QuestionView:
    id: int
    text: str
    label: str
    """Of the question in the format that it is about; empty for the whole."""
    chapter_key: str
    question_key: str
    state: QuestionState
    answer: str
    asks_correction: bool
    answered_by: str
    answered_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.state is QuestionState.OPEN


@dataclass(frozen=True)
class LetterView:
    id: int
    words: str
    sent_at: datetime
    sent_by: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class Receipt:
    """`text` is what was handed in, with `before` the version of last time beside it; both None while nothing lies there."""

    case: AdoptionCase
    text: FrozenText | None
    before: FrozenText | None
    elements: tuple[ElementLine, ...]
    unanswered: tuple[Question, ...]
    raised: tuple[Raised, ...]
    letters: tuple[LetterView, ...]
    ask: Decision
    receive: Decision
    correct: Decision

    @property
    def is_received(self) -> bool:
        return self.case.state == State.RECEIVED


@dataclass(frozen=True)
class QuestionsToSchool:
    """The same questions for the school; `may_answer` says who of it does."""

    case: AdoptionCase
    letters: tuple[LetterView, ...]
    may_answer: Decision


def receipt_of(actor: Actor, location_code: str) -> Receipt:
    """Raises `NotFound` for a stranger and `NotAllowed` for who receives nothing here. About thirty queries."""
    case = case_for(actor, location_code)
    reach = reach_of(case.location_id, clock.today())
    can_see_receipt(actor, reach).require()
    facts = facts_of(case, reach)
    ask = can_put_questions(actor, case, reach)
    text = frozen_text(actor, location_code, case.content_sha256) if ask else None
    before = _before(actor, case, text) if text else None
    letters = letters_of(case)
    put = set(SchoolQuestion.objects.filter(letter__case=case).values_list("finding", flat=True))
    raised = raised_by(case, text.definition, text.answers, asked=text.asked) if text else ()
    return Receipt(
        case=case,
        text=text,
        before=before,
        elements=_elements(case, text) if text else (),
        unanswered=_unanswered(text) if text else (),
        raised=tuple(each for each in raised if each.key not in put),
        letters=letters,
        ask=ask,
        receive=can_take(actor, case, Step.RECEIVE, facts),
        correct=can_take(actor, case, Step.ASK_CORRECTION, facts),
    )


def questions_to(actor: Actor, location_code: str) -> QuestionsToSchool:
    """Raises `NotFound` for a stranger and where nothing was ever asked, `NotAllowed` for others around."""
    case = case_for(actor, location_code)
    reach = reach_of(case.location_id, clock.today())
    can_see_questions(actor, reach).require()
    letters = letters_of(case)
    if not letters:
        raise NotFound(location_code)
    return QuestionsToSchool(case, letters, can_answer(actor, reach))


def open_questions(case: AdoptionCase) -> int:
    """How many questions of a case wait for an answer; who may know was asked before (one query)."""
    return SchoolQuestion.objects.filter(letter__case=case, state=QuestionState.OPEN).count()


def has_questions(case: AdoptionCase) -> bool:
    """Whether anything was ever asked about a case (one query)."""
    return QuestionLetter.objects.filter(case=case).exists()


def letters_of(case: AdoptionCase) -> tuple[LetterView, ...]:
    """Every message about a case, newest first; the caller found the case with an actor (two queries)."""
    rows = list(QuestionLetter.objects.filter(case=case).prefetch_related("questions").order_by("-id"))
    definition = definition_of(case.profile.format_version_id) if rows else None
    found = []
    for row in rows:
        questions = []
        for one in row.questions.all():
            known = definition is not None and definition.has(one.question_key)
            questions.append(
                QuestionView(
                    id=one.pk,
                    text=one.text,
                    label=definition.question(one.question_key).label if definition and known else "",
                    chapter_key=definition.chapter_of(one.question_key).key if definition and known else "",
                    question_key=one.question_key,
                    state=QuestionState(one.state),
                    answer=one.answer,
                    asks_correction=one.asks_correction,
                    answered_by=one.answered_by_name,
                    answered_at=one.answered_at,
                )
            )
        found.append(LetterView(row.pk, row.words, row.sent_at, row.sent_by_name, tuple(questions)))
    return tuple(found)


def _before(actor: Actor, case: AdoptionCase, text: FrozenText) -> FrozenText | None:
    """The version of last time, when it is another text that this actor may read."""
    adoption = former_adoption(case)
    if adoption is None or adoption.snapshot.sha256 == text.sha256:
        return None
    try:
        return frozen_text(actor, case.location.code, adoption.snapshot.sha256)
    except NotFound:
        return None


def _unanswered(text: FrozenText) -> tuple[Question, ...]:
    off = switched_off(text.case.consortium_id)
    found = (each.question for each in missing(text.definition, text.answers, off))
    return tuple(question for question in found if question.key in text.asked)


def _elements(case: AdoptionCase, text: FrozenText) -> tuple[ElementLine, ...]:
    wanted = regime(case.regime).mandatory_elements
    lacking = set(missing_elements(text.definition, text.answers, wanted))
    return tuple(
        ElementLine(
            Element(name),
            name not in lacking,
            tuple(
                question
                for question in text.definition.questions
                if name in question.tag_values("element") and question.key in text.asked
            ),
        )
        for name in wanted
    )
