"""The time line of a case is in order on whatever day the demo is made."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levend.adoption.enums import State
from levend.core.clock import local_date
from levend.demo.engine.stories import Act, CaseFacts, cases, earlier_end, scenes

DAYS = st.dates(date(2026, 8, 1), date(2036, 12, 31))
STATES = st.sampled_from(State.values)
FACTS = st.sampled_from(sorted(cases().items()))


@given(day=DAYS, state=STATES, named=FACTS)
def test_acts_follow_each_other_on_working_days(day: date, state: str, named: tuple[str, CaseFacts]) -> None:
    told = scenes(named[1], state=state, ended_on=day)
    moments = [scene.at for scene in told]
    assert moments == sorted(moments)
    assert len(set(moments)) == len(moments)
    assert all(moment.weekday() < 5 for moment in moments)
    assert local_date(moments[-1]) <= day


@given(day=DAYS)
def test_a_silent_council_had_more_than_six_weeks(day: date) -> None:
    told = {
        scene.act: scene.at
        for scene in scenes(CaseFacts(advice="not_given"), state="advice_given", ended_on=day)
    }
    assert local_date(told[Act.ADVISE]) - local_date(told[Act.ASK]) > timedelta(days=42)


@given(day=DAYS, named=FACTS)
def test_a_version_before_ends_before_the_present_case_begins(
    day: date, named: tuple[str, CaseFacts]
) -> None:
    code, facts = named
    ended_on = earlier_end(facts, code, day)
    if ended_on is not None and facts.now:
        begun = scenes(facts, state=facts.now, ended_on=day - timedelta(days=facts.since))[0].at
        assert local_date(begun) > ended_on


@pytest.mark.parametrize("state", State.values)
def test_every_state_has_a_school(state: str) -> None:
    assert state in {facts.now for facts in cases().values()}
