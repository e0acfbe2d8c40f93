"""Which version holds on a date: the latest that has begun and has not ended, by regime, successor or withdrawal."""

from datetime import timedelta

import pytest

from levend.adoption.enums import State
from levend.adoption.models import Adoption
from levend.adoption.queries.in_force import in_force
from levend.core import clock
from tests.adoption.ends import withdrawn
from tests.adoption.story import Story
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


def _adopted() -> Adoption:
    story = Story.begin(make_region().linde).bring_to(State.RECEIVED)
    return Adoption.objects.select_related("case").get(case=story.id)


def test_it_holds_from_its_first_day_to_its_last() -> None:
    adoption = _adopted()
    location_id = adoption.case.location_id
    day = timedelta(days=1)
    assert in_force(location_id, adoption.valid_from - day) is None
    assert in_force(location_id, adoption.valid_from) == adoption
    assert in_force(location_id, adoption.valid_until) == adoption
    assert in_force(location_id, adoption.valid_until + day) is None


def test_a_withdrawn_version_does_not_hold_on_the_day_of_its_end() -> None:
    adoption = _adopted()
    Adoption.objects.filter(pk=adoption.pk).update(**withdrawn(adoption.valid_from + timedelta(days=10)))
    location_id = adoption.case.location_id
    assert in_force(location_id, adoption.valid_from + timedelta(days=9)) == adoption
    assert in_force(location_id, adoption.valid_from + timedelta(days=10)) is None


def test_in_the_school_guide_regime_it_ends_with_the_school_year() -> None:
    adoption = _adopted()
    assert adoption.case.regime == "schoolgids"
    assert (adoption.valid_until.month, adoption.valid_until.day) == (7, 31)
    assert adoption.valid_from >= clock.today()


def test_a_version_withdrawn_on_its_first_day_ended_the_one_before_it() -> None:
    first = _adopted()
    Adoption.objects.filter(pk=first.pk).update(valid_from=clock.today() - timedelta(days=30))
    second = Adoption.objects.get(pk=first.pk)
    second.pk = None
    second.valid_from = clock.today()
    second.save(force_insert=True)
    location_id = first.case.location_id

    Adoption.objects.filter(pk=second.pk).update(**withdrawn(clock.today()))
    assert in_force(location_id, clock.today()) is None
    Adoption.objects.filter(pk=second.pk).update(**withdrawn(clock.today() - timedelta(days=1)))
    assert in_force(location_id, clock.today()) == first
