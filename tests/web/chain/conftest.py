"""A case of De Linde, and browsers of its people."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from tests.adoption.story import Story
from tests.factories.region import Region, make_region

Browsers = Callable[[User], Client]


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def story(region: Region) -> Story:
    """A profile that was just begun."""
    return Story.begin(region.linde)


@pytest.fixture
def browser_of() -> Browsers:
    """A browser in which somebody is logged in."""

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def browser_as(region: Region, browser_of: Browsers) -> Callable[[Role], Client]:
    """The browser of the person who holds a role at De Linde."""
    return lambda role: browser_of(region.linde.user(role))
