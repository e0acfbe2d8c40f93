import re

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.notifications.models import OutboxMessage
from tests.factories.accounts import PASSWORD, make_member, make_user
from tests.factories.organisations import make_location

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    """Rate limits live in the cache, which no transaction rolls back."""
    cache.clear()


def who(client: Client) -> str:
    user = get_user(client)  # type: ignore[arg-type]  # a client has a session too
    return user.email if isinstance(user, User) else ""


@pytest.fixture
def director() -> User:
    return make_member(Role.DIRECTOR, make_location(), "Ellen Verhoef", "ellen@delinde.example")


def test_a_person_logs_in_and_comes_where_they_wanted_to_be(client: Client, director: User) -> None:
    page = client.get("/inloggen/?next=/werk/account/").content.decode()
    assert 'name="next" value="/werk/account/"' in page
    data = {"login": "Ellen@delinde.example", "password": PASSWORD, "next": "/werk/account/"}
    response = client.post("/inloggen/", data)
    assert response.headers["Location"] == "/werk/account/"
    assert who(client) == director.email


def test_login_never_sends_on_to_another_site(client: Client, director: User) -> None:
    data = {"login": director.email, "password": PASSWORD, "next": "https://elders.example/"}
    assert client.post("/inloggen/", data).headers["Location"] == "/werk/"


@pytest.mark.parametrize("email", ["ellen@delinde.example", "niemand@delinde.example"])
def test_a_wrong_password_and_an_unknown_address_read_the_same(
    client: Client, director: User, email: str
) -> None:
    response = client.post("/inloggen/", {"login": email, "password": "niet-mijn-wachtwoord"})
    page = response.content.decode()
    assert "horen niet bij elkaar" in page
    assert "niet-mijn-wachtwoord" not in page
    assert who(client) == ""


def test_empty_fields_are_named(client: Client) -> None:
    page = client.post("/inloggen/", {}).content.decode()
    assert "Vul uw e-mailadres in." in page
    assert "Vul uw wachtwoord in." in page
    assert "<title>Fout:" in page


def test_who_left_cannot_log_in(client: Client, director: User) -> None:
    director.is_active = False
    director.save()
    client.post("/inloggen/", {"login": director.email, "password": PASSWORD})
    assert who(client) == ""


def test_guessing_passwords_is_slowed_down(client: Client, director: User) -> None:
    for _number in range(6):
        response = client.post("/inloggen/", {"login": director.email, "password": "geraden-wachtwoord"})
    assert "Wacht vijf minuten" in response.content.decode()
    response = client.post("/inloggen/", {"login": director.email, "password": PASSWORD})
    assert who(client) == ""


def test_nobody_signs_up_without_an_invitation() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_logging_out_takes_a_button_not_a_link(client: Client, director: User) -> None:
    client.login(email=director.email, password=PASSWORD)
    assert "Wilt u uitloggen?" in client.get("/inloggen/uit/").content.decode()
    assert who(client) == director.email
    client.post("/inloggen/uit/")
    assert who(client) == ""


def test_a_forgotten_password_is_replaced_by_way_of_a_letter(client: Client, director: User) -> None:
    page = client.post("/inloggen/wachtwoord-vergeten/", {"email": director.email}, follow=True)
    assert "Kijk in uw mail" in page.content.decode()
    message = OutboxMessage.objects.get(to=director.email)
    address = re.search(r"https?://[^/]+(/inloggen/wachtwoord-vergeten/\S+)", message.context["url"])
    assert address is not None
    response = client.get(address[1], follow=True)
    form_address = response.redirect_chain[-1][0]
    new = "vier woorden zijn genoeg"
    unequal = client.post(form_address, {"password1": new, "password2": "iets anders"}).content.decode()
    assert "De twee wachtwoorden zijn niet gelijk" in unequal
    done = client.post(form_address, {"password1": new, "password2": new}, follow=True)
    assert "Uw wachtwoord is gewijzigd" in done.content.decode()
    assert client.login(email=director.email, password=new)
    assert "Deze link werkt niet meer" in Client().get(address[1], follow=True).content.decode()


def test_an_unknown_address_gets_no_letter_and_the_same_page(client: Client) -> None:
    page = client.post("/inloggen/wachtwoord-vergeten/", {"email": "niemand@elders.example"}, follow=True)
    assert "Kijk in uw mail" in page.content.decode()
    assert not OutboxMessage.objects.exists()


def test_a_person_changes_their_password(client: Client, director: User) -> None:
    client.login(email=director.email, password=PASSWORD)
    new = "vier woorden zijn genoeg"
    data = {"oldpassword": "fout", "password1": new, "password2": new}
    assert "Dit is niet uw huidige wachtwoord." in client.post("/inloggen/wachtwoord/", data).content.decode()
    client.post("/inloggen/wachtwoord/", data | {"oldpassword": PASSWORD})
    director.refresh_from_db()
    assert director.check_password(new)


class TestDemo:
    @pytest.fixture(autouse=True)
    def _demo(self, settings: LazySettings) -> None:
        settings.LEVEND_ENV = "demo"

    @pytest.fixture
    def demo_director(self) -> User:
        user = make_member(Role.DIRECTOR, make_location(), "Ellen Verhoef", "director@levend.example")
        user.is_demo = True
        user.save()
        return user

    def test_one_click_is_enough(self, client: Client, demo_director: User) -> None:
        assert "Ellen Verhoef, De Linde" in client.get("/inloggen/").content.decode()
        client.post("/inloggen/proef/director/")
        assert who(client) == demo_director.email

    def test_a_link_is_not_enough(self, client: Client, demo_director: User) -> None:
        assert client.get("/inloggen/proef/director/").status_code == 405
        assert who(client) == ""

    def test_a_word_is_enough_in_place_of_an_address(self, client: Client, demo_director: User) -> None:
        client.post("/inloggen/", {"login": "director", "password": PASSWORD})
        assert who(client) == demo_director.email

    def test_an_ordinary_account_has_no_word(self, client: Client, director: User) -> None:
        assert client.post("/inloggen/proef/ellen/").status_code == 404
        client.post("/inloggen/", {"login": "ellen", "password": PASSWORD})
        assert who(client) == ""

    @pytest.mark.parametrize("address", ["10.0.0.7", "203.0.113.9", ""])
    def test_only_from_the_machine_itself(self, client: Client, demo_director: User, address: str) -> None:
        response = client.post("/inloggen/proef/director/", REMOTE_ADDR=address)
        assert response.status_code == 404
        assert who(client) == ""

    def test_never_in_production(self, client: Client, demo_director: User, settings: LazySettings) -> None:
        settings.LEVEND_ENV = "production"
        assert "Ellen Verhoef" not in client.get("/inloggen/").content.decode()
        assert client.post("/inloggen/proef/director/").status_code == 404
        client.post("/inloggen/", {"login": "director", "password": PASSWORD})
        assert who(client) == ""


def test_the_gallery_is_not_there_in_production(client: Client, settings: LazySettings) -> None:
    client.force_login(make_user(), backend=settings.AUTHENTICATION_BACKENDS[0])
    settings.LEVEND_ENV = "demo"
    assert "Knoppen" in client.get("/werk/onderdelen/").content.decode()
    settings.LEVEND_ENV = "production"
    assert client.get("/werk/onderdelen/").status_code == 404
