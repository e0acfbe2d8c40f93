"""Accepting an invitation: who comes in, once, and who does not."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation, Membership, User
from levend.accounts.queries import actor_for
from levend.accounts.queries.invitations import invitation_for
from levend.accounts.services import accept_invitation, end_membership, invite, withdraw_invitation
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from levend.organisations.enums import CouncilKind
from levend.organisations.queries.places import Place
from tests.factories.accounts import PASSWORD, give_role, make_user
from tests.factories.organisations import make_council
from tests.factories.region import Region

R = Role
GOOD = "vier woorden zijn genoeg"
EMAIL = "joost@levend.example"


def invited(role: Role, place: Place | None, email: str = EMAIL) -> str:
    """The token of a fresh invitation."""
    invite(actor=Actor.system(), email=email, role=role, place=place)
    url: str = OutboxMessage.objects.latest("id").context["url"]
    return url.rstrip("/").rsplit("/", 1)[-1]


def test_a_new_person_gets_an_account_and_the_role(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    user = accept_invitation(token=token, name=" Joost  van\tDijk\u202e ", password=GOOD)
    assert user.email == EMAIL
    assert user.check_password(GOOD)
    assert "\u202e" not in user.name
    assert EmailAddress.objects.get(user=user).verified
    membership = Membership.objects.get(user=user)
    assert (membership.role, membership.location_id) == (R.EDITOR, region.linde.location.pk)
    event = AuditEvent.objects.get(event="invitation_accepted")
    assert event.actor_ref == f"user:{user.pk}"
    assert EMAIL not in str(event.data)


def test_accepting_twice_changes_nothing(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    first = accept_invitation(token=token, name="Joost", password=GOOD)
    moment = Invitation.objects.get().accepted_at
    second = accept_invitation(token=token, name="Iemand Anders", password="een heel ander woord")
    assert second == first
    first.refresh_from_db()
    assert first.name == "Joost"
    assert first.check_password(GOOD)
    assert Invitation.objects.get().accepted_at == moment
    assert Membership.objects.filter(user=first).count() == 1
    assert AuditEvent.objects.filter(event="invitation_accepted").count() == 1


def test_a_link_that_was_used_gives_no_role_back_that_has_ended(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    user = accept_invitation(token=token, name="Joost", password=GOOD)
    end_membership(actor=Actor.system(), membership_id=Membership.objects.get(user=user).pk)
    accept_invitation(token=token)
    assert actor_for(user).memberships == ()


def test_an_expired_link_says_whom_to_ask(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    expires = Invitation.objects.get().expires_at
    with clock.at(expires - timedelta(seconds=1)):
        assert invitation_for(token).email == EMAIL
    with clock.at(expires):
        for attempt in (
            lambda: invitation_for(token),
            lambda: accept_invitation(token=token, name="J", password=GOOD),
        ):
            with pytest.raises(NotNow, match="verlopen"):
                attempt()
    assert not User.objects.filter(email=EMAIL).exists()


def test_a_link_that_was_taken_back_is_not_there(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    withdraw_invitation(actor=Actor.system(), invitation_id=Invitation.objects.get().pk)
    for attempt in (
        lambda: invitation_for(token),
        lambda: accept_invitation(token=token, name="J", password=GOOD),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert not User.objects.filter(email=EMAIL).exists()


@pytest.mark.parametrize("token", ["", "geraden", "x" * 5_000, "\x00", "'; drop table", "é" * 40])
def test_what_is_no_link_finds_nothing(region: Region, token: str) -> None:
    for attempt in (
        lambda: invitation_for(token),
        lambda: accept_invitation(token=token, name="J", password=GOOD),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_who_has_an_account_keeps_name_and_password(region: Region) -> None:
    user = make_user("Joost van Dijk", EMAIL)
    token = invited(R.EDITOR, region.linde.location, "JOOST@levend.example")
    assert invitation_for(token).has_account
    assert accept_invitation(token=token, name="Iemand Anders", password="een heel ander woord") == user
    user.refresh_from_db()
    assert user.name == "Joost van Dijk"
    assert user.check_password(PASSWORD)
    assert actor_for(user).holds(R.EDITOR)


@pytest.mark.parametrize(
    ("name", "password", "field", "said"),
    [
        ("", GOOD, "name", "Vul uw naam in."),
        ("\u202e \x00\n", GOOD, "name", "Vul uw naam in."),
        ("Joost", "", "password", "12"),
        ("Joost", "kort", "password", "12"),
        ("Joost", "elf tekens!", "password", "12"),
        ("Joost", "password1234", "password", "wachtwoord"),
        ("Joost", EMAIL, "password", "lijkt"),
        ("Joost van der Meulen", "joostvandermeulen", "password", "lijkt"),
    ],
)
def test_a_missing_name_or_a_weak_password_makes_no_account(
    region: Region, name: str, password: str, field: str, said: str
) -> None:
    token = invited(R.EDITOR, region.linde.location)
    with pytest.raises(Invalid) as refused:
        accept_invitation(token=token, name=name, password=password)
    assert said in str(refused.value.fields[field])
    assert not User.objects.filter(email=EMAIL).exists()
    assert Invitation.objects.get().accepted_at is None
    assert accept_invitation(token=token, name="Joost", password=GOOD).email == EMAIL


def test_a_name_of_any_letters_is_taken(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    user = accept_invitation(token=token, name="Zoë <b>O’Neill</b> 👩‍🏫 李", password=GOOD)
    user.refresh_from_db()
    assert user.name == "Zoë <b>O’Neill</b> 👩‍🏫 李"


def test_a_name_that_is_too_long_is_refused(region: Region) -> None:
    token = invited(R.EDITOR, region.linde.location)
    with pytest.raises(Invalid, match="te lang"):
        accept_invitation(token=token, name="a" * 121, password=GOOD)


# --- council and board


@pytest.mark.parametrize("board_role", [R.BOARD_MEMBER, R.BOARD_SECRETARY])
@pytest.mark.parametrize("council_role", [R.COUNCIL_MEMBER, R.COUNCIL_CHAIR])
@pytest.mark.parametrize("board_first", [True, False])
def test_nobody_is_in_a_council_and_in_the_board_that_it_advises(
    region: Region, board_role: Role, council_role: Role, board_first: bool
) -> None:
    """The council advises the board: one cannot advise oneself (Wms 3 and 11)."""
    user = make_user("Joost", EMAIL)
    both: list[tuple[Role, Place]] = [
        (board_role, region.linde.board),
        (council_role, region.wilg.council),  # another school of the same board
    ]
    (held, where), (asked, place) = both if board_first else reversed(both)
    give_role(user, held, where)
    token = invited(asked, place)
    with pytest.raises(Invalid, match="medezeggenschapsraad en in het bestuur"):
        accept_invitation(token=token)
    assert [membership.role for membership in actor_for(user).memberships] == [held]
    assert Invitation.objects.get(email=EMAIL).accepted_at is None


def test_the_council_of_another_board_is_no_hindrance(region: Region) -> None:
    user = make_user("Joost", EMAIL)
    give_role(user, R.BOARD_MEMBER, region.linde.board)
    accept_invitation(token=invited(R.COUNCIL_MEMBER, region.beuk.council))
    assert actor_for(user).holds(R.COUNCIL_MEMBER)


def test_who_left_the_board_may_join_the_council(region: Region) -> None:
    user = make_user("Joost", EMAIL)
    membership = give_role(user, R.BOARD_MEMBER, region.linde.board)
    end_membership(actor=Actor.system(), membership_id=membership.pk)
    accept_invitation(token=invited(R.COUNCIL_CHAIR, region.linde.council))
    assert actor_for(user).holds(R.COUNCIL_CHAIR)


def test_a_common_council_of_several_boards_is_against_each_of_them(region: Region) -> None:
    for seat in (region.linde.location, region.beuk.location):
        seat.council_seats.update(valid_until=clock.today() - timedelta(days=1))
    council = make_council(region.linde.location, region.beuk.location, kind=CouncilKind.GMR, name="GMR")
    user = make_user("Joost", EMAIL)
    give_role(user, R.BOARD_SECRETARY, region.beuk.board)
    with pytest.raises(Invalid):
        accept_invitation(token=invited(R.COUNCIL_MEMBER, council))


def test_one_person_may_be_director_and_board(region: Region) -> None:
    """282 of the 749 boards have one location."""
    user = make_user("Joost", EMAIL)
    give_role(user, R.DIRECTOR, region.linde.location)
    accept_invitation(token=invited(R.BOARD_MEMBER, region.linde.board))
    assert actor_for(user).holds(R.BOARD_MEMBER)
    assert actor_for(user).holds(R.DIRECTOR)


# --- what the database itself refuses


@pytest.mark.parametrize("role", list(R))
def test_a_role_is_held_at_its_own_kind_of_place_only(region: Region, role: Role) -> None:
    """A director of a board, an editor of a council: not even by mistake."""
    user = make_user()
    right = region.linde.place(role)
    wrong = [
        {},
        {"location": region.linde.location},
        {"board": region.linde.board},
        {"council": region.linde.council},
        {"consortium": region.linde.consortium},
        {"group": region.group},
        {"location": region.linde.location, "board": region.linde.board},
    ]
    for where in wrong:
        if list(where.values()) == ([right] if right else []):
            continue
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=user, role=role, since=clock.now(), **where)


@pytest.mark.parametrize("role", list(R))
def test_a_role_is_held_once_at_a_time(region: Region, role: Role) -> None:
    user = region.linde.user(role)
    with pytest.raises(IntegrityError), transaction.atomic():
        give_role(user, role, region.linde.place(role))
    end_membership(actor=Actor.system(), membership_id=Membership.objects.get(user=user).pk)
    assert give_role(user, role, region.linde.place(role)).pk


def test_one_address_has_one_account_whatever_its_capitals(region: Region) -> None:
    make_user("Joost", EMAIL)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Joost@Levend.Example", name="Joost")


def test_an_invitation_ends_in_one_way(region: Region) -> None:
    invited(R.EDITOR, region.linde.location)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.update(accepted_at=clock.now(), withdrawn_at=clock.now())
