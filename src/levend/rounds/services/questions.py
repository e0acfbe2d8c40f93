"""The consortium asks, the school answers in words. Nothing in the chain waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.people import people_with
from levend.accounts.queries.scope import reach_for
from levend.adoption.models import AdoptionCase
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.notifications.services import queue_mail
from levend.organisations.values import LocationReach
from levend.rounds.enums import QuestionState
from levend.rounds.models import QuestionLetter, SchoolQuestion
from levend.rounds.rules.asking import can_answer, can_put_questions

QUESTION_MAX, WORDS_MAX, ANSWER_MAX, MOST = 2_000, 4_000, 4_000, 60


@dataclass(frozen=True)
class Asked:
    """A question to put. `finding` is empty for one of the coordinator's own."""

    text: str
    question_key: str = ""
    rule: str = ""
    finding: str = ""


@transaction.atomic
def put_questions(
    *, actor: Actor, case_id: int, questions: Sequence[Asked], words: str = ""
) -> QuestionLetter:
    """Send these questions to the school as one message. The same message twice is sent once.

    Raises `Invalid` without a question, `NotFound`, `NotAllowed`, `NotNow`.
    """
    case, reach = _locked(actor, case_id)
    can_put_questions(actor, case, reach).require()
    words = clean(words, max_length=WORDS_MAX)
    asked = [(clean(one.text, max_length=QUESTION_MAX), one) for one in questions]
    asked = [(text, one) for text, one in asked if text]
    if not asked:
        message = _("Kies of schrijf ten minste één vraag.")
        raise Invalid(message, {"questions": message})
    if len(asked) > MOST:
        message = _("Stel ten hoogste %(most)d vragen tegelijk.") % {"most": MOST}
        raise Invalid(message, {"questions": message})
    last = QuestionLetter.objects.filter(case=case).order_by("-id").first()
    if (
        last is not None
        and last.sent_by_ref == actor.ref
        and _says(last) == (words, [text for text, _one in asked])
    ):
        return last
    letter = QuestionLetter.objects.create(
        case=case, words=words, sent_at=clock.now(), sent_by_ref=actor.ref, sent_by_name=actor.name
    )
    SchoolQuestion.objects.bulk_create(
        SchoolQuestion(
            letter=letter,
            number=number,
            question_key=one.question_key,
            rule=one.rule,
            finding=one.finding,
            text=text,
        )
        for number, (text, one) in enumerate(asked, start=1)
    )
    _note(actor, case, "questions_put", letter=letter.pk, questions=len(asked))
    _tell_school(case, reach, letter, [text for text, _one in asked])
    return letter


@transaction.atomic
def answer_question(
    *, actor: Actor, question_id: int, answer: str, asks_correction: bool = False
) -> SchoolQuestion:
    """Answer one question in words, once. With the last of a message its consortium hears that all is answered.

    Raises `Invalid` without words, `NotFound`, `NotAllowed`, and `NotNow` when somebody answered it otherwise.
    """
    letter = QuestionLetter.objects.filter(questions__pk=question_id).first()
    if letter is None:
        raise NotFound(str(question_id))
    case, reach = _locked(actor, letter.case_id)
    can_answer(actor, reach).require()
    found = SchoolQuestion.objects.select_for_update(of=("self",)).get(pk=question_id)
    text = clean(answer, max_length=ANSWER_MAX)
    if not text:
        message = _("Schrijf een antwoord. Een paar woorden zijn genoeg.")
        raise Invalid(message, {"answer": message})
    if found.state == QuestionState.ANSWERED:
        return found  # the first answer stands; a second click changes nothing
    found.state, found.answer, found.asks_correction = QuestionState.ANSWERED, text, asks_correction
    found.answered_at, found.answered_by_ref, found.answered_by_name = clock.now(), actor.ref, actor.name
    found.save()
    _note(actor, case, "question_answered", question=found.pk, asks_correction=asks_correction)
    if not SchoolQuestion.objects.filter(letter_id=found.letter_id, state=QuestionState.OPEN).exists():
        _tell_consortium(case, reach, found.letter_id)
    return found


def _says(letter: QuestionLetter) -> tuple[str, list[str]]:
    return letter.words, list(letter.questions.order_by("number").values_list("text", flat=True))


def _locked(actor: Actor, case_id: int) -> tuple[AdoptionCase, LocationReach]:
    case = (
        AdoptionCase.objects.select_for_update(of=("self",))
        .select_related("location", "consortium")
        .filter(pk=case_id)
        .first()
    )
    if case is None:
        raise NotFound(str(case_id))
    return case, reach_for(actor, case.location_id)


def _note(actor: Actor, case: AdoptionCase, event: str, **data: int | bool) -> None:
    record(actor=actor, event=event, subject=f"profile:{case.profile_id}", data={"case": case.pk, **data})


def _tell_school(
    case: AdoptionCase, reach: LocationReach, letter: QuestionLetter, questions: Sequence[str]
) -> None:
    asked = "\n\n".join(f"{number}. {text}" for number, text in enumerate(questions, start=1))
    count = ngettext("%(n)d vraag", "%(n)d vragen", len(questions)) % {"n": len(questions)}
    for person in people_with(Permission.WRITE, reach):
        queue_mail(
            to=person.email,
            template="questions_put",
            language=person.language,
            context={
                "consortium": case.consortium.name,
                "school": case.location.name,
                "count": count,
                "questions": f"{letter.words}\n\n{asked}" if letter.words else asked,
                "url": settings.LEVEND_BASE_URL + reverse("school_questions", args=[case.location.code]),
            },
            key=f"questions_put:{letter.pk}:{person.pk}",
            about=f"location:{case.location.code}",
        )


def _tell_consortium(case: AdoptionCase, reach: LocationReach, letter_id: int) -> None:
    for person in people_with(Permission.RECEIVE, reach):
        queue_mail(
            to=person.email,
            template="questions_answered",
            language=person.language,
            context={
                "school": case.location.name,
                "url": settings.LEVEND_BASE_URL + reverse("receipt", args=[case.location.code]),
            },
            key=f"questions_answered:{letter_id}:{person.pk}",
            about=f"location:{case.location.code}",
        )
