import re
from datetime import timedelta

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation, Membership, User
from levend.accounts.services import invite, withdraw_invitation
from levend.core import clock
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Location
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.organisations import make_location

pytestmark = pytest.mark.django_db
GOOD = {"name": "Joost van Dijk", "password": "vier woorden zijn genoeg"}


@pytest.fixture
def school() -> Location:
    return make_location(name="De Linde")


@pytest.fixture
def address(school: Location) -> str:
    """Where the letter sends the invited person."""
    invite(actor=Actor.system(), email="joost@delinde.example", role=Role.EDITOR, place=school)
    found = re.search(
        r"https?://[^/]+(/inloggen/uitnodiging/\S+/)", OutboxMessage.objects.get().context["url"]
    )
    assert found is not None
    return found[1]


def test_the_page_says_for_what_one_is_invited(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "U bent uitgenodigd voor De Linde" in page
    assert "joost@delinde.example" in page
    assert "schrijver" in page


def test_a_new_person_chooses_name_and_password_and_is_in(
    client: Client, address: str, school: Location
) -> None:
    response = client.post(address, GOOD)
    assert response.headers["Location"] == "/werk/"
    membership = Membership.objects.get()
    assert (membership.user.name, membership.role, membership.location) == (
        "Joost van Dijk",
        Role.EDITOR,
        school,
    )
    assert "Joost van Dijk" in client.get("/werk/account/").content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "Vul dit veld in."),
        ({"name": "\u202e\x00"}, "Vul dit veld in."),
        ({"name": "a" * 121}, "120"),
        ({"password": "kort"}, "12"),
        ({"password": "password1234"}, "wachtwoord"),
    ],
)
def test_a_bad_name_or_password_is_said_at_its_field(
    client: Client, address: str, change: dict[str, str], said: str
) -> None:
    response = client.post(address, GOOD | change)
    assert response.status_code == 422
    page = response.content.decode()
    assert said in page
    assert "error" in page
    assert not User.objects.exists()


def test_who_has_an_account_keeps_it_and_logs_in_with_the_own_password(client: Client, address: str) -> None:
    user = make_user("Joost van Dijk", "joost@delinde.example")
    assert "U hebt al een account" in client.get(address).content.decode()
    response = client.post(
        address, {"name": "Iemand Anders", "password": "een ander wachtwoord"}, follow=True
    )
    assert response.redirect_chain[-1][0] == "/inloggen/?next=/werk/"
    user.refresh_from_db()
    assert user.name == "Joost van Dijk"
    assert user.check_password(PASSWORD)
    assert user.memberships.get().role == Role.EDITOR


def test_a_link_that_was_used_is_no_way_to_log_in(client: Client, address: str) -> None:
    client.post(address, GOOD)
    other = Client()
    assert other.get(address).status_code == 409
    assert other.post(address, GOOD).status_code == 409
    assert other.get("/werk/").status_code == 302


def test_a_link_stops_after_its_term(client: Client, address: str) -> None:
    Invitation.objects.update(expires_at=clock.now() - timedelta(minutes=1))
    response = client.get(address)
    assert response.status_code == 409
    assert "verlopen" in response.content.decode()


def test_a_link_that_was_taken_back_is_not_there(client: Client, address: str) -> None:
    withdraw_invitation(actor=Actor.system(), invitation_id=Invitation.objects.get().pk)
    assert client.get(address).status_code == 404
    assert client.post(address, GOOD).status_code == 404
    assert not User.objects.exists()


def test_a_guessed_link_finds_nothing(client: Client) -> None:
    assert client.get("/inloggen/uitnodiging/geraden/").status_code == 404
