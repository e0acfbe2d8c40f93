"""Opening a round: a case for each school, whatever happened before and whoever stops the worker."""

from datetime import date, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from levend.accounts.enums import Role
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.organisations.enums import SchoolType
from levend.organisations.models import Location
from levend.profiles.models import Answer
from levend.regimes.services import choose_regime
from levend.rounds.enums import Outcome, RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries import entries_for, rounds_for
from levend.rounds.services import (
    add_schools,
    change_round,
    choose_formats,
    close_round,
    draft_round,
    open_round,
    open_waiting,
    reopen_round,
)
from levend.rounds.values import Owner
from tests.factories.organisations import make_location
from tests.factories.region import Region
from tests.rounds.situations import drafted, entry_of, group_owner, keeper, opened, plan


def test_a_round_opens_a_case_for_each_school_and_lets_running_ones_join(
    region: Region, version: FormatVersion
) -> None:
    running = open_case(
        actor=region.linde.actor(Role.DIRECTOR), location_id=region.linde.location.pk, version_id=version.pk
    )
    closed = make_location("56GH00", consortium=region.beuk.consortium)
    closed.closed_on = clock.today()
    closed.save()
    found = opened(region, version)
    assert {entry.outcome for entry in found.entries.all()} == {Outcome.WAITING}
    run_jobs()

    assert found.entries.count() == 3  # the closed school is not asked
    joined, special, beuk = (entry_of(found, code) for code in ("12AB00", "12CD00", "34EF00"))
    assert (joined.outcome, joined.case) == (Outcome.JOINED, running)
    assert (special.outcome, special.case) == (Outcome.NO_FORMAT, None)
    assert beuk.outcome == Outcome.OPENED
    assert beuk.case is not None
    assert beuk.case.profile.school_year == "2026-2027"
    assert beuk.case.profile.reference_date == found.reference_date
    assert beuk.case.consortium == region.beuk.consortium
    told = OutboxMessage.objects.filter(template="round_opened").order_by("to")
    directors = [region.beuk.user(Role.DIRECTOR).email, region.linde.user(Role.DIRECTOR).email]
    assert [message.to for message in told] == sorted(directors)  # nobody of the school without a format
    assert told[0].context["until"] == found.deadline.isoformat()

    open_round(actor=keeper(region), round_id=found.pk)
    run_jobs()
    assert AdoptionCase.objects.count() == 2
    assert found.steps.count() == 1
    assert told.count() == 2


def test_a_worker_that_stopped_half_way_goes_on(region: Region, version: FormatVersion) -> None:
    found = opened(region, version)
    actor = keeper(region).system()
    assert open_waiting(actor=actor, round_id=found.pk, at_most=1) == 2
    first = set(AdoptionCase.objects.values_list("pk", flat=True))
    close_round(actor=keeper(region), round_id=found.pk)
    run_jobs()
    assert set(AdoptionCase.objects.values_list("pk", flat=True)) == first  # a closed round opens nothing
    reopen_round(actor=keeper(region), round_id=found.pk, reason="Te vroeg gesloten.")
    run_jobs()
    assert not found.entries.filter(outcome=Outcome.WAITING).exists()
    assert AdoptionCase.objects.count() == 2


