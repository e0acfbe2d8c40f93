"""De Linde handed in: its consortium asked something about it, or it did so in a round."""

from levend.accounts.enums import Role
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.rounds.enums import Outcome, RoundState
from levend.rounds.models import RoundEntry, SchoolQuestion
from levend.rounds.services.questions import Asked, put_questions
from tests.factories.region import LocationPlaces
from tests.security.scenes_rounds import own_round

QUESTION = "Ziet u hier een tapuit?"


def asked(places: LocationPlaces, case: AdoptionCase) -> None:
    put_questions(actor=places.actor(Role.COORDINATOR), case_id=case.pk, questions=[Asked(QUESTION)])


def question_id() -> int:
    return SchoolQuestion.objects.latest("id").pk


def joined(places: LocationPlaces, case: AdoptionCase) -> None:
    """The case takes part in an open round of its consortium."""
    found = own_round(places, RoundState.OPEN)
    RoundEntry.objects.filter(round=found, location=places.location).update(
        case=case, outcome=Outcome.JOINED, handled_at=clock.now()
    )
