"""Letters and minutes: registered, told, objected to, and read by few."""

from datetime import timedelta

import pytest

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.models import Adoption, PaperRecord
from levend.adoption.queries.cases import paper_for
from levend.adoption.queries.in_force import in_force
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from tests.adoption.story import Story, letter
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


def test_a_letter_is_registered_and_the_council_can_object_within_the_term() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    told = OutboxMessage.objects.get(template="told")
    assert told.to == story.places.user(Role.COUNCIL_CHAIR).email
    story.take(Step.ADOPT)
    story.take(Step.OBJECT_TO_ADVICE, reason="Wij hebben hierover niet vergaderd.")
    case = story.reload()
    assert (case.state, case.advice_id, case.adoption_id) == (State.AWAITING_ADVICE, None, None)
    assert Adoption.objects.get(case=case).annulled_at is not None
    assert in_force(case.location_id, clock.today() + timedelta(days=400)) is None
    assert PaperRecord.objects.get(case=case).objection == "Wij hebben hierover niet vergaderd."


def test_after_the_term_an_objection_comes_too_late() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    until = PaperRecord.objects.get(case=story.id).object_until
    late = clock.end_of_day(until)
    with clock.at(late - timedelta(seconds=1)):
        assert story.actor(Role.COUNCIL_CHAIR)
    with clock.at(late), pytest.raises(NotNow, match="voorbij"):
        story.take(Step.OBJECT_TO_ADVICE)


def test_an_advice_given_by_the_council_itself_cannot_be_objected_to() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    with pytest.raises(NotNow, match="niet van papier"):
        story.take(Step.OBJECT_TO_ADVICE)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "leeg"),
        (b"MZ\x90 een programma", "geen PDF, JPEG of PNG"),
        (b"%PDF-" + b"0" * (30 * 1024 * 1024), "30 MB"),
    ],
)
def test_a_wrong_file_changes_nothing(data: bytes, sentence: str) -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    with pytest.raises(Invalid, match=sentence) as refusal:
        story.take(Step.REGISTER_ADVICE, letter=letter(data=data))
    assert "file" in refusal.value.fields
    assert PaperRecord.objects.count() == 0
    assert story.state == State.AWAITING_ADVICE


def test_letters_are_not_for_the_consortium_or_another_school() -> None:
    region = make_region()
    story = Story.begin(region.linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    paper = PaperRecord.objects.get(case=story.id)
    assert paper_for(story.actor(Role.COUNCIL_MEMBER), "12AB00", paper.pk) == paper
    for stranger in (
        story.actor(Role.COORDINATOR),
        region.wilg.actor(Role.DIRECTOR),
        region.beuk.actor(Role.DIRECTOR),
    ):
        with pytest.raises(NotFound):
            paper_for(stranger, "12AB00", paper.pk)
