"""A region with one profile in the small format."""

import pytest

from levend.profiles.models import SupportProfile
from tests.factories.profiles import make_profile
from tests.factories.region import Region, make_region


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def profile(region: Region) -> SupportProfile:
    """The profile of De Linde, without any answer."""
    return make_profile(region.linde.location)
