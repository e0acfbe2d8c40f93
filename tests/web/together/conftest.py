"""A region with one profile, and browsers of its people."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
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


@pytest.fixture
def browser_of() -> Callable[[User], Client]:
    """A browser in which somebody is logged in."""

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def editor(region: Region, profile: SupportProfile, browser_of: Callable[[User], Client]) -> Client:
    """The browser of De Linde's editor."""
    return browser_of(region.linde.user(Role.EDITOR))


@pytest.fixture
def director(region: Region, profile: SupportProfile, browser_of: Callable[[User], Client]) -> Client:
    """The browser of De Linde's director."""
    return browser_of(region.linde.user(Role.DIRECTOR))
