"""Reminders: when they are due, to whom they go, and that nobody hears the same thing twice."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.accounts.enums import Role
from levend.accounts.services import choose_mail
from levend.core import clock
from levend.core.clock import AMSTERDAM
from levend.core.errors import Invalid, NotAllowed, NotNow
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.rounds.engine.reminding import Schedule, moment_next, moment_now
from levend.rounds.enums import MilestoneKind
from levend.rounds.models import Milestone
from levend.rounds.services import close_round, extend_schools, open_round
from levend.rounds.services.remind import choose_schedule, remind_due, remind_now
from tests.factories.region import Region
from tests.rounds.situations import drafted, keeper, opened

AIM, LONG_AGO = date(2027, 3, 1), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("days_from_aim", "offset"),
    [
        (-22, None),
        (-21, -21),
        (-15, -21),
        (-14, None),
        (-7, -7),
        (0, None),
        (1, 1),
        (14, None),
        (15, 15),
        (29, 29),
        (365, 365),
    ],
)
def test_a_reminder_is_due_on_its_moment_and_caught_up_within_a_week(
    days_from_aim: int, offset: int | None
) -> None:
    today = AIM + timedelta(days=days_from_aim)
    assert moment_now(AIM, since=LONG_AGO, today=today, schedule=Schedule()) == offset


def test_what_came_before_the_turn_began_was_for_somebody_else() -> None:
    day = AIM - timedelta(days=6)
    assert moment_now(AIM, since=day, today=day, schedule=Schedule()) is None
    assert moment_now(AIM, since=LONG_AGO, today=day, schedule=Schedule(is_on=False)) is None
    late = moment_next(AIM, since=AIM + timedelta(days=3), today=day, schedule=Schedule(), then=AIM)
    assert late == AIM + timedelta(days=15)
    assert moment_next(AIM, since=LONG_AGO, today=AIM, schedule=Schedule(after=0, every=0), then=AIM) is None
    assert (
        moment_next(AIM, since=LONG_AGO, today=AIM, schedule=Schedule(), then=None) is None
    )  # a term is over


@settings(max_examples=50)
@given(
    before=st.lists(st.integers(1, 60), max_size=4),
    after=st.integers(0, 10),
    every=st.integers(0, 20),
    start=st.integers(-80, 0),
    more=st.integers(0, 30),
)
def test_the_next_moment_that_a_page_names_is_the_first_that_comes(
    before: list[int], after: int, every: int, start: int, more: int
) -> None:
    """Also where the date becomes a later one as it passes."""
    schedule = Schedule(before=tuple(before), after=after, every=every)
    days = [AIM + timedelta(days=number) for number in range(start, 60)]
    since = days[0] - timedelta(days=1)
    then = AIM + timedelta(days=more)
    aims = [AIM if day <= AIM else then for day in days]
    told = [
        (aim, moment_now(aim, since=since, today=day, schedule=schedule))
        for aim, day in zip(aims, days, strict=True)
    ]
    first = next((day for day, (_aim, offset) in zip(days, told, strict=True) if offset is not None), None)
    announced = moment_next(AIM, since=since, today=since, schedule=schedule, then=then)
    assert announced == first if first else announced is None or announced > days[-1]


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 7, 30, tzinfo=AMSTERDAM)


@pytest.mark.django_db
def test_a_round_reminds_each_school_of_its_own_date_once_and_stops_when_it_closes(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    run_jobs()
    mail.outbox.clear()
    director = region.linde.users[Role.DIRECTOR]
    concept = Milestone.objects.get(round=found, kind=MilestoneKind.CONCEPT).day
    assert remind_due() == 0

    with clock.at(on(concept - timedelta(days=21))):
        assert remind_due() == 2  # De Linde and De Beuk; De Wilg has no profile in this round
        assert remind_due() == 0
        run_jobs()
    assert sorted(each.to[0] for each in mail.outbox) == sorted(
        [director.email, region.beuk.users[Role.DIRECTOR].email]
    )
    letter = next(each for each in mail.outbox if each.to == [director.email])
    assert letter.subject == "Herinnering: het concept schrijven en advies vragen (De Linde)"
    assert "12AB00" in letter.body
    assert OutboxMessage.objects.filter(key__startswith="round:", about="location:12AB00").count() == 1

    choose_mail(actor=region.beuk.actor(Role.DIRECTOR), language="nl", reminders="none")
    coordinator = keeper(region)
    with clock.at(on(concept - timedelta(days=10))):
        extend_schools(
            actor=coordinator,
            round_id=found.pk,
            location_ids=[region.linde.location.pk],
            until=found.deadline + timedelta(days=28),
            reason="Fusie.",
        )
        run_jobs()
    mail.outbox.clear()
    with clock.at(on(concept - timedelta(days=7))):
        remind_due()
        run_jobs()
    assert mail.outbox == []  # De Linde has four weeks more, De Beuk wants none
    with clock.at(on(concept + timedelta(days=29))):
        remind_due()
    assert mail.outbox == []  # the aim is missed, and nobody is late: the last day is what binds
    last = found.deadline + timedelta(days=28)
    with clock.at(on(last + timedelta(days=1))):
        remind_due()
        run_jobs()
    assert [each.subject for each in mail.outbox] == [
        "De datum is voorbij: het concept schrijven en advies vragen (De Linde)"
    ]

    close_round(actor=coordinator, round_id=found.pk)
    with clock.at(on(last + timedelta(days=15))):
        assert remind_due() == 0


@pytest.mark.django_db
def test_a_coordinator_reminds_chosen_schools_now_and_chooses_the_schedule(
    region: Region, version: FormatVersion
) -> None:
    found = drafted(region, version)
    coordinator = keeper(region)
    with pytest.raises(NotNow):
        remind_now(actor=coordinator, round_id=found.pk, codes=["12AB00"])
    open_round(actor=coordinator, round_id=found.pk)
    run_jobs()

    assert remind_now(actor=coordinator, round_id=found.pk, codes=["12AB00", "34EF00", "99ZZ00"]) == 2
    assert remind_now(actor=coordinator, round_id=found.pk, codes=["12AB00"]) == 0
    with pytest.raises(Invalid):
        remind_now(actor=coordinator, round_id=found.pk, codes=[])
    with pytest.raises(NotAllowed):
        remind_now(actor=region.linde.actor(Role.DIRECTOR), round_id=found.pk, codes=["12AB00"])
    own = region.linde.actor(Role.COORDINATOR)
    with clock.at(clock.now() + timedelta(days=1)):
        assert remind_now(actor=own, round_id=found.pk, codes=["12AB00", "34EF00"]) == 1

    with pytest.raises(NotAllowed):
        choose_schedule(actor=own, round_id=found.pk, is_on=False, before=[], after=0, every=0)
    for faulty in ({"before": [0]}, {"after": 0, "every": 7}, {"every": 400}):
        with pytest.raises(Invalid):
            choose_schedule(
                actor=coordinator,
                round_id=found.pk,
                **({"is_on": True, "before": [7], "after": 1, "every": 14} | faulty),
            )
    choose_schedule(actor=coordinator, round_id=found.pk, is_on=False, before=[7], after=1, every=0)
    with clock.at(on(Milestone.objects.get(round=found, kind=MilestoneKind.CONCEPT).day - timedelta(days=7))):
        assert remind_due() == 0
