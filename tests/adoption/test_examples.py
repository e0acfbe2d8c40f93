"""Good examples: marked by who writes, shared by the director, taken back at any time, gone with the text."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.adoption import services
from levend.adoption.enums import Step
from levend.adoption.models import Adoption, AdoptionCase, GoodExample
from levend.adoption.queries.examples import examples_beside
from levend.adoption.services import consent_to_example, end_example, mark_example
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import NotAllowed, NotFound, NotNow
from levend.formats.models import FormatVersion
from levend.profiles.engine.paragraphs import paragraphs
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.factories.profiles import make_profile
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
CODE = "12AB00"
WITH_INTERNAL = LEGAL + (
    "      - {key: intern, type: long_text, label: Voor onszelf, audience: internal}\n"
    "      - {key: telling, type: number, label: Telling}\n"
)


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def story(region: Region) -> Story:
    """Adopted, with an answer of two paragraphs, one for the school only and a number."""
    make_version(WITH_INTERNAL)
    case = services.open_case(
        actor=region.linde.actor(Role.DIRECTOR),
        location_id=region.linde.location.pk,
        version_id=FormatVersion.objects.latest("id").pk,
    )
    story = Story(region.linde, case)
    story.complete()
    story.write("ambitions", "Eerst dit.\n\nDan dat, met **kracht**.")
    story.write("intern", "Alleen voor ons.")
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT):
        story.take(step)
    return story


def mark(
    story: Story, question: str = "ambitions", paragraph: int = 0, role: Role = Role.EDITOR
) -> GoodExample:
    return mark_example(actor=story.actor(role), location_code=CODE, question=question, paragraph=paragraph)


def seen_by_the_wilg(region: Region) -> list[tuple[str, str]]:
    """School and passage, beside the questions of De Wilg's own profile in the same format."""
    version = FormatVersion.objects.latest("id")
    profile = region.wilg.location.profiles.first() or make_profile(region.wilg.location, version)
    found = examples_beside(profile.pk, "wettelijk", ["ambitions", "intern"])
    return [(each.school, each.passage) for examples in found.values() for each in examples]


def test_others_read_it_from_the_consent_until_it_is_taken_back(region: Region, story: Story) -> None:
    example = mark(story, paragraph=2)
    assert mark(story, paragraph=2, role=Role.DIRECTOR).pk == example.pk
    assert seen_by_the_wilg(region) == []

    with pytest.raises(NotAllowed, match="Alleen de directeur"):
        consent_to_example(actor=story.actor(Role.EDITOR), example_id=example.pk)
    consent_to_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    consent_to_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    assert seen_by_the_wilg(region) == [("De Linde", "Dan dat, met **kracht**.")]

    end_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    end_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    assert seen_by_the_wilg(region) == []
    with pytest.raises(NotNow):
        consent_to_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    events = list(AuditEvent.objects.filter(event__startswith="example_").order_by("id"))
    assert [event.event for event in events] == ["example_marked", "example_shared", "example_ended"]
    assert "kracht" not in "".join(str(event.data) for event in events)


def test_only_public_words_of_an_adopted_text_can_be_marked(region: Region, story: Story) -> None:
    for question, paragraph in (("intern", 0), ("telling", 0), ("verzonnen", 0), ("ambitions", 3)):
        with pytest.raises(NotFound):
            mark(story, question, paragraph)
    story.take(Step.REOPEN)
    Adoption.objects.update(annulled_at=clock.now())
    with pytest.raises(NotNow, match="nog geen vastgestelde tekst"):
        mark(story)


def test_strangers_and_those_around_mark_and_take_back_nothing(region: Region, story: Story) -> None:
    example = mark(story)
    for actor, error in (
        (story.actor(Role.BOARD_MEMBER), NotAllowed),
        (story.actor(Role.COUNCIL_MEMBER), NotFound),
        (story.actor(Role.COORDINATOR), NotFound),
        (region.wilg.actor(Role.DIRECTOR), NotFound),
    ):
        with pytest.raises(error):
            mark_example(actor=actor, location_code=CODE, question="ambitions")
        with pytest.raises(error):
            end_example(actor=actor, example_id=example.pk)


def test_it_is_shown_in_the_same_consortium_and_never_to_the_school_itself(
    region: Region, story: Story
) -> None:
    example = mark(story)
    consent_to_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    stranger = make_profile(region.beuk.location, FormatVersion.objects.latest("id"))

    assert examples_beside(stranger.pk, "wettelijk", ["ambitions"]) == {}
    assert examples_beside(story.case.profile_id, "wettelijk", ["ambitions"]) == {}
    assert len(seen_by_the_wilg(region)) == 1
    own = region.wilg.location.profiles.first()
    assert own is not None
    assert examples_beside(own.pk, "ander-format", ["ambitions"]) == {}


def test_it_ends_with_the_withdrawal_of_the_text(region: Region, story: Story) -> None:
    example = mark(story)
    consent_to_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
    story.take(Step.SUBMIT)
    story.take(Step.RECEIVE)
    adoption = AdoptionCase.objects.get(pk=story.id).adoption
    assert adoption is not None

    services.withdraw(
        actor=story.actor(Role.BOARD_MEMBER),
        adoption_id=adoption.pk,
        reason="De school sluit.",
        on=clock.today() + timedelta(days=30),
    )

    assert GoodExample.objects.get(pk=example.pk).ended_at is not None
    assert seen_by_the_wilg(region) == []


def test_many_examples_are_one_query(region: Region, story: Story) -> None:
    counts = []
    profile = make_profile(region.wilg.location, FormatVersion.objects.latest("id"))
    for question, paragraph in (("ambitions", 0), ("basic-support", 0), ("ambitions", 1)):
        example = mark(story, question, paragraph)
        consent_to_example(actor=story.actor(Role.DIRECTOR), example_id=example.pk)
        with CaptureQueriesContext(connection) as queries:
            found = examples_beside(profile.pk, "wettelijk", ["ambitions", "basic-support"])
        counts.append((len(queries), sum(map(len, found.values()))))

    assert counts == [(1, 1), (1, 2), (1, 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("Eén.", ("Eén.",)),
        ("Eén.\n\n  \nTwee\nnog twee.\n\n", ("Eén.", "Twee\nnog twee.")),
        ("\n\n- a\n- b\n \n\n👩‍👧", ("- a\n- b", "👩‍👧")),
    ],
)
def test_paragraphs_stand_between_empty_lines(text: str, found: tuple[str, ...]) -> None:
    assert paragraphs(text) == found
