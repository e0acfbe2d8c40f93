"""A name in what is said about a concept, in what somebody called a co-reader, and between school and consortium."""

from levend.accounts.enums import Role
from levend.core import clock
from levend.profiles.enums import ReaderKind
from levend.profiles.queries.reading_along import concept_by_link
from levend.profiles.services import invite_reader, place_remark
from levend.rounds.enums import HelpKind
from levend.rounds.models import CollectionRound, RoundConsortium, RoundEntry, SurveyAnswer
from levend.rounds.models.survey import RATINGS
from levend.rounds.services.questions import Asked, answer_question, put_questions
from levend.rounds.services.questions_of_school import ask_for_help
from tests.factories.region import LocationPlaces


def talk(places: LocationPlaces, profile_id: int, name: str, text: str) -> None:
    """Remarks of the school and of a co-reader, who is called by that name."""
    editor = places.actor(Role.EDITOR)
    made = invite_reader(actor=editor, profile_id=profile_id, name=name, kind=ReaderKind.OTHER)
    reader = concept_by_link(made.url.rstrip("/").rsplit("/", 1)[-1]).actor
    for actor in (editor, reader):
        place_remark(actor=actor, profile_id=profile_id, chapter="alles", question="over", text=text)


def ask_and_answer(places: LocationPlaces, case_id: int, text: str) -> None:
    """The consortium asks about what was handed in, the school answers, and asks something itself."""
    letter = put_questions(
        actor=places.actor(Role.COORDINATOR), case_id=case_id, questions=[Asked(text)], words=text
    )
    editor = places.actor(Role.EDITOR)
    answer_question(actor=editor, question_id=letter.questions.get().pk, answer=text)
    ask_for_help(actor=editor, location_code=places.location.code, kind=HelpKind.CONTENT, text=text)
    _in_a_round(places, text)


def _in_a_round(places: LocationPlaces, text: str) -> None:
    """More time with a reason, and what the school thought of the format."""
    today = clock.today()
    found = CollectionRound.objects.create(
        name=f"Ronde van {places.location.code}",
        consortium=places.consortium,
        school_year="2026-2027",
        reference_date=today,
        opens_on=today,
        deadline=today,
        drafted_at=clock.now(),
        drafted_by_ref="system",
        drafted_by_name="Levend",
    )
    RoundEntry.objects.create(
        round=found,
        part=RoundConsortium.objects.create(round=found, consortium=places.consortium),
        location=places.location,
        added_at=clock.now(),
        extended_until=found.deadline,
        extension_reason=text,
    )
    SurveyAnswer.objects.create(
        round=found,
        location=places.location,
        **dict.fromkeys(RATINGS, 3),
        words=text,
        at=clock.now(),
        by_ref=places.actor(Role.EDITOR).ref,
        by_name="Ellen",
    )
