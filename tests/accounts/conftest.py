"""A small region for every test of accounts."""

import pytest

from tests.factories.region import Region, make_region


@pytest.fixture
def region(db: None) -> Region:
    return make_region()
