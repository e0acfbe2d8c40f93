"""How far a round was on each day, and the stages of its bar: on plain data."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from levend.adoption.enums import Party, State
from levend.adoption.transitions import TURNS
from levend.rounds.engine.progress import DONE, STAGES, Reached, Stage, states_in, states_of_turn, trend

FIRST = date(2026, 11, 23)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_every_state_has_one_stage_and_what_was_handed_in_waits_for_nobody_at_school() -> None:
    assert set(STAGES) == set(State)
    assert {state for stage in Stage for state in states_in(stage)} == set(State)
    assert {state for party in Party for state in states_of_turn(party)} == set(State)
    assert {TURNS[state] for state in DONE} == {Party.CONSORTIUM, Party.NOBODY}


def test_what_happened_before_the_first_day_counts_on_it_and_the_future_does_not() -> None:
    found = trend(
        day(0),
        day(3),
        [
            (State.AWAITING_ADVICE, day(-9), 2),
            (State.AWAITING_ADVICE, day(2), 1),
            (State.ADVICE_GIVEN, day(2), 2),
            (State.ADOPTED, day(5), 7),
        ],
    )
    assert found.days == (day(0), day(1), day(2), day(3))
    assert found.counts[Reached.ASKED] == (2, 2, 3, 3)
    assert found.counts[Reached.ADVISED] == (0, 0, 2, 2)
    assert found.counts[Reached.ADOPTED] == (0, 0, 0, 0)
    assert found.turns == (0, 2, 3)
    assert found.last[Reached.ASKED] == 3


def test_a_round_that_opened_today_has_one_day() -> None:
    for last in (day(0), day(-3)):
        found = trend(day(0), last, [])
        assert found.days == (day(0),)
        assert found.turns == (0,)


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(Reached)), st.integers(-400, 400), st.integers(1, 9_999)), max_size=40
    ),
    st.integers(0, 400),
)
def test_numbers_never_go_down_and_end_at_everything_that_happened(
    steps: list[tuple[Reached, int, int]], length: int
) -> None:
    found = trend(day(0), day(length), [(one.value, day(number), count) for one, number, count in steps])
    for reached, counts in found.counts.items():
        assert list(counts) == sorted(counts)
        happened = sum(count for one, number, count in steps if one is reached and number <= length)
        assert counts[-1] == happened
