"""A role that ends takes all access away at once."""

import pytest

from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.audit.queries import events_of
from tests.factories.accounts import make_member
from tests.factories.region import Region
from tests.web.people.conftest import Browse

SCHOOL = "/werk/mensen/school/12AB00/"


def membership(region: Region, role: Role) -> Membership:
    return Membership.objects.get(user=region.linde.users[role])


def address(row: Membership) -> str:
    return f"/werk/mensen/rol/{row.pk}/beeindig/"


def test_the_page_asks_first(region: Region, browse: Browse) -> None:
    editor = membership(region, Role.EDITOR)

    page = browse(region.linde.users[Role.DIRECTOR]).get(address(editor)).content.decode()

    assert "Wilt u de toegang van Schrijver de linde beëindigen?" in page
    editor.refresh_from_db()
    assert editor.ended_at is None


def test_who_loses_a_role_has_no_access_at_the_next_request(region: Region, browse: Browse) -> None:
    second = make_member(Role.DIRECTOR, region.linde.location, name="Tweede Directeur")
    row = Membership.objects.get(user=second)
    theirs = browse(second)
    assert theirs.get(SCHOOL).status_code == 200

    page = browse(region.linde.users[Role.DIRECTOR]).post(address(row), follow=True).content.decode()

    assert "Tweede Directeur heeft bij De Linde geen toegang meer als directeur." in page
    assert "Tweede Directeur" not in page.partition("<table")[2]
    assert theirs.get(SCHOOL).status_code == 404
    assert events_of(f"membership:{row.pk}")[-1].actor_ref == f"user:{region.linde.users[Role.DIRECTOR].pk}"


def test_anyone_may_lay_down_the_own_role(region: Region, browse: Browse) -> None:
    client = browse(region.linde.users[Role.EDITOR])
    row = membership(region, Role.EDITOR)
    assert "Wilt u uw rol bij De Linde neerleggen?" in client.get(address(row)).content.decode()

    page = client.post(address(row), follow=True).content.decode()

    assert "U hebt uw rol bij De Linde neergelegd." in page
    assert "U hebt nu geen rol" in page


def test_a_second_click_changes_nothing(region: Region, browse: Browse) -> None:
    row = membership(region, Role.EDITOR)
    client = browse(region.linde.users[Role.DIRECTOR])
    client.post(address(row))
    row.refresh_from_db()
    ended_at = row.ended_at

    assert client.post(address(row)).status_code == 404

    row.refresh_from_db()
    assert row.ended_at == ended_at


def test_the_last_one_in_a_role_is_warned(region: Region, browse: Browse) -> None:
    client = browse(region.linde.users[Role.DIRECTOR])
    row = membership(region, Role.DIRECTOR)
    assert "Niemand anders heeft hier deze rol" in client.get(address(row)).content.decode()

    make_member(Role.DIRECTOR, region.linde.location)

    assert "Niemand anders heeft hier deze rol" not in client.get(address(row)).content.decode()


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.COORDINATOR, Role.BOARD_MEMBER])
def test_a_stranger_ends_nothing(region: Region, browse: Browse, role: Role) -> None:
    row = membership(region, Role.EDITOR)
    client = browse(region.beuk.users[role])

    assert client.get(address(row)).status_code == 404
    assert client.post(address(row)).status_code == 404

    row.refresh_from_db()
    assert row.ended_at is None


def test_a_coordinator_does_not_end_the_role_of_an_editor(region: Region, browse: Browse) -> None:
    client = browse(region.linde.users[Role.COORDINATOR])
    editor = membership(region, Role.EDITOR)

    assert address(editor) not in client.get(SCHOOL).content.decode()
    assert client.post(address(editor)).status_code == 404
