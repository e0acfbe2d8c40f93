"""Terms of the council: to the last second of the last day, in Amsterdam."""

from datetime import datetime, time, timedelta

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Manner, State, Step
from levend.adoption.models import Advice, AdvisedText, CaseStep
from levend.adoption.services import pass_term
from levend.adoption.tasks import pass_terms
from levend.core import clock
from levend.core.errors import NotAllowed, NotNow
from tests.adoption.story import Story
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


def _last_second(story: Story) -> datetime:
    due_on = story.reload().due_on
    assert due_on is not None
    return datetime.combine(due_on, time(23, 59, 59), tzinfo=clock.AMSTERDAM)


def test_the_council_has_until_the_last_second_of_the_last_day() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    with clock.at(_last_second(story)):
        with pytest.raises(NotNow, match="tot en met"):
            story.take(Step.PASS_TERM)
        pass_terms.func()
        assert story.state == State.AWAITING_ADVICE
        story.take(Step.GIVE_ADVICE)
    assert story.state == State.ADVICE_GIVEN


def test_a_second_later_the_worker_takes_the_case_further_as_not_given() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    with clock.at(_last_second(story) + timedelta(seconds=1)):
        pass_terms.func()
        pass_terms.func()
    assert story.state == State.ADVICE_GIVEN
    assert [advice.kind for advice in Advice.objects.all()] == [AdviceKind.NOT_GIVEN]
    step = CaseStep.objects.get(case=story.id, step=Step.PASS_TERM)
    assert (step.actor_ref, step.actor_name) == ("system", "Levend")


def test_a_passed_term_for_confirming_lets_the_earlier_advice_hold() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_CONFIRMATION)
    earlier = story.reload().advice_id
    with clock.at(_last_second(story) + timedelta(seconds=1)):
        story.take(Step.PASS_TERM)
    case = story.reload()
    assert case.advice_id == earlier
    assert AdvisedText.objects.get(content_sha256=case.content_sha256).manner == Manner.TERM_PASSED


def test_the_system_takes_no_other_step() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    with pytest.raises(NotAllowed):
        story.take(Step.ADOPT, Actor.system())
    with pytest.raises(NotNow):
        pass_term(actor=Actor.system(), case_id=story.id)
    assert story.state == State.ADVICE_GIVEN


def test_who_left_is_no_longer_on_turn() -> None:
    from levend.accounts.models import Membership

    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    chair = story.places.user(Role.COUNCIL_CHAIR)
    Membership.objects.filter(user=chair).update(ended_at=clock.now())
    with pytest.raises(Exception, match=str(story.id)):
        story.take(Step.GIVE_ADVICE)
