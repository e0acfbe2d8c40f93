"""A round of De Linde's consortium: being prepared, open, or closed."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from levend.accounts.enums import Role
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.organisations.enums import SchoolType
from levend.rounds.enums import RoundState
from levend.rounds.models import CollectionRound
from levend.rounds.services import close_round, draft_round, open_round
from levend.rounds.values import Owner, RoundPlan
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces

NAME = "Ronde van de roodborst"
DAYS_LEFT = 100


def own_round(places: LocationPlaces, state: RoundState) -> CollectionRound:
    actor, consortium = places.actor(Role.COORDINATOR), places.consortium
    version = make_version()
    found = draft_round(
        actor=actor,
        owner=Owner(consortium.code, consortium.name, consortium_id=consortium.pk),
        plan=RoundPlan(
            name=NAME,
            school_year="2026-2027",
            reference_date=clock.today(),
            opens_on=clock.today(),
            deadline=clock.today() + timedelta(days=DAYS_LEFT),
            texts={"introduction": "Welkom."},
        ),
        consortium_ids=[consortium.pk],
        versions={SchoolType.BAO: version.pk},
    )
    if state != RoundState.DRAFT:
        open_round(actor=actor, round_id=found.pk)
        run_jobs()
    if state == RoundState.CLOSED:
        close_round(actor=actor, round_id=found.pk)
    return found


def round_id() -> int:
    return CollectionRound.objects.get(name=NAME).pk


ROUND_SCENES: dict[str, Callable[[LocationPlaces], object]] = {
    f"round_{state.value}": partial(own_round, state=state) for state in RoundState
}
