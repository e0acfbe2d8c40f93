"""The consortium asks, the school answers; nothing waits for it, and nothing is sent twice."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.services import open_case
from levend.audit.models import AuditEvent
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.formats.models import FormatVersion
from levend.keyfigures.models import KeyFigure
from levend.notifications.models import OutboxMessage
from levend.profiles.services import save_answer
from levend.rounds.enums import HelpKind, QuestionState
from levend.rounds.models import CollectionRound, HelpRequest, QuestionLetter, SchoolQuestion
from levend.rounds.queries.plausibility import expected_questions
from levend.rounds.queries.receipt import receipt_of
from levend.rounds.services.questions import Asked, answer_question, put_questions
from levend.rounds.services.questions_of_school import ask_for_help
from tests.adoption.story import Story
from tests.factories.formats import make_version
from tests.factories.region import Region
from tests.rounds.situations import opened

pytestmark = pytest.mark.django_db
COORDINATORS = ["coordinator.linde@levend.example", "coordinator.wilg@levend.example"]


def told_of(template: str) -> list[str]:
    return sorted(OutboxMessage.objects.filter(template=template).values_list("to", flat=True))


def test_questions_go_as_one_message_and_receiving_waits_for_none(region: Region) -> None:
    story = Story.begin(region.linde)
    coordinator, director = story.actor(Role.COORDINATOR), story.actor(Role.DIRECTOR)
    ask = {
        "actor": coordinator,
        "questions": [Asked("Wie geeft dit?"), Asked("Sinds wanneer?")],
        "words": "Dank.",
    }
    with pytest.raises(NotNow):
        put_questions(case_id=story.id, **ask)  # type: ignore[arg-type]
    story.bring_to(State.SUBMITTED)

    letter = put_questions(case_id=story.id, **ask)  # type: ignore[arg-type]
    assert put_questions(case_id=story.id, **ask) == letter  # type: ignore[arg-type]
    assert [one.text for one in letter.questions.all()] == ["Wie geeft dit?", "Sinds wanneer?"]
    assert told_of("questions_put") == ["director.linde@levend.example", "editor.linde@levend.example"]
    assert story.take(Step.RECEIVE).state == State.RECEIVED

    first, second = letter.questions.all()
    answer_question(actor=director, question_id=first.pk, answer="Onze logopedist.", asks_correction=True)
    again = answer_question(actor=director, question_id=first.pk, answer="Iets anders.")
    assert (again.answer, again.asks_correction) == ("Onze logopedist.", True)
    assert not told_of("questions_answered")
    answer_question(actor=director, question_id=second.pk, answer="😀" * 100)
    assert told_of("questions_answered") == COORDINATORS
    assert [one.state for one in letter.questions.all()] == [QuestionState.ANSWERED] * 2
    events = AuditEvent.objects.filter(event__in=["questions_put", "question_answered"]).order_by("id")
    assert [event.event for event in events] == ["questions_put", "question_answered", "question_answered"]
    assert "logopedist" not in str([event.data for event in events])


def test_who_may_ask_and_who_may_answer(region: Region) -> None:
    story = Story.begin(region.linde).bring_to(State.SUBMITTED)
    asked = [Asked("Klopt dit?")]
    for role in (Role.DIRECTOR, Role.BOARD_MEMBER, Role.COUNCIL_CHAIR, Role.VIEWER):
        with pytest.raises(NotAllowed):
            put_questions(actor=story.actor(role), case_id=story.id, questions=asked)
    with pytest.raises(NotFound):
        put_questions(actor=region.beuk.actor(Role.COORDINATOR), case_id=story.id, questions=asked)
    for texts in ([], [Asked("  ")], [Asked("x" * 2_001)], [Asked(f"vraag {n}") for n in range(61)]):
        with pytest.raises(Invalid):
            put_questions(actor=story.actor(Role.COORDINATOR), case_id=story.id, questions=texts)
    question = put_questions(
        actor=story.actor(Role.COORDINATOR), case_id=story.id, questions=asked
    ).questions.get()
    for role in (Role.BOARD_MEMBER, Role.COUNCIL_CHAIR, Role.COORDINATOR):
        with pytest.raises(NotAllowed):
            answer_question(actor=story.actor(role), question_id=question.pk, answer="Ja.")
    with pytest.raises(NotFound):
        answer_question(actor=region.beuk.actor(Role.DIRECTOR), question_id=question.pk, answer="Ja.")
    with pytest.raises(Invalid):
        answer_question(actor=story.actor(Role.DIRECTOR), question_id=question.pk, answer=" \n")


@pytest.mark.parametrize(
    "wrong",
    [{"state": "answered"}, {"answer": "Zomaar"}, {"asks_correction": True}, {"rule": "x"}, {"text": ""}],
)
def test_the_database_keeps_half_an_answer_out(region: Region, wrong: dict[str, object]) -> None:
    story = Story.begin(region.linde).bring_to(State.SUBMITTED)
    put_questions(actor=story.actor(Role.COORDINATOR), case_id=story.id, questions=[Asked("Klopt dit?")])
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolQuestion.objects.update(**wrong)
    assert QuestionLetter.objects.count() == 1


def test_each_kind_of_question_of_a_school_goes_its_own_way(region: Region, version: FormatVersion) -> None:
    director, code = region.linde.actor(Role.DIRECTOR), region.linde.location.code

    def ask(kind: HelpKind, text: str) -> HelpRequest:
        return ask_for_help(actor=director, location_code=code, kind=kind, text=text)

    made = ask(HelpKind.CONTENT, "Wat hoort bij basis?")
    assert ask(HelpKind.CONTENT, "Wat hoort bij basis?") == made
    assert told_of("help_content") == COORDINATORS
    ask(HelpKind.TECHNIQUE, "De knop doet niets.")
    assert told_of("help_technique") == [
        f"operator.{name}@levend.example" for name in ("beuk", "linde", "wilg")
    ]

    found = opened(region, version)
    CollectionRound.objects.filter(pk=found.pk).update(
        ask_about_technique="Mail hulp@s-o-p.example, met uw code."
    )
    kept = ask(HelpKind.TECHNIQUE, "Nog steeds niets.")
    assert told_of("help_technique")[0] == "hulp@s-o-p.example"
    assert (kept.round, kept.addressee) == (found, "wie de ronde „Opnameronde 2026-2027” noemt")
    with pytest.raises(NotAllowed):
        ask_for_help(
            actor=region.linde.actor(Role.VIEWER), location_code=code, kind=HelpKind.CONTENT, text="x"
        )
    with pytest.raises(Invalid):
        ask(HelpKind.CONTENT, " ")


PUPILS = """\
key: cijfer
version: 1
title: Cijfers
chapters:
  - key: alles
    title: Alles
    items:
      - {key: aantal, type: number, label: Aantal leerlingen, tags: ["keyfigure:KG-LL"]}
      - {key: geheim, type: number, label: Voor onszelf, audience: internal, tags: ["keyfigure:KG-OPP"]}
