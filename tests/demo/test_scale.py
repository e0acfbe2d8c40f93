"""More schools by rule: as unlike each other as real ones, with the rows that the services would have written."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model

from levend.adoption.models import Adoption, AdoptionCase, Advice, AdvisedText, CaseStep, Submission
from levend.adoption.queries.in_force import in_force
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid
from levend.demo.engine.region import Region, SchoolFacts, region
from levend.demo.engine.scale import sized
from levend.demo.engine.stories import CaseFacts, scenes
from levend.demo.engine.varied import mission_of
from levend.demo.services import fill_demo
from levend.demo.services.cases import FORMAT, letters_already_read, story_of
from levend.demo.services.cast import Casting
from levend.demo.services.many import receive_at_once
from levend.demo.services.playing import play
from levend.formats.queries import latest_version
from levend.formats.services import install_shipped
from levend.jobs.models import Event
from levend.organisations.models import Location
from levend.organisations.values import SchoolYear
from levend.profiles.models import Answer, AnswerRevision, FrozenContent, ProfileSnapshot, SupportProfile
from levend.profiles.queries.content import content_sha256
from levend.rounds.models import RoundEntry
from tests.demo.support import make

TODAY = date(2026, 11, 22)


@pytest.fixture
def two_schools() -> tuple[SchoolFacts, SchoolFacts]:
    """A region of two generated schools."""
    larger = sized(region(), 42)
    made: Region = larger.model_copy(update={"schools": larger.schools[-2:], "councils": (), "moved": ()})
    make(made)
    install_shipped()
    return made.schools[0], made.schools[1]


def test_ten_thousand_schools_are_all_different() -> None:
    larger = sized(region(), 10_000)
    assert len(larger.schools) == 10_000
    for values in (
        [school.code for school in larger.schools],
        [school.name for school in larger.schools],
        [school.domain for school in larger.schools],
        [mission_of(school) for school in larger.schools],
        [board.code for board in larger.boards],
        [consortium.code for consortium in larger.consortia],
    ):
        assert len(set(values)) == len(values)


@pytest.mark.django_db
def test_a_smaller_region_is_whole() -> None:
    make(sized(region(), 5))
    assert Location.objects.count() == 5
    assert all(location.council_seats.exists() for location in Location.objects.all())


@pytest.mark.django_db
def test_generated_places_are_valid_by_their_own_fields() -> None:
    make(sized(region(), 300))
    for location in Location.objects.select_related("school__board"):
        try:
            location.full_clean()
            location.school.full_clean()
            location.school.board.full_clean()
        except ValidationError as error:
            raise AssertionError(f"{location.code}: {error}") from error


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, -1, 10_001])
def test_a_number_out_of_bounds_is_refused(number: int) -> None:
    with pytest.raises(Invalid):
        fill_demo(locations=number)
    assert not Location.objects.exists()


@pytest.mark.django_db
def test_rows_made_at_once_are_those_that_the_services_write(
    two_schools: tuple[SchoolFacts, SchoolFacts],
) -> None:
    by_services, at_once = two_schools
    casting, year = Casting(), SchoolYear.containing(TODAY)
    with letters_already_read():
        play(
            story_of(by_services, CaseFacts(), year, casting, is_earlier=False),
            scenes(CaseFacts(), state="received", ended_on=date(2026, 6, 10)),
        )
    receive_at_once([at_once], version_id=latest_version(FORMAT).id, today=TODAY, casting=casting, tell=print)

    assert list(shapes(at_once.code)) == list(shapes(by_services.code))
    location = Location.objects.get(code=at_once.code)
    profile = SupportProfile.objects.get(location=location)
    assert content_sha256(profile_id=profile.pk) == profile.locked_sha256
    adoption = in_force(location.pk, TODAY)
    assert adoption is not None
    assert adoption.snapshot.sha256 == profile.locked_sha256
    assert profile.answers.count() == AnswerRevision.objects.filter(answer__profile=profile).count() > 40
    assert adoption.snapshot.offers.exists()
    received = Event.objects.filter(name="profile_received").order_by("id")
    assert [event.ids["profile_id"] for event in received][-1] == profile.pk
    assert not CaseStep.objects.filter(at__gt=clock.now()).exists()


def shapes(code: str) -> Iterator[tuple[str, object]]:
    """What the rows of a location's case say, but for keys, texts, names, hashes and moments."""
    case = AdoptionCase.objects.get(location__code=code)
    yield "case", (case.regime, case.state, case.requires_positive_advice, filled(case))
    for model in (Advice, Adoption, Submission):
        yield model.__name__, [filled(row) for row in model.objects.filter(case=case)]
    yield "texts", list(AdvisedText.objects.filter(advice__case=case).values_list("manner", flat=True))
    yield "steps", list(case.steps.values_list("number", "step", "source", "target", "actor_role"))
    for profile_model in (SupportProfile, FrozenContent, ProfileSnapshot):
        key = {"pk": case.profile_id} if profile_model is SupportProfile else {"profile": case.profile_id}
        yield profile_model.__name__, [filled(row) for row in profile_model.objects.filter(**key)]
    revisions = Answer.objects.filter(profile=case.profile_id).values_list("revision", flat=True)
    yield "revisions", set(revisions)
    events = AuditEvent.objects.filter(subject=f"profile:{case.profile_id}").order_by("id")
    yield "audit", [(event.event, event.actor_kind, sorted(event.data)) for event in events]


def filled(row: Model) -> frozenset[str]:
    """The fields that say something."""
    return frozenset(
        field.name
        for field in row._meta.concrete_fields
        if getattr(row, field.attname) not in (None, "", False)
    )


@pytest.mark.django_db
@pytest.mark.sqlite
def test_every_school_of_a_larger_region_is_in_the_round_with_its_text_whole() -> None:
    fill_demo(locations=42)
    assert RoundEntry.objects.filter(case__isnull=False).count() == 42
    made = AdoptionCase.objects.filter(round_entry__location__code__gte="50").select_related("profile")
    assert len(made) == 2
    for case in made:
        assert content_sha256(profile_id=case.profile_id) == case.profile.locked_sha256
        assert case.opened_at.date() >= case.round_entry.round.opens_on
