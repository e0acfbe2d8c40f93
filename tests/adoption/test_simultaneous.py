"""Two clicks at the same instant, and a save against *ask advice*, on real connections."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from levend.accounts.enums import Role
from levend.adoption import services
from levend.adoption.enums import State, Step
from levend.adoption.models import CaseStep
from levend.core.clock import today
from levend.core.errors import LevendError
from levend.profiles.models import Answer, FrozenContent
from levend.profiles.services import save_answer
from levend.profiles.values import Saved
from tests.adoption.story import STEPS, Story
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db(transaction=True)


def together(*works: Callable[[], object]) -> list[object]:
    """Run each in a thread with a connection of its own, starting at the same instant; refusals are results."""
    barrier = Barrier(len(works))

    def run(work: Callable[[], object]) -> object:
        try:
            barrier.wait(timeout=10)
            return work()
        except LevendError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(run, work) for work in works]]


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (State.AWAITING_ADVICE, Step.GIVE_ADVICE),
        (State.ADVICE_GIVEN, Step.ADOPT),
        (State.ADOPTED, Step.SUBMIT),
        (State.SUBMITTED, Step.RECEIVE),
    ],
)
def test_two_clicks_give_one_step(state: State, step: Step) -> None:
    story = Story.begin(make_region().linde).bring_to(state)
    role, _service, _arguments = STEPS[step]
    actor = story.actor(role)
    together(*[lambda: story.take(step, actor)] * 4)
    assert CaseStep.objects.filter(case=story.id, step=step).count() == 1
    assert story.state == WAYS_TARGET[step]


WAYS_TARGET = {
    Step.GIVE_ADVICE: State.ADVICE_GIVEN,
    Step.ADOPT: State.ADOPTED,
    Step.SUBMIT: State.SUBMITTED,
    Step.RECEIVE: State.RECEIVED,
}


def test_adopting_against_giving_back_has_one_winner() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    board = story.actor(Role.BOARD_MEMBER)
    results = together(
        lambda: services.adopt(actor=board, case_id=story.id, meeting_date=today()),
        lambda: services.return_to_school(actor=board, case_id=story.id, reason="Nog niet rijp."),
    )
    assert sum(isinstance(result, LevendError) for result in results) == 1
    assert story.state in {State.ADOPTED, State.RETURNED_BY_BOARD}


@pytest.mark.parametrize("attempt", range(5))
def test_an_acknowledged_answer_is_in_the_text_under_advice(attempt: int) -> None:
    story = Story.begin(make_region().linde)
    story.complete()
    editor, director = story.actor(Role.EDITOR), story.actor(Role.DIRECTOR)
    row = Answer.objects.get(profile_id=story.case.profile_id, question_key="ambitions")
    text = f"Net op tijd {attempt}."

    def save() -> object:
        return save_answer(
            actor=editor, profile_id=story.case.profile_id, key="ambitions", value=text, based_on=row.revision
        )

    saved, asked = together(save, lambda: services.ask_advice(actor=director, case_id=story.id))
    assert not isinstance(asked, LevendError)
    content = FrozenContent.objects.get(
        profile_id=story.case.profile_id, sha256=story.reload().content_sha256
    )
    assert (text in content.body) == isinstance(saved, Saved)


def test_two_directors_begin_one_profile() -> None:
    region = make_region()
    from tests.adoption.story import LEGAL
    from tests.factories.formats import make_version

    version = make_version(LEGAL)
    people = [region.linde.actor(Role.DIRECTOR), region.linde.actor(Role.BOARD_MEMBER)]
    results = together(
        *[
            lambda person=person: services.open_case(
                actor=person, location_id=region.linde.location.pk, version_id=version.pk
            )
            for person in people
        ]
    )
    assert sum(isinstance(result, LevendError) for result in results) == 1
    assert region.linde.location.cases.count() == 1
