"""A session gives what its person may do now: not what they could do when they logged in."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.accounts.services import end_membership
from levend.adoption.enums import State
from levend.core import clock
from tests.factories.accounts import PASSWORD, give_role
from tests.security.asking import PAYLOADS
from tests.security.scenes import SCENES, Scene
from tests.security.table import ROLES

pytestmark = pytest.mark.django_db
CHAIN = "/werk/12AB00/stappen/"


@pytest.fixture
def asked() -> Scene:
    return SCENES["asked"]()


def leave(scene: Scene, role: Role) -> None:
    row = Membership.objects.get(user=scene.linde.user(role), ended_at=None)
    end_membership(actor=Actor.system(), membership_id=row.pk)


@pytest.mark.parametrize("role", [role for role in ROLES if role is not Role.OPERATOR])
def test_who_left_has_no_access_at_the_next_request(role: Role, asked: Scene) -> None:
    client = Client()
    client.force_login(asked.linde.user(role))
    assert client.get(CHAIN).status_code == 200
    assert "De Linde" in client.get("/werk/").content.decode()
    leave(asked, role)
    assert client.get(CHAIN).status_code == 404
    for url in ("/werk/", "/werk/scholen/", "/werk/mensen/"):
        response = client.get(url)
        assert response.status_code == 200
        page = response.content.decode().replace(asked.linde.user(role).name, "")
        assert "De Linde" not in page
        assert "12AB00" not in page


def test_a_form_that_was_open_when_somebody_left_is_not_taken(asked: Scene) -> None:
    client = Client()
    client.force_login(asked.linde.user(Role.COUNCIL_CHAIR))
    url = f"{CHAIN}advies-geven/"
    assert client.get(url).status_code == 200
    leave(asked, Role.COUNCIL_CHAIR)
    assert client.post(url, PAYLOADS["step:advies-geven"](asked)).status_code == 404
    assert asked.case.state == State.AWAITING_ADVICE


def test_who_keeps_one_of_two_roles_keeps_what_that_one_gives(asked: Scene) -> None:
    user = asked.linde.user(Role.EDITOR)
    give_role(user, Role.VIEWER, asked.linde.consortium)
    client = Client()
    client.force_login(user)
    assert client.get("/werk/12AB00/concept/").status_code == 200
    row = Membership.objects.get(user=user, role=Role.EDITOR)
    end_membership(actor=Actor.system(), membership_id=row.pk)
    assert client.get("/werk/12AB00/concept/").status_code == 404
    assert client.get(CHAIN).status_code == 200


def test_a_closed_account_is_logged_out_at_the_next_request(asked: Scene) -> None:
    user = asked.linde.user(Role.DIRECTOR)
    client = Client()
    client.force_login(user)
    user.is_active = False
    user.save()
    response = client.get(CHAIN)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/inloggen/")


def test_a_location_that_went_to_another_board_is_closed_for_the_former(asked: Scene) -> None:
    client = Client()
    client.force_login(asked.linde.user(Role.BOARD_MEMBER))
    assert client.get(CHAIN).status_code == 200
    school = asked.linde.location.school
    school.board = asked.region.beuk.board
    school.save()
    assert client.get(CHAIN).status_code == 404
    client.force_login(asked.region.beuk.user(Role.BOARD_MEMBER))
    assert client.get(CHAIN).status_code == 200


def test_a_location_that_left_a_consortium_is_closed_for_it_from_that_day(asked: Scene) -> None:
    client = Client()
    client.force_login(asked.linde.user(Role.COORDINATOR))
    link = asked.linde.location.consortium_memberships.get()
    link.valid_until = clock.today()
    link.save()
    assert client.get(CHAIN).status_code == 200
    link.valid_until = clock.today() - timedelta(days=1)
    link.save()
    assert client.get(CHAIN).status_code == 404


def test_a_new_password_ends_the_sessions_on_other_machines(asked: Scene) -> None:
    user = asked.linde.user(Role.DIRECTOR)
    here, there = Client(), Client()
    for client in (here, there):
        client.force_login(user)
    new = "vier woorden zijn genoeg"
    here.post("/inloggen/wachtwoord/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    user.refresh_from_db()
    assert user.check_password(new)
    assert here.get(CHAIN).status_code == 200
    assert there.get(CHAIN).status_code == 302


def test_logging_in_begins_a_new_session(asked: Scene, settings: LazySettings) -> None:
    """A key that somebody put in the browser before is worth nothing afterwards."""
    client = Client()
    client.session.save()
    planted = client.cookies[settings.SESSION_COOKIE_NAME].value
    user = asked.linde.user(Role.DIRECTOR)
    client.post("/inloggen/", {"login": user.email, "password": PASSWORD})
    assert client.get(CHAIN).status_code == 200
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != planted
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert other.get(CHAIN).status_code == 302


def test_logging_out_ends_the_session_itself(asked: Scene, settings: LazySettings) -> None:
    client = Client()
    client.force_login(asked.linde.user(Role.DIRECTOR))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/inloggen/uit/")
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get(CHAIN).status_code == 302


def test_the_session_is_kept_from_scripts_and_from_other_sites(asked: Scene, settings: LazySettings) -> None:
    client = Client()
    user = asked.linde.user(Role.DIRECTOR)
    response = client.post("/inloggen/", {"login": user.email, "password": PASSWORD})
    cookie = response.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