"""


def test_a_hidden_count_and_what_is_internal_are_never_asked_about(region: Region) -> None:
    places, version = region.linde, make_version(PUPILS)
    case = open_case(actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=version.pk)
    for key in ("aantal", "geheim"):
        save_answer(
            actor=places.actor(Role.EDITOR), profile_id=case.profile_id, key=key, value=90, based_on=0
        )
    figures = {"location": places.location, "reference_date": date(2026, 10, 1), "source": "DUO"}
    moment = case.opened_at
    KeyFigure.objects.create(kind="KG-LL", is_under_five=True, imported_at=moment, **figures)
    KeyFigure.objects.create(kind="KG-OPP", value=12, imported_at=moment, **figures)

    found = expected_questions(places.actor(Role.DIRECTOR), case)
    assert [one.question_key for one in found] == ["geheim"]
    assert "Volgens DUO was het 12 op 1 oktober 2026." in found[0].text
    with pytest.raises(NotFound):
        expected_questions(places.actor(Role.COORDINATOR), case)


def test_the_receipt_page_asks_the_same_number_of_queries_for_more_questions(region: Region) -> None:
    story = Story.begin(region.linde).bring_to(State.SUBMITTED)
    counts = []
    for number in (1, 3):
        asked = [Asked(f"Vraag {number}-{n}") for n in range(number)]
        put_questions(actor=story.actor(Role.COORDINATOR), case_id=story.id, questions=asked)
        with CaptureQueriesContext(connection) as caught:
            receipt_of(story.actor(Role.COORDINATOR), "12AB00")
        counts.append(len(caught))
    assert counts[1] <= counts[0], counts
    assert counts[0] <= 50, counts


def test_what_is_different_is_told_against_last_time_also_once_the_new_text_holds(region: Region) -> None:
    first = Story.begin(region.linde).bring_to(State.RECEIVED)
    case = open_case(
        actor=first.actor(Role.DIRECTOR),
        location_id=region.linde.location.pk,
        version_id=first.case.profile.format_version_id,
    )
    second = Story(region.linde, case)
    second.write("ambitions", "Anders: in juni 2027.")
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT):
        second.take(step)
    found = receipt_of(second.actor(Role.COORDINATOR), "12AB00")
    assert found.before is not None
    assert found.text is not None
    assert found.before.answers["ambitions"] == "ambitions: Zo doen wij dat."
    assert found.text.answers["ambitions"] == "Anders: in juni 2027."
    assert not found.raised  # it says when now