def test_schools_that_come_later_are_added_and_what_failed_is_tried_again(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    run_jobs()
    late = make_location("56GH00", consortium=region.beuk.consortium)
    choose_formats(
        actor=keeper(region),
        round_id=found.pk,
        versions={SchoolType.BAO: version.pk, SchoolType.SBO: version.pk},
    )
    added = add_schools(actor=keeper(region), round_id=found.pk)
    assert (added.new, added.again) == (1, 1)
    run_jobs()
    assert entry_of(found, late.code).outcome == Outcome.OPENED
    assert entry_of(found, "12CD00").outcome == Outcome.OPENED
    again = add_schools(actor=keeper(region), round_id=found.pk)
    assert (again.new, again.again, again.waiting) == (0, 0, 0)


def test_what_a_worker_gave_up_on_is_tried_again(region: Region, version: FormatVersion) -> None:
    found = opened(region, version)
    DBTaskResult.objects.all().delete()  # every attempt failed
    run_jobs()
    assert found.entries.filter(outcome=Outcome.WAITING).count() == 3
    assert add_schools(actor=keeper(region), round_id=found.pk).waiting == 3
    run_jobs()
    assert AdoptionCase.objects.count() == 2


def test_a_case_of_one_round_does_not_join_the_next(region: Region, version: FormatVersion) -> None:
    opened(region, version)
    run_jobs()
    second = drafted(region, version, name="Tweede ronde")
    open_round(actor=keeper(region), round_id=second.pk)
    run_jobs()
    entry = entry_of(second, "34EF00")
    assert (entry.outcome, entry.case) == (Outcome.FAILED, None)
    assert "eerdere ronde" in entry.outcome_reason
    assert AdoptionCase.objects.count() == 2


def test_a_round_that_is_not_ready_says_what_lacks(region: Region, version: FormatVersion) -> None:
    actor = keeper(region)
    empty = draft_round(actor=actor, owner=group_owner(region), plan=plan(name="Leeg"))
    with pytest.raises(Invalid) as refused:
        open_round(actor=actor, round_id=empty.pk)
    assert "consortia" in refused.value.fields
    with pytest.raises(Invalid) as refused:
        draft_round(
            actor=actor,
            owner=group_owner(region),
            plan=plan(
                name="",
                school_year="2026",
                deadline=date(2026, 1, 1),
                texts={"introduction": "x" * 20_000},
            ),
        )
    assert {"name", "school_year", "deadline", "reference_date", "introduction"} <= set(refused.value.fields)
    with clock.at(clock.now() + timedelta(days=400)), pytest.raises(Invalid) as refused:
        open_round(actor=actor, round_id=drafted(region, version).pk)
    assert "deadline" in refused.value.fields


def test_only_who_keeps_a_round_may_open_it_and_strangers_do_not_see_it(
    region: Region, version: FormatVersion
) -> None:
    found = drafted(region, version)
    director, coordinator = (region.linde.actor(role) for role in (Role.DIRECTOR, Role.COORDINATOR))
    assert not rounds_for(director).exists()
    assert not rounds_for(coordinator).exists()  # a draft is its keeper's
    with pytest.raises(NotFound):
        open_round(actor=coordinator, round_id=found.pk)
    open_round(actor=keeper(region), round_id=found.pk)
    assert [rounds_for(actor).count() for actor in (director, coordinator)] == [1, 1]
    assert {entry.location_id for entry in entries_for(director, found.pk)} == {region.linde.location.pk}
    with pytest.raises(NotAllowed):
        close_round(actor=coordinator, round_id=found.pk)
    with pytest.raises(NotNow):
        reopen_round(actor=keeper(region), round_id=found.pk, reason="Waarom niet.")
    assert RoundEntry.objects.filter(round=found).count() == 3
    found.refresh_from_db()
    assert found.state == RoundState.OPEN
    assert not Answer.objects.exists()


def test_two_consortia_give_their_rounds_one_name(region: Region, version: FormatVersion) -> None:
    made = [
        draft_round(
            actor=places.actor(Role.COORDINATOR),
            owner=Owner(places.consortium.code, places.consortium.name, consortium_id=places.consortium.pk),
            plan=plan(),
            consortium_ids=[places.consortium.pk],
            versions={SchoolType.BAO: version.pk},
        )
        for places in (region.linde, region.beuk, region.linde)
    ]
    assert [found.consortium for found in made] == [
        region.linde.consortium,
        region.beuk.consortium,
        region.linde.consortium,
    ]
    assert made[0] == made[2] != made[1]


def test_a_round_for_next_year_opens_cases_under_the_law_of_that_year(
    region: Region, version: FormatVersion
) -> None:
    """The consortium's choice of later holds by then; what runs already keeps the regime it began under."""
    linde = region.linde
    choose_regime(
        actor=linde.actor(Role.COORDINATOR),
        consortium_id=linde.consortium.pk,
        key="sop",
        valid_from=date(2027, 8, 1),
        reason="Afspraak van de besturen.",
    )
    running = open_case(
        actor=linde.actor(Role.DIRECTOR), location_id=linde.location.pk, version_id=version.pk
    )
    found = drafted(region, version, school_year="2027-2028")
    open_round(actor=keeper(region), round_id=found.pk)
    change_round(actor=keeper(region), round_id=found.pk, plan=plan(deadline=date(2028, 10, 1)))
    Location.objects.filter(pk=region.wilg.location.pk).update(school_type=SchoolType.BAO)
    run_jobs()

    regimes = {code: entry_of(found, code).case for code in ("12AB00", "12CD00", "34EF00")}
    assert {code: case and case.regime for code, case in regimes.items()} == {
        "12AB00": "schoolgids",
        "12CD00": "sop",
        "34EF00": "schoolgids",
    }
    assert regimes["12AB00"] == running
    found.refresh_from_db()
    assert found.regime_on == date(2027, 8, 1)  # a deadline that moves later changes no law


def test_a_regime_that_cannot_hold_by_then_is_refused(region: Region) -> None:
    early = plan(
        school_year="2023-2024",
        reference_date=date(2023, 10, 1),
        opens_on=date(2023, 10, 1),
        deadline=date(2024, 6, 1),
        milestones={},
        regime="schoolgids",
    )
    with pytest.raises(Invalid) as refused:
        draft_round(actor=keeper(region), owner=group_owner(region), plan=early)
    assert refused.value.fields == {"regime": "Dit regime geldt pas vanaf 1 augustus 2025."}
