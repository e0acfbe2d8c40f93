"""A region with several locations of one board, one council and one consortium."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.adoption.enums import State
from levend.adoption.services import open_case
from levend.formats.models import FormatVersion
from levend.organisations.enums import CouncilKind
from levend.organisations.models import CouncilSeat, ParticipationCouncil
from tests.adoption.story import LEGAL, Story
from tests.factories import accounts, organisations
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces, Region, make_region


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def browser_of() -> Callable[[User], Client]:
    """A browser in which somebody is logged in."""

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser


@dataclass
class Schools:
    """Locations beside De Linde, with the same board, the same council (now a GMR) and the same consortium."""

    first: LocationPlaces
    version: FormatVersion

    def another(self, name: str, state: State | None) -> Story | None:
        """One more location, its case brought to `state`; without a case for none."""
        location = organisations.make_location(
            name=name, board=self.first.board, consortium=self.first.consortium
        )
        CouncilSeat.objects.create(
            council=self.first.council, location=location, valid_from=organisations.LONG_AGO
        )
        places = replace(self.first, location=location, users=dict(self.first.users))
        for role in (Role.EDITOR, Role.DIRECTOR):
            places.users[role] = accounts.make_member(role, location)
        return self.begin(places, state) if state else None

    def begin(self, places: LocationPlaces, state: State) -> Story:
        case = open_case(
            actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=self.version.pk
        )
        return Story(places, case).bring_to(state)


@pytest.fixture
def schools(region: Region) -> Schools:
    ParticipationCouncil.objects.filter(pk=region.linde.council.pk).update(
        kind=CouncilKind.GMR, name="GMR Waterkant"
    )
    return Schools(region.linde, make_version(LEGAL))
