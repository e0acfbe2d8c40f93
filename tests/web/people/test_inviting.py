"""Inviting somebody, sending the letter again, taking it back."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation, Membership
from levend.accounts.services import invite
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from tests.factories.region import Region
from tests.web.people.conftest import Browse

SCHOOL = "/werk/mensen/school/12AB00/"
NEW = {"email": "nieuw@delinde.example", "role": "editor"}


@pytest.fixture
def director(region: Region, browse: Browse) -> Client:
    return browse(region.linde.users[Role.DIRECTOR])


@pytest.fixture
def invitation(region: Region) -> Invitation:
    return invite(actor=Actor.system(), email=NEW["email"], role=Role.EDITOR, place=region.linde.location)


def link_in_last_letter() -> str:
    letter = OutboxMessage.objects.order_by("-pk")[0]
    found = re.search(r"/inloggen/uitnodiging/\S+/", str(letter.context["url"]))
    assert found is not None
    return found[0]


def test_an_invited_person_gets_a_letter_and_comes_in(
    director: Client, client: Client, region: Region
) -> None:
    page = director.post(SCHOOL, NEW, follow=True).content.decode()
    assert "De uitnodiging voor nieuw@delinde.example is onderweg." in page
    assert "Uitgenodigd, nog niet gekomen" in page

    client.post(link_in_last_letter(), {"name": "Nieuwe Collega", "password": "vier woorden zijn genoeg"})

    page = director.get(SCHOOL).content.decode()
    assert "Nieuwe Collega" in page
    assert "Uitgenodigd, nog niet gekomen" not in page
    membership = Membership.objects.get(user__email=NEW["email"])
    assert (membership.role, membership.location) == (Role.EDITOR, region.linde.location)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "geen adres"}, "Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl."),
        ({"email": ""}, "Vul dit veld in."),
        ({"email": f"{'a' * 300}@b.nl"}, "Dit is geen e-mailadres."),
        ({"role": ""}, "Maak een keuze."),
        ({"role": "coordinator"}, "Kies een van de mogelijkheden in de lijst."),
        ({"email": "editor.linde@levend.example"}, "Deze persoon heeft deze rol hier al."),
        ({"email": "EDITOR.linde@levend.example"}, "Deze persoon heeft deze rol hier al."),
    ],
)
def test_what_cannot_be_is_refused_in_words(director: Client, change: dict[str, str], said: str) -> None:
    response = director.post(SCHOOL, NEW | change)

    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert "<title>Fout:" in page
    assert not Invitation.objects.exists()


def test_a_form_that_is_sent_twice_leaves_one_working_link(director: Client) -> None:
    director.post(SCHOOL, NEW)
    director.post(SCHOOL, NEW)

    assert Invitation.objects.filter(accepted_at=None, withdrawn_at=None).count() == 1


def test_a_place_offers_only_the_roles_that_one_may_give(region: Region, browse: Browse) -> None:
    def roles(role: Role, address: str) -> list[str]:
        page = browse(region.linde.users[role]).get(address).content.decode()
        return re.findall(r'name="role" value="(\w+)"', page)

    council = f"/werk/mensen/raad/{region.linde.council.pk}/"
    assert roles(Role.DIRECTOR, SCHOOL) == ["editor", "director"]
    assert roles(Role.COORDINATOR, SCHOOL) == ["director"]
    assert roles(Role.COUNCIL_CHAIR, SCHOOL) == []
    assert roles(Role.DIRECTOR, council) == ["council_member", "council_chair"]
    assert roles(Role.DIRECTOR, "/werk/mensen/bestuur/41001/") == []
    assert roles(Role.OPERATOR, "/werk/mensen/samenwerkingsverband/PO9902/") == ["coordinator"]


def test_who_may_not_invite_here_cannot_post_either(region: Region, browse: Browse) -> None:
    browse(region.linde.users[Role.DIRECTOR]).post(
        "/werk/mensen/bestuur/41001/", {"email": "ik@b.example", "role": "board_member"}
    )
    browse(region.beuk.users[Role.DIRECTOR]).post(SCHOOL, NEW)

    assert not Invitation.objects.exists()


def test_a_letter_sent_again_has_the_only_working_link(
    director: Client, client: Client, invitation: Invitation
) -> None:
    old = link_in_last_letter()

    page = director.post(f"/werk/mensen/uitnodiging/{invitation.pk}/opnieuw/", follow=True).content.decode()

    assert "Er is een nieuwe brief onderweg naar nieuw@delinde.example." in page
    assert client.get(old).status_code == 404
    assert client.get(link_in_last_letter()).status_code == 200


def test_an_expired_invitation_says_so_and_can_be_sent_again(
    director: Client, client: Client, invitation: Invitation
) -> None:
    Invitation.objects.update(expires_at=clock.now() - timedelta(hours=1))
    assert "verlopen" in director.get(SCHOOL).content.decode()

    director.post(f"/werk/mensen/uitnodiging/{invitation.pk}/opnieuw/")

    assert "verlopen" not in director.get(SCHOOL).content.decode()
    assert client.get(link_in_last_letter()).status_code == 200


def test_a_withdrawn_invitation_opens_nothing(
    director: Client, client: Client, invitation: Invitation
) -> None:
    link = link_in_last_letter()

    for _twice in range(2):
        director.post(f"/werk/mensen/uitnodiging/{invitation.pk}/intrekken/")

    assert client.get(link).status_code == 404
    assert "nieuw@delinde.example" not in director.get(SCHOOL).content.decode().partition("<h1")[2]


@pytest.mark.parametrize("verb", ["opnieuw", "intrekken"])
def test_strangers_do_nothing_with_an_invitation(
    region: Region, browse: Browse, client: Client, invitation: Invitation, verb: str
) -> None:
    link = link_in_last_letter()
    address = f"/werk/mensen/uitnodiging/{invitation.pk}/{verb}/"

    for user in (
        region.beuk.users[Role.DIRECTOR],
        region.linde.users[Role.EDITOR],
        region.linde.users[Role.COORDINATOR],  # sees it, but does not invite editors
    ):
        assert browse(user).post(address).status_code == 404
    assert browse(region.linde.users[Role.DIRECTOR]).get(address).status_code == 405

    assert client.get(link).status_code == 200
    assert OutboxMessage.objects.count() == 1


def test_a_letter_that_did_not_arrive_is_shown_as_such(director: Client, invitation: Invitation) -> None:
    OutboxMessage.objects.update(state="failed", error="550 no such user")

    assert "niet bezorgd" in director.get(SCHOOL).content.decode()


def test_letters_can_be_read_in_a_demo_only(
    director: Client, invitation: Invitation, settings: Settings
) -> None:
    run_jobs()
    assert "Uitnodiging voor Levend: De Linde" in director.get("/werk/post/").content.decode()
    letter = OutboxMessage.objects.order_by("-pk")[0]
    page = director.get(f"/werk/post/{letter.pk}/").content.decode()
    assert link_in_last_letter() in page

    settings.LEVEND_ENV = "production"
    assert director.get("/werk/post/").status_code == 404
    assert director.get(f"/werk/post/{letter.pk}/").status_code == 404
