"""Places that look like personal data are looked at one by one before anybody else reads the text."""

import pytest

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.models import AdoptionCase, PlaceConfirmation
from levend.adoption.queries.places import CheckedPlace, checked_places
from levend.adoption.services import confirm_place
from levend.audit.models import AuditEvent
from levend.core.errors import NotAllowed, NotFound, NotNow
from levend.formats.queries import definition_of
from levend.profiles.queries import answers_of
from tests.adoption.story import Story
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
NUMBER = "Bel 06-12345678 als er iets is."


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def story(region: Region) -> Story:
    """Complete, with two places that look like personal data."""
    story = Story.begin(region.linde)
    story.complete()
    story.write("ambitions", f"{NUMBER} Sem heeft autisme.")
    return story


def places(story: Story) -> tuple[CheckedPlace, ...]:
    case = AdoptionCase.objects.select_related("profile").get(pk=story.id)
    return checked_places(
        case, definition_of(case.profile.format_version_id), answers_of(story.case.profile_id)
    )


def confirm(story: Story, number: int, role: Role = Role.DIRECTOR) -> PlaceConfirmation:
    digest = places(story)[number].place.digest
    return confirm_place(actor=story.actor(role), case_id=story.id, place=digest)


def test_advice_is_asked_once_each_place_was_confirmed(story: Story) -> None:
    with pytest.raises(NotNow, match="2 plekken lijken op een persoonsgegeven"):
        story.take(Step.ASK_ADVICE)
    confirm(story, 0, Role.EDITOR)
    with pytest.raises(NotNow, match="1 plek lijkt op een persoonsgegeven"):
        story.take(Step.ASK_ADVICE)
    confirm(story, 1)
    story.take(Step.ASK_ADVICE)

    assert story.state == State.AWAITING_ADVICE
    assert [one.is_open for one in places(story)] == [False, False]


def test_a_confirmation_falls_with_the_text_around_it(story: Story) -> None:
    confirm(story, 0)
    confirm(story, 1)
    story.write("basic-support", "Iets heel anders, bij een andere vraag.")
    assert not any(one.is_open for one in places(story))

    story.write("ambitions", f"{NUMBER} Sem heeft autisme, en meer.")

    assert all(one.is_open for one in places(story))
    with pytest.raises(NotNow):
        story.take(Step.ASK_ADVICE)
    story.write("ambitions", "Niets bijzonders.")
    story.take(Step.ASK_ADVICE)


def test_a_reopened_text_is_looked_at_again(story: Story) -> None:
    story.write("ambitions", "Niets bijzonders.")
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.REOPEN):
        story.take(step)
    story.write("ambitions", NUMBER)

    with pytest.raises(NotNow, match="persoonsgegeven"):
        story.take(Step.ASK_CONFIRMATION)
    confirm(story, 0)
    story.take(Step.ASK_CONFIRMATION)


def test_a_correction_is_looked_at_too(story: Story) -> None:
    story.write("ambitions", "Niets bijzonders.")
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT, Step.CORRECT):
        story.take(step)
    story.write("ambitions", NUMBER)

    with pytest.raises(NotNow, match="persoonsgegeven"):
        story.take(Step.OFFER_CORRECTION)


def test_what_is_recorded_holds_no_words(story: Story) -> None:
    kept = confirm(story, 0)
    again = confirm(story, 0, Role.EDITOR)

    assert again.pk == kept.pk
    event = AuditEvent.objects.get(event="place_confirmed")
    told = f"{event.data} {kept.question_key} {kept.kind} {kept.place_sha256}"
    assert event.data["confirmation"] == kept.pk
    assert "12345678" not in told
    assert "Sem" not in told


def test_who_does_not_write_confirms_nothing(story: Story, region: Region) -> None:
    digest = places(story)[0].place.digest
    for actor, error in (
        (story.actor(Role.BOARD_MEMBER), NotAllowed),
        (story.actor(Role.COUNCIL_MEMBER), NotFound),
        (story.actor(Role.COORDINATOR), NotFound),
        (region.beuk.actor(Role.DIRECTOR), NotFound),
    ):
        with pytest.raises(error):
            confirm_place(actor=actor, case_id=story.id, place=digest)
    with pytest.raises(NotNow, match="intussen veranderd"):
        confirm_place(actor=story.actor(Role.DIRECTOR), case_id=story.id, place="0" * 64)


def test_a_locked_text_is_not_confirmed(story: Story) -> None:
    confirm(story, 0)
    confirm(story, 1)
    digest = places(story)[0].place.digest
    story.take(Step.ASK_ADVICE)

    with pytest.raises(NotNow, match="staat vast"):
        confirm_place(actor=story.actor(Role.DIRECTOR), case_id=story.id, place=digest)
