"""Links and passwords: kept as hashes only, told to nobody, and the same answer for who exists and who does not."""

import re

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation
from levend.accounts.services import accept_invitation, invite
from levend.core.canonical import sha256_of
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from tests.factories.accounts import PASSWORD, make_member
from tests.factories.organisations import make_location
from tests.security.database import changed, contents

pytestmark = pytest.mark.django_db
FORGOTTEN = "/inloggen/wachtwoord-vergeten/"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def tables_with(words: str) -> set[str]:
    """Every table in which these words stand somewhere."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (a name of ours)
            if any(words in str(value) for row in cursor.fetchall() for value in row):
                found.add(table)
    return found


def token_of(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]


def test_a_link_stands_nowhere_once_its_letter_is_sent(settings: LazySettings) -> None:
    settings.LEVEND_ENV = "production"
    invite(actor=Actor.system(), email="joost@delinde.example", role=Role.EDITOR, place=make_location())
    token = token_of(OutboxMessage.objects.get().context["url"])
    assert tables_with(token) == {"notifications_outboxmessage"}  # on its way
    assert Invitation.objects.get().token_sha256 == sha256_of(token.encode())
    run_jobs()
    assert tables_with(token) == set()
    assert accept_invitation(token=token, name="Joost", password="vier woorden zijn genoeg").name == "Joost"


def test_the_hash_of_a_link_is_no_link(client: Client) -> None:
    invite(actor=Actor.system(), email="joost@delinde.example", role=Role.EDITOR, place=make_location())
    assert client.get(f"/inloggen/uitnodiging/{Invitation.objects.get().token_sha256}/").status_code == 404


def test_every_invitation_has_a_link_of_its_own_that_nobody_guesses() -> None:
    location = make_location()
    tokens = set()
    for number in range(20):
        invite(actor=Actor.system(), email=f"m{number}@delinde.example", role=Role.EDITOR, place=location)
        tokens.add(token_of(OutboxMessage.objects.latest("id").context["url"]))
    assert len(tokens) == 20
    assert min(map(len, tokens)) >= 43  # 256 bits


def test_a_new_password_s_link_stands_nowhere_once_its_letter_is_sent(
    client: Client, settings: LazySettings
) -> None:
    settings.LEVEND_ENV = "production"
    user = make_member(Role.DIRECTOR, make_location(), email="ellen@delinde.example")
    client.post(FORGOTTEN, {"email": user.email})
    token = token_of(OutboxMessage.objects.get().context["url"])
    run_jobs()
    assert OutboxMessage.objects.get().state == "sent"
    assert tables_with(token) == set()


def test_no_table_holds_a_password() -> None:
    make_member(Role.DIRECTOR, make_location())
    assert tables_with(PASSWORD) == set()


@pytest.mark.parametrize("email", ["niemand@delinde.example", "gesloten@delinde.example"])
def test_who_has_no_account_gets_no_letter_and_the_same_answer(email: str) -> None:
    known = make_member(Role.DIRECTOR, make_location(), email="ellen@delinde.example")
    closed = make_member(Role.EDITOR, make_location(), email="gesloten@delinde.example")
    closed.is_active = False
    closed.save()
    told = {}
    for address in (known.email, email):
        client = Client()
        first = client.post(FORGOTTEN, {"email": address})
        page = client.get(first.headers["Location"])
        told[address] = (
            first.status_code,
            first.headers["Location"],
            sorted(first.headers),
            sorted(client.cookies),
            re.sub(
                r'nonce="[^"]*"|value="[^"]{40,}"|"X-CSRFToken": "[^"]*"', "", page.content.decode()
            ).replace(address, ""),
        )
    assert told[known.email] == told[email]
    assert list(OutboxMessage.objects.values_list("to", flat=True)) == [known.email]


def test_an_unknown_address_leaves_no_trace_at_all(client: Client) -> None:
    make_member(Role.DIRECTOR, make_location(), email="ellen@delinde.example")
    before = contents()
    client.post(FORGOTTEN, {"email": "niemand@delinde.example"})
    assert changed(before, contents()) == set()


def test_a_used_or_foreign_link_sets_no_password(client: Client) -> None:
    ellen = make_member(Role.DIRECTOR, make_location(), email="ellen@delinde.example")
    joost = make_member(Role.EDITOR, make_location(), email="joost@delinde.example")
    client.post(FORGOTTEN, {"email": ellen.email})
    path = re.sub(r"^https?://[^/]+", "", OutboxMessage.objects.get().context["url"])
    form = client.get(path, follow=True).redirect_chain[-1][0]
    new = {"password1": "vier woorden zijn genoeg", "password2": "vier woorden zijn genoeg"}
    client.post(form, new)
    again = Client()
    address = again.get(path, follow=True)
    assert "Deze link werkt niet meer" in address.content.decode()
    again.post(form, {"password1": "nog een heel ander woord", "password2": "nog een heel ander woord"})
    ellen.refresh_from_db()
    joost.refresh_from_db()
    assert ellen.check_password(new["password1"])
    assert joost.check_password(PASSWORD)
