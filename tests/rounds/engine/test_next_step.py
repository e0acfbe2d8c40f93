"""What is next at a school and by when: on plain data, in every state, with and without more time."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.adoption.enums import Party, State
from levend.rounds.engine.dates import milestones_before
from levend.rounds.engine.next_step import (
    COUNCIL,
    RECEIPT_DAYS,
    STAGES,
    Ground,
    RoundDays,
    Standing,
    Validity,
    next_step,
)
from levend.rounds.engine.outlook import steps_ahead
from levend.rounds.enums import MilestoneKind

DEADLINE = date(2027, 6, 1)
SINCE = date(2027, 1, 4)
MILESTONES = milestones_before(DEADLINE, 42)
states = st.sampled_from(sorted(STAGES))


def days_with(more: int) -> RoundDays:
    return RoundDays(DEADLINE, DEADLINE + timedelta(days=more), MILESTONES)


@settings(max_examples=50)
@given(
    state=states, more=st.integers(0, 60), number=st.integers(0, 250), term=st.none() | st.integers(0, 250)
)
def test_nobody_is_late_before_the_day_that_binds(
    state: State, more: int, number: int, term: int | None
) -> None:
    today = SINCE + timedelta(days=number)
    until = SINCE + timedelta(days=term) if term is not None and state in COUNCIL else None
    at = Standing(state, SINCE, until, days_with(more))
    step = next_step(at, today)
    assert step.due_on is not None
    assert step.late_after is not None
    assert step.due_on <= step.late_after
    assert step.is_late(today) == (step.late_after < today)
    if until is not None and today <= until:
        assert (step.due_on, step.ground, step.is_late(today)) == (until, Ground.TERM, False)
    else:
        last = at.round.due_on if at.round else None
        assert step.late_after == last
        assert step.due_on >= today or step.due_on == last
    ahead = steps_ahead(at, today)
    assert ahead[0].day == step.due_on
    assert ahead[0].kind is None
    assert all(
        one.day in {*(days_with(more).day_of(kind) for kind in MILESTONES), last_of(at)} for one in ahead[1:]
    )


def last_of(at: Standing) -> date | None:
    return at.round.due_on if at.round else None


@pytest.mark.parametrize("state", sorted(STAGES))
def test_an_extension_moves_every_aim_as_far(state: State) -> None:
    before = next_step(Standing(state, SINCE, None, days_with(0)), SINCE)
    after = next_step(Standing(state, SINCE, None, days_with(35)), SINCE)
    assert before.due_on is not None
    assert after.due_on == before.due_on + timedelta(days=35)


def test_what_was_missed_counts_no_more_and_what_the_consortium_named_binds() -> None:
    day = MILESTONES[MilestoneKind.COUNCIL] + timedelta(days=1)
    ahead = steps_ahead(Standing(State.DRAFT, SINCE, None, days_with(0)), day)
    assert [(one.kind, one.day) for one in ahead] == [
        (None, DEADLINE),
        (MilestoneKind.COUNCIL, DEADLINE),
        (MilestoneKind.BOARD, DEADLINE),
        (MilestoneKind.SUBMISSION, DEADLINE),
    ]
    named = Standing(State.RETURNED_BY_CONSORTIUM, SINCE, day, days_with(0))
    assert next_step(named, day).due_on == day
    assert next_step(named, day + timedelta(days=1)).is_late(day + timedelta(days=1))


def test_the_consortium_has_two_weeks_to_receive_with_a_round_and_without() -> None:
    for days in (None, days_with(0)):
        step = next_step(Standing(State.SUBMITTED, SINCE, None, days), SINCE)
        assert (step.party, step.due_on) == (Party.CONSORTIUM, SINCE + timedelta(days=RECEIPT_DAYS))
        assert steps_ahead(Standing(State.SUBMITTED, SINCE, None, days), SINCE) == ()


def test_without_an_open_case_the_school_is_on_turn_once_the_regime_warns() -> None:
    ends, ask_by = date(2027, 7, 31), date(2027, 6, 19)
    quiet = Standing(State.RECEIVED, SINCE, validity=Validity(ends, ask_by, 0))
    warned = Standing(State.RECEIVED, SINCE, validity=Validity(ends, ask_by, 1))
    assert (next_step(quiet, SINCE).party, next_step(quiet, SINCE).due_on) == (Party.NOBODY, ends)
    assert (next_step(warned, SINCE).party, next_step(warned, SINCE).due_on) == (Party.SCHOOL, ask_by)
    assert next_step(warned, ask_by + timedelta(days=1)).due_on == ends
    assert next_step(Standing(), SINCE).due_on is None
    writing = Standing(State.DRAFT, SINCE, validity=Validity(ends, ask_by, 1))
    assert [one.day for one in steps_ahead(writing, SINCE)] == [ask_by, ends, ends]
