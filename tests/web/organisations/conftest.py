"""A small region, browsers of its people, an operator and a coordinator."""

import pytest
from django.test import Client

from levend.accounts.enums import Role
from tests.factories.accounts import make_member
from tests.factories.region import Region
from tests.web.people.conftest import Browse, browse, region

__all__ = ["browse", "coordinator", "operator", "region"]


@pytest.fixture
def operator(db: None, browse: Browse) -> Client:
    return browse(make_member(Role.OPERATOR, None))


@pytest.fixture
def coordinator(region: Region, browse: Browse) -> Client:
    return browse(region.linde.user(Role.COORDINATOR))
