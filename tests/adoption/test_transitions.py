"""An allowed and a refused case for every row of the table, generated from it."""

from datetime import timedelta

import pytest

from levend.accounts.enums import Role
from levend.accounts.roles import POLICIES
from levend.adoption.enums import AdviceKind, Reaction, State, Step
from levend.adoption.models import AdoptionCase, CaseStep
from levend.adoption.services import react
from levend.adoption.transitions import ROWS, TRANSITIONS
from levend.core import clock
from levend.core.errors import LevendError, NotAllowed, NotFound, NotNow
from tests.adoption.story import STEPS, WAYS, Story
from tests.factories.region import make_region

# The chain as a whole, and two clicks at once, are asked of PostgreSQL too.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
_PAIRS = [(row.step, source) for row in TRANSITIONS for source in sorted(row.sources) if row.step in STEPS]


def _story_for(step: Step, source: State) -> Story:
    """A case in `source` in which `step` is due: the conditions of its guards are met."""
    story = Story.begin(make_region().linde)
    way = list(WAYS[source])
    if step is Step.OBJECT_TO_ADVICE:
        way[way.index(Step.GIVE_ADVICE)] = Step.REGISTER_ADVICE
    if step is Step.OBJECT_TO_ADOPTION:
        way[way.index(Step.ADOPT)] = Step.REGISTER_ADOPTION
    if step is Step.ASK_ADVICE and source is State.REOPENED:
        way = [Step.ASK_ADVICE, Step.REOPEN]
    if step is Step.ASK_ADVICE and source is State.RETURNED_BY_BOARD:
        AdoptionCase.objects.filter(pk=story.id).update(state=source)
        story.complete()
        return story
    if step is Step.ASK_CONFIRMATION and source is State.DRAFT:
        story.bring_to(State.ADVICE_GIVEN)
        AdoptionCase.objects.filter(pk=story.id).update(state=source, content_sha256="")
        from levend.profiles.services import unlock

        unlock(profile_id=story.case.profile_id)
        return story
    for one in way:
        if one is Step.ASK_ADVICE:
            story.complete()
        if one is Step.ASK_CONFIRMATION:
            story.write("ambitions", "Anders dan eerst.")
        story.take(one)
    if step is Step.ASK_ADVICE:
        story.complete()
    return story


@pytest.mark.parametrize(("step", "source"), _PAIRS)
def test_the_step_is_taken_by_its_role_and_written_down(step: Step, source: State) -> None:
    story = _story_for(step, source)
    assert story.state == source
    moment = clock.now() + timedelta(days=100 if step is Step.PASS_TERM else 0)
    with clock.at(moment):
        story.take(step)
    assert story.state == ROWS[step].target
    last = CaseStep.objects.filter(case=story.id).latest("number")
    assert (last.step, last.source, last.target) == (step, source, ROWS[step].target)
    assert last.actor_ref == story.actor(STEPS[step][0]).ref


@pytest.mark.parametrize("step", [row.step for row in TRANSITIONS if row.step in STEPS])
def test_the_step_is_refused_to_every_other_role(step: Step) -> None:
    source = min(ROWS[step].sources)
    story = _story_for(step, source)
    before = story.reload().state
    for role in Role:
        if ROWS[step].permission in POLICIES[role].permissions:
            continue
        with pytest.raises((NotAllowed, NotFound)):
            story.take(step, story.actor(role))
    assert story.state == before


@pytest.mark.parametrize("step", [row.step for row in TRANSITIONS if row.step in STEPS])
def test_the_step_is_refused_in_every_other_state(step: Step) -> None:
    region = make_region()
    story = Story.begin(region.linde)
    walked: list[Step] = []
    for state in State:
        if state in ROWS[step].sources or state is ROWS[step].target:
            continue
        if tuple(walked) != WAYS[state][: len(walked)]:
            continue
        for one in WAYS[state][len(walked) :]:
            if one is Step.ASK_ADVICE:
                story.complete()
            if one is Step.ASK_CONFIRMATION:
                story.write("ambitions", "Anders dan eerst.")
            story.take(one)
            walked.append(one)
        with pytest.raises(LevendError):
            story.take(step)
        assert story.state == state


@pytest.mark.parametrize("step", sorted(STEPS))
def test_strangers_do_not_even_learn_that_there_is_a_case(step: Step) -> None:
    region = make_region()
    story = Story.begin(region.linde)
    for stranger in (region.beuk, region.wilg):
        for role in Role:
            at_wilg = stranger is region.wilg
            if at_wilg and role in {
                Role.BOARD_MEMBER,
                Role.BOARD_SECRETARY,
                Role.COORDINATOR,
                Role.VIEWER,
                Role.GROUP_COORDINATOR,
            }:
                continue  # the same board, consortium and group as De Linde
            if role is Role.GROUP_COORDINATOR:
                continue
            with pytest.raises(NotFound):
                story.take(step, stranger.actor(role))


def test_the_board_answers_a_condition_once_and_may_change_its_mind() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.CONDITIONAL, conditions=["Noem een datum.", "Begin later."])
    board = story.actor(Role.BOARD_SECRETARY)
    for _ in range(2):
        react(actor=board, case_id=story.id, number=1, reaction=Reaction.FOLLOWED)
    assert CaseStep.objects.filter(case=story.id, step=Step.REACT).count() == 1
    with pytest.raises(NotNow, match="Beantwoord eerst"):
        story.take(Step.ADOPT)
    react(actor=board, case_id=story.id, number=2, reaction=Reaction.FOLLOWED)
    story.take(Step.ADOPT)
    assert story.state == State.ADOPTED


def test_a_second_click_changes_nothing() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    for _ in range(3):
        story.take(Step.ADOPT)
    assert story.reload().adoptions.count() == 1
    assert CaseStep.objects.filter(case=story.id, step=Step.ADOPT).count() == 1


def test_who_comes_second_hears_that_it_was_done_already() -> None:
    story = Story.begin(make_region().linde).bring_to(State.SUBMITTED)
    story.take(Step.RECEIVE)
    other = story.places.user(Role.VIEWER)
    with pytest.raises(NotAllowed):
        story.take(Step.RECEIVE, story.actor(Role.VIEWER))
    assert other.pk is not None
    assert story.state == State.RECEIVED
