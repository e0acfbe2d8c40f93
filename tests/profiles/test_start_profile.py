"""Beginning a profile."""

import pytest

from levend.accounts.enums import Role
from levend.audit.queries import events_of
from levend.core.errors import Invalid, LevendError, NotAllowed, NotFound
from levend.profiles.models import SupportProfile
from levend.profiles.services import start_profile
from tests.factories.formats import SMALL, make_version
from tests.factories.region import Region

pytestmark = pytest.mark.django_db


def start(region: Region, role: Role = Role.DIRECTOR, **changes: int | str) -> SupportProfile:
    wanted: dict[str, int | str] = {
        "location_id": region.linde.location.pk,
        "version_id": changes.pop("version_id", 0) or make_version().pk,
        "consortium_id": region.linde.consortium.pk,
        "school_year": "2026-2027",
    }
    return start_profile(actor=region.linde.actor(role), **{**wanted, **changes})  # type: ignore[arg-type]


def test_a_director_begins_and_it_is_recorded(region: Region) -> None:
    profile = start(region)

    assert (profile.location, profile.school_year, profile.is_locked) == (
        region.linde.location,
        "2026-2027",
        False,
    )
    assert profile.created_by == region.linde.user(Role.DIRECTOR)
    (event,) = events_of(f"profile:{profile.pk}")
    assert (event.event, event.actor_ref) == ("profile_started", region.linde.actor(Role.DIRECTOR).ref)


@pytest.mark.parametrize(
    ("role", "refusal"),
    [
        (Role.EDITOR, NotAllowed),
        (Role.COUNCIL_CHAIR, NotAllowed),
        (Role.COORDINATOR, NotAllowed),
        (Role.OPERATOR, NotFound),
    ],
)
def test_others_do_not_begin_one(region: Region, role: Role, refusal: type[LevendError]) -> None:
    with pytest.raises(refusal):
        start(region, role)

    assert not SupportProfile.objects.exists()


def test_a_location_of_others_is_not_found(region: Region) -> None:
    with pytest.raises(NotFound):
        start(region, location_id=region.beuk.location.pk)


def test_what_does_not_fit_is_said(region: Region) -> None:
    with pytest.raises(Invalid, match="gepubliceerd"):
        start(region, version_id=make_version(published=False).pk)
    second = make_version(SMALL.replace("version: 1", "version: 2", 1))
    with pytest.raises(Invalid, match="hoort niet bij"):
        start(region, version_id=second.pk, consortium_id=region.beuk.consortium.pk)

    assert not SupportProfile.objects.exists()


@pytest.mark.parametrize("year", ["2026", "2026-2028", "", "twintig", "2026/2027"])
def test_a_misshapen_school_year_is_said(region: Region, year: str) -> None:
    with pytest.raises(Invalid, match="2026-2027"):
        start(region, school_year=year)
