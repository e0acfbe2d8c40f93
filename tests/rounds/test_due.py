"""What is due next, with a round and without one, and what schools are warned of."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.services import open_case
from levend.core import clock
from levend.core.clock import AMSTERDAM
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.rounds.queries.next_steps import next_steps_for
from levend.rounds.queries.renewals import renewals_for
from levend.rounds.queries.today import rounds_today
from levend.rounds.services import close_round
from levend.rounds.services.warn import warn_of_endings
from tests.adoption.story import Story
from tests.factories.region import Region
from tests.rounds.situations import DEADLINE, keeper, opened


def dues_of(actor: Actor, codes: list[str]) -> dict[str, date]:
    steps = next_steps_for(actor, codes)
    return {code: step.due_on for code, step in steps.items() if step.due_on is not None}


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=AMSTERDAM)


@pytest.mark.sqlite  # a chain is dear, and days are no matter of the database
def test_a_school_without_a_round_is_warned_before_its_profile_ends(
    region: Region, version: FormatVersion
) -> None:
    Story.begin(region.linde).bring_to(State.RECEIVED)  # in force to 31 July 2027, as the school guide is
    director, stranger = region.linde.actor(Role.DIRECTOR), region.beuk.actor(Role.DIRECTOR)
    ends_on = date(2027, 7, 31)
    with clock.at(on(ends_on - timedelta(days=181))):
        assert renewals_for(director) == ()
    with clock.at(on(ends_on - timedelta(days=180))):
        (sign,) = renewals_for(director)
        assert (sign.code, sign.due_on, sign.ask_by, sign.level) == ("12AB00", ends_on, date(2027, 6, 19), 1)
        assert renewals_for(stranger) == ()
        (seen,) = renewals_for(region.linde.actor(Role.COORDINATOR))
        assert (sign.may_begin, seen.may_begin, seen.due_on) == (True, False, ends_on)
    with clock.at(on(ends_on)):
        assert [(one.level, one.has_ended) for one in renewals_for(director)] == [(3, False)]
    with clock.at(on(ends_on + timedelta(days=1))):
        assert [one.has_ended for one in renewals_for(director)] == [True]

    with clock.at(on(date(2027, 3, 1))):
        open_case(actor=director, location_id=region.linde.location.pk, version_id=version.pk)
        assert renewals_for(director) == ()
        assert dues_of(director, ["12AB00"]) == {"12AB00": date(2027, 6, 19)}
        assert dues_of(stranger, ["12AB00"]) == {}


def test_in_a_round_the_milestones_say_what_is_due_and_the_deadline_at_last(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    run_jobs()
    director, board = region.linde.actor(Role.DIRECTOR), region.linde.actor(Role.BOARD_MEMBER)
    assert dues_of(director, ["12AB00", "34EF00"]) == {"12AB00": date(2027, 3, 16)}
    with clock.at(on(date(2027, 3, 17))):
        assert dues_of(director, ["12AB00"]) == {"12AB00": DEADLINE}
    assert [(one.code, one.due_on) for one in rounds_today(director)] == [("12AB00", DEADLINE)]
    assert [(one.code, one.round_id) for one in rounds_today(board)] == [("", found.pk)]
    close_round(actor=keeper(region), round_id=found.pk)
    assert rounds_today(director) == rounds_today(board) == ()
    assert dues_of(director, ["12AB00"]) == {}


def test_one_school_and_three_take_as_many_queries(region: Region, version: FormatVersion) -> None:
    opened(region, version)
    run_jobs()
    group = keeper(region)
    counts = []
    for codes in (["12AB00"], ["12AB00", "12CD00", "34EF00"]):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            dues_of(group, codes)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 7


@pytest.mark.sqlite
def test_a_school_is_written_to_once_for_each_warning_of_its_regime(region: Region) -> None:
    Story.begin(region.linde).bring_to(State.RECEIVED)
    ends_on = date(2027, 7, 31)

    def told() -> list[tuple[str, object]]:
        warn_of_endings()
        rows = OutboxMessage.objects.filter(template="renewal").order_by("pk")
        return [(row.to, row.context["ask_by"]) for row in rows]

    with clock.at(on(ends_on - timedelta(days=181))):
        assert told() == []
    for days in (180, 179):
        with clock.at(on(ends_on - timedelta(days=days))):
            first = told()
    linde, same_board = region.linde.users, region.wilg.users[Role.BOARD_MEMBER]
    people = [linde[Role.DIRECTOR].email, linde[Role.BOARD_MEMBER].email, same_board.email]
    assert sorted(to for to, _ask in first) == sorted(people)
    with clock.at(on(ends_on - timedelta(days=120))):
        assert told() == first  # nothing is due on this day
    with clock.at(on(ends_on - timedelta(days=30))):
        last = told()
    assert len(last) == 2 * len(people)
    assert {ask for _to, ask in last} == {"2027-06-19", ""}  # by then the council cannot have its whole term
