"""A small region with a coordinator at a browser, and a format of the coordinator's own."""

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.formats.queries.drafts import Draft
from levend.formats.queries.kept import owners_for
from levend.formats.services import copy_format
from tests.factories.formats import make_version
from tests.factories.region import Region
from tests.formats.test_drafts import WHOLE
from tests.web.people.conftest import Browse, browse, region

__all__ = ["anna", "browse", "coordinator", "draft", "region"]

HERE = "/werk/formats/"
DRAFT = f"{HERE}po9901-klein/concept/"


@pytest.fixture
def anna(region: Region) -> Actor:
    make_version(WHOLE)
    return region.linde.actor(Role.COORDINATOR)


@pytest.fixture
def coordinator(region: Region, anna: Actor, browse: Browse) -> Client:
    return browse(region.linde.user(Role.COORDINATOR))


@pytest.fixture
def draft(anna: Actor) -> Draft:
    return copy_format(actor=anna, owner=owners_for(anna)[0], source="klein", number=1, title="Ons format")
