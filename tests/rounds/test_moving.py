"""Dates that move while a round is open: recorded, told once to each school, and moved in calendars."""

from dataclasses import replace
from datetime import timedelta

from levend.accounts.enums import Role
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.rounds.enums import MilestoneKind
from levend.rounds.queries.calendar_dates import dates_for
from levend.rounds.services import change_round, extend_schools
from tests.factories.region import Region
from tests.rounds.situations import DEADLINE, drafted, keeper, opened, plan


def letters() -> dict[str, str]:
    """The text about dates by address, of the last letter of each."""
    run_jobs()
    rows = OutboxMessage.objects.filter(template="round_moved").order_by("pk")
    return {row.to.split("@")[0]: str(row.context["planning"]) for row in rows}


def test_a_milestone_that_moves_is_recorded_told_once_and_moves_in_calendars(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    run_jobs()
    director = region.linde.actor(Role.DIRECTOR)
    before = {one.key: one for one in dates_for(director)}
    wanted = plan()
    board = wanted.milestones[MilestoneKind.BOARD] + timedelta(days=3)
    moved = replace(wanted, milestones=wanted.milestones | {MilestoneKind.BOARD: board})
    for _again in range(2):
        change_round(actor=keeper(region), round_id=found.pk, plan=moved)
        assert set(letters()) == {"director.linde", "director.beuk"}
    event = AuditEvent.objects.get(event="round_milestones_moved")
    assert (event.subject, event.data) == (f"round:{found.pk}", {"board": board.isoformat()})
    assert OutboxMessage.objects.filter(template="round_moved").count() == 2
    key = f"round-{found.pk}-board"
    after = {one.key: one for one in dates_for(director)}
    assert (after[key].day, after[key].sequence) == (board, before[key].sequence + 1)


def test_a_deadline_that_moves_is_told_with_each_schools_own_days(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    run_jobs()
    later = DEADLINE + timedelta(days=40)
    ids = [region.linde.location.pk]
    extend_schools(actor=keeper(region), round_id=found.pk, location_ids=ids, until=later, reason="Fusie.")
    sooner = DEADLINE + timedelta(days=10)
    change_round(actor=keeper(region), round_id=found.pk, plan=plan(deadline=sooner))
    with clock.at(clock.now() + timedelta(hours=1)):
        last = plan(deadline=DEADLINE + timedelta(days=11))
        change_round(actor=keeper(region), round_id=found.pk, plan=last)
    told = letters()
    assert "30 juni 2027" in told["director.linde"]  # its aims move along with the time that it has more
    assert "1 juni 2027" in told["director.beuk"]
    untils = OutboxMessage.objects.filter(template="round_moved").values_list("to", "context__until")
    assert dict(untils) == {
        "director.linde@levend.example": later.isoformat(),
        "director.beuk@levend.example": (DEADLINE + timedelta(days=11)).isoformat(),
    }


def test_in_a_draft_nobody_is_told(region: Region, version: FormatVersion) -> None:
    found = drafted(region, version)
    change_round(actor=keeper(region), round_id=found.pk, plan=plan(deadline=DEADLINE + timedelta(days=5)))
    assert letters() == {}
