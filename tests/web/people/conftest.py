"""A small region, and browsers of its people."""

from collections.abc import Callable

import pytest
from django.test import Client

from levend.accounts.models import User
from tests.factories.region import Region, make_region

Browse = Callable[[User], Client]


@pytest.fixture
def region(db: None) -> Region:
    return make_region()


@pytest.fixture
def browse() -> Browse:
    """`browse(user)` is a browser in which that person has logged in."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in
