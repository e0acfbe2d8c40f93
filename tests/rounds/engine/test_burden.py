"""Minutes, sittings and counts out of moments and numbers."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.rounds.engine.burden import (
    Stumbles,
    editing_minutes,
    ratings_shown,
    seconds_by_key,
    sittings,
    spread,
)

START = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)  # noqa: UP017


def at(*minutes: float) -> list[datetime]:
    return [START + timedelta(minutes=each) for each in minutes]


@pytest.mark.parametrize(
    ("minutes", "edited", "times"),
    [
        ((), 0, 0),
        ((0,), 0, 1),
        ((0, 2, 4), 4, 1),
        ((0, 5), 5, 1),  # exactly five minutes still is one sitting
        ((0, 5.1), 0, 2),
        ((0, 1, 60, 61, 200), 2, 3),
        ((61, 0, 60, 1), 2, 2),  # in any order
    ],
)
def test_a_gap_longer_than_five_minutes_is_no_editing(
    minutes: tuple[float, ...], edited: int, times: int
) -> None:
    assert editing_minutes((1, moment) for moment in at(*minutes)) == edited
    assert sittings(at(*minutes)) == times


def test_two_people_at_once_both_count_and_never_each_other() -> None:
    both = [(person, moment) for person in (1, 2) for moment in at(0, 4)]
    assert editing_minutes(both) == 8
    assert editing_minutes([(1, START), (2, START + timedelta(minutes=3))]) == 0


def test_the_time_before_a_save_goes_to_what_was_saved() -> None:
    one, two, late, back = at(0, 2, 60, 61)
    saves = [(1, one, "a"), (1, two, "b"), (1, late, "c"), (1, back, "b"), (2, two, "c")]
    assert seconds_by_key(saves) == {"b": 180}
    assert not seconds_by_key([])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 10_000)), max_size=40))
def test_minutes_never_exceed_the_time_that_passed_for_each_person(saves: list[tuple[int, int]]) -> None:
    moments = [(person, START + timedelta(seconds=seconds)) for person, seconds in saves]
    longest = sum(
        (max(mine) - min(mine)) / 60
        for person in (1, 2, 3)
        if (mine := [seconds for who, seconds in saves if who == person])
    )
    assert 0 <= editing_minutes(moments) <= round(longest) + 1


def test_nothing_is_shown_under_five() -> None:
    assert spread([10, 20, 30, 40]) is None
    found = spread([10, 20, 30, 40, 50])
    assert found is not None
    assert (found.low, found.middle, found.high) == (15, 30, 45)
    assert ratings_shown([5, 5, 4, 1]) is None
    assert ratings_shown([5, 5, 4, 1, 2]) == {1: 1, 2: 1, 3: 0, 4: 1, 5: 2}
    assert not Stumbles(4, left_empty=4).is_worth_a_look
    assert Stumbles(5, left_empty=2).is_worth_a_look
    assert not Stumbles(5, left_empty=1).is_worth_a_look
    assert not Stumbles(100, often=19).is_worth_a_look
