"""A small region for every test of accounts."""

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from tests.factories.region import Region, make_region


@pytest.fixture
def region(db: None) -> Region:
    return make_region()


@pytest.fixture
def operator(region: Region) -> Actor:
    return region.linde.actor(Role.OPERATOR)


@pytest.fixture
def coordinator(region: Region) -> Actor:
    return region.linde.actor(Role.COORDINATOR)
