"""The consortium asked something about what De Linde handed in."""

from levend.accounts.enums import Role
from levend.rounds.models import SchoolQuestion
from levend.rounds.services.questions import Asked, put_questions
from tests.factories.region import LocationPlaces

QUESTION = "Ziet u hier een tapuit?"


def asked(places: LocationPlaces, case_id: int) -> None:
    put_questions(actor=places.actor(Role.COORDINATOR), case_id=case_id, questions=[Asked(QUESTION)])


def question_id() -> int:
    return SchoolQuestion.objects.latest("id").pk
