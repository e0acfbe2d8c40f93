"""What everybody reads on a day follows the same rule as the adoptions, among what is public."""

from collections.abc import Sequence

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from levend.adoption.models import Adoption
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.publication.models import PublishedVersion
from levend.publication.queries import in_force, shown_version, withdrawn_version
from tests.adoption.ends import withdrawn
from tests.adoption.versions import Dates, every_day, histories, holding
from tests.factories.region import Region
from tests.publication.situations import Published, published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sqlite,
]  # the days of a version are asked of both in tests/adoption
CODE = "12AB00"


class Undone(Exception):
    """Rolls an example back."""


@pytest.fixture
def pattern(region: Region) -> Published:
    return published(region.linde)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories)
def test_public_is_what_a_plain_reading_says(pattern: Published, history: Sequence[Dates]) -> None:
    with pytest.raises(Undone), transaction.atomic():
        made = [_copy(pattern, dates, number) for number, dates in enumerate(history)]
        Adoption.objects.filter(pk=pattern.adoption.pk).update(annulled_at=clock.now())
        for day in every_day():
            place = holding(history, day)
            expected = None if place is None else made[place]
            shown, gone = shown_version(CODE, day), withdrawn_version(CODE, day)
            assert in_force(CODE, day) == expected
            assert expected is None or shown == expected
            assert shown is None or gone is None
            for version in (shown, gone):
                assert version is None or not version.adoption.annulled_at
            assert shown is None or not shown.adoption.is_withdrawn(day)
            assert gone is None or gone.adoption.is_withdrawn(day)
            if all(dates.annulled for dates in history):
                assert shown is gone is None
            else:
                assert shown or gone
        raise Undone


def _copy(pattern: Published, dates: Dates, number: int) -> PublishedVersion:
    """The pattern's version again, with other dates."""
    adoption = Adoption.objects.select_related("snapshot__content").get(pk=pattern.adoption.pk)
    version = PublishedVersion.objects.get(pk=pattern.version.pk)
    snapshot = adoption.snapshot
    content = snapshot.content
    content.sha256 = snapshot.sha256 = version.sha256 = sha256_of(f"{number}".encode())
    content.pk = snapshot.pk = adoption.pk = version.pk = None
    content.save(force_insert=True)
    snapshot.content = content
    snapshot.save(force_insert=True)
    adoption.snapshot = snapshot
    adoption.valid_from, adoption.valid_until = dates.since, dates.until
    adoption.annulled_at = clock.now() if dates.annulled else None
    for name, value in (withdrawn(dates.withdrawn) if dates.withdrawn else {}).items():
        setattr(adoption, name, value)
    adoption.save(force_insert=True)
    version.adoption, version.snapshot = adoption, snapshot
    version.save(force_insert=True)
    return version
