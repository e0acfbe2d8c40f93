"""Whatever the dates of a location's versions: what holds on a day is what a plain reading of the rule says."""

from collections.abc import Sequence

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from levend.adoption.enums import State
from levend.adoption.models import Adoption
from levend.adoption.queries.in_force import in_force
from levend.core import clock
from tests.adoption.ends import withdrawn
from tests.adoption.story import Story
from tests.adoption.versions import Dates, every_day, histories, holding
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


class Undone(Exception):
    """Rolls an example back."""


@pytest.fixture
def pattern() -> Adoption:
    story = Story.begin(make_region().linde).bring_to(State.RECEIVED)
    return Adoption.objects.select_related("case").get(case=story.id)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories)
def test_in_force_is_what_a_plain_reading_says(pattern: Adoption, history: Sequence[Dates]) -> None:
    with pytest.raises(Undone), transaction.atomic():
        made = [_copy(pattern, dates) for dates in history]
        Adoption.objects.filter(pk=pattern.pk).update(annulled_at=clock.now())
        for day in every_day():
            place = holding(history, day)
            expected = None if place is None else made[place]
            assert in_force(pattern.case.location_id, day) == expected
        raise Undone


def _copy(pattern: Adoption, dates: Dates) -> Adoption:
    copy = Adoption.objects.get(pk=pattern.pk)
    copy.pk = None
    copy.valid_from, copy.valid_until = dates.since, dates.until
    copy.annulled_at = clock.now() if dates.annulled else None
    for name, value in (withdrawn(dates.withdrawn) if dates.withdrawn else {}).items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    return copy
