"""Whatever order of opening, extending, closing and reopening: one open case per school, and no answer changes."""

from contextlib import suppress
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.core import clock
from levend.core.errors import LevendError
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.profiles.models import Answer
from levend.profiles.services import save_answer
from levend.rounds.enums import Outcome, RoundState
from levend.rounds.models import CollectionRound, RoundEntry
from levend.rounds.queries import with_due
from levend.rounds.services import (
    add_schools,
    change_round,
    close_round,
    extend_consortium,
    extend_schools,
    open_round,
    reopen_round,
)
from tests.factories.region import Region
from tests.rounds.situations import drafted, keeper, plan

MOVES = ["open", "close", "reopen", "add", "school", "consortium", "later", "work", "begin"]


@pytest.mark.sqlite  # the machine is of services; the database's own part is asked in test_opening
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from(MOVES), st.integers(1, 28)), min_size=4, max_size=10))
def test_a_round_never_makes_two_cases_or_changes_an_answer(
    region: Region, version: FormatVersion, moves: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        case = open_case(
            actor=region.linde.actor(Role.DIRECTOR),
            location_id=region.linde.location.pk,
            version_id=version.pk,
        )
        save_answer(
            actor=region.linde.actor(Role.DIRECTOR),
            profile_id=case.profile_id,
            key="motto",
            value="Wij groeien.",
            based_on=0,
        )
        found = drafted(region, version)
        before = list(Answer.objects.order_by("pk").values_list("pk", "value"))
        for move, number in moves:
            with suppress(LevendError):  # refused: not in this state, or no later day
                _move(region, version, found, move, number)
            _holds(found, before)
        transaction.set_rollback(True)


def _move(region: Region, version: FormatVersion, found: CollectionRound, move: str, number: int) -> None:
    actor, round_id, reason = keeper(region), found.pk, "Het kan niet eerder."
    until = date(2027, 6 + number % 4, number)
    match move:
        case "open":
            open_round(actor=actor, round_id=round_id)
        case "close":
            close_round(actor=actor, round_id=round_id)
        case "reopen":
            reopen_round(actor=actor, round_id=round_id, reason=reason)
        case "add":
            add_schools(actor=actor, round_id=round_id)
        case "school":
            ids = [region.linde.location.pk]
            extend_schools(actor=actor, round_id=round_id, location_ids=ids, until=until, reason=reason)
        case "consortium":
            extend_consortium(
                actor=actor,
                round_id=round_id,
                consortium_id=region.linde.consortium.pk,
                until=until,
                reason=reason,
            )
        case "later":
            change_round(actor=actor, round_id=round_id, plan=plan(deadline=until))
        case "work":
            run_jobs()
        case "begin":
            open_case(
                actor=region.beuk.actor(Role.DIRECTOR),
                location_id=region.beuk.location.pk,
                version_id=version.pk,
            )


def _holds(found: CollectionRound, before: list[tuple[int, object]]) -> None:
    found.refresh_from_db()
    open_cases = AdoptionCase.objects.exclude(state=State.RECEIVED).values_list("location_id", flat=True)
    assert len(set(open_cases)) == len(open_cases)
    assert list(Answer.objects.order_by("pk").values_list("pk", "value")) == before
    entries = RoundEntry.objects.filter(round=found)
    if found.state == RoundState.DRAFT:
        assert not entries.exists()
    assert not with_due(entries).filter(due_on__lt=found.deadline).exists()  # more time is never less
    assert not entries.filter(outcome__in=[Outcome.OPENED, Outcome.JOINED], case=None).exists()
    assert found.deadline >= clock.today()
