"""What somebody may have done to rounds and key figures past the application, by the check that must find it."""

from collections.abc import Callable
from datetime import timedelta

from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.keyfigures.models import KeyFigure
from levend.organisations.models import Location
from levend.profiles.models import Answer
from levend.rounds.enums import Outcome, RoundState
from levend.rounds.models import CollectionRound, RoundConsortium, RoundEntry


def figure_of_no_kind() -> None:
    KeyFigure.objects.create(
        location=Location.objects.order_by("id")[0],
        kind="KG-VERZONNEN",
        value=12,
        reference_date=clock.today(),
        source="DUO",
        imported_at=clock.now(),
    )


def miscounted_profile() -> None:
    case = AdoptionCase.objects.order_by("id")[0]
    now, today = clock.now(), clock.today()
    found = CollectionRound.objects.create(
        name="Ronde",
        consortium=case.consortium,
        school_year="2026-2027",
        reference_date=today,
        opens_on=today,
        deadline=today,
        regime_on=today,
        state=RoundState.OPEN,
        drafted_at=now,
        drafted_by_ref="system",
        drafted_by_name="Levend",
        opened_at=now,
        opened_by_ref="system",
        opened_by_name="Levend",
    )
    part = RoundConsortium.objects.create(round=found, consortium=case.consortium)
    RoundEntry.objects.create(
        round=found,
        location=case.location,
        part=part,
        case=case,
        outcome=Outcome.JOINED,
        handled_at=now,
        added_at=now,
        answered=1,
        asked=99,
        counted_at=now,
    )
    Answer.objects.filter(profile=case.profile).update(updated_at=now - timedelta(days=1))


ROUNDS: dict[Callable[[], None], tuple[str, str]] = {
    figure_of_no_kind: ("key-figures", "staat niet in de catalogus"),
    miscounted_profile: ("round-counts", "telling van ingevulde vragen"),
}
