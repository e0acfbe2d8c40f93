"""Whom may each role invite, and where: written out by hand, apart from the policy."""

from datetime import timedelta

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation
from levend.accounts.queries import actor_for
from levend.accounts.services import invite, withdraw_invitation
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound
from levend.notifications.models import OutboxMessage
from tests.factories.accounts import give_role, make_member
from tests.factories.organisations import make_group
from tests.factories.region import LocationPlaces, Region

R = Role
GUEST = "gast@levend.example"
MAY_INVITE: dict[Role, set[Role]] = {
    R.EDITOR: set(),
    R.DIRECTOR: {R.EDITOR, R.DIRECTOR, R.COUNCIL_MEMBER, R.COUNCIL_CHAIR},
    R.COUNCIL_MEMBER: set(),
    R.COUNCIL_CHAIR: {R.COUNCIL_MEMBER, R.COUNCIL_CHAIR},
    R.BOARD_MEMBER: {R.BOARD_MEMBER, R.BOARD_SECRETARY, R.DIRECTOR, R.EDITOR},
    R.BOARD_SECRETARY: {R.BOARD_MEMBER, R.BOARD_SECRETARY, R.DIRECTOR, R.EDITOR},
    R.COORDINATOR: {R.COORDINATOR, R.VIEWER, R.DIRECTOR, R.BOARD_MEMBER, R.BOARD_SECRETARY},
    R.GROUP_COORDINATOR: {R.GROUP_COORDINATOR},
    R.VIEWER: set(),
    R.OPERATOR: {R.OPERATOR, R.COORDINATOR, R.GROUP_COORDINATOR},
}


def try_to_invite(actor: Actor, role: Role, places: LocationPlaces) -> bool:
    try:
        invite(actor=actor, email=GUEST, role=role, place=places.place(role))
    except NotAllowed:
        return False
    return True


@pytest.mark.parametrize("inviter", list(R))
def test_a_role_invites_its_own_kinds_of_people_at_its_own_place(region: Region, inviter: Role) -> None:
    actor = region.linde.actor(inviter)
    assert {role for role in R if try_to_invite(actor, role, region.linde)} == MAY_INVITE[inviter]
    assert Invitation.objects.count() == OutboxMessage.objects.count() == len(MAY_INVITE[inviter])


AT_A_FELLOW_S: dict[Role, set[Role]] = {
    R.EDITOR: set(),
    R.DIRECTOR: set(),
    R.COUNCIL_MEMBER: set(),
    R.COUNCIL_CHAIR: set(),
    R.BOARD_MEMBER: MAY_INVITE[R.BOARD_MEMBER],
    R.BOARD_SECRETARY: MAY_INVITE[R.BOARD_SECRETARY],
    R.COORDINATOR: MAY_INVITE[R.COORDINATOR],
    R.GROUP_COORDINATOR: MAY_INVITE[R.GROUP_COORDINATOR],
    R.VIEWER: set(),
    R.OPERATOR: MAY_INVITE[R.OPERATOR],
}


@pytest.mark.parametrize("inviter", list(R))
def test_at_another_school_of_the_board_only_who_works_above_it_invites(
    region: Region, inviter: Role
) -> None:
    actor = region.linde.actor(inviter)
    assert {role for role in R if try_to_invite(actor, role, region.wilg)} == AT_A_FELLOW_S[inviter]


@pytest.mark.parametrize("inviter", [role for role in R if role not in {R.GROUP_COORDINATOR, R.OPERATOR}])
def test_elsewhere_nobody_invites_anybody(region: Region, inviter: Role) -> None:
    actor = region.linde.actor(inviter)
    assert {role for role in R if try_to_invite(actor, role, region.beuk)} == set()
    assert not Invitation.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_a_group_coordinator_invites_for_the_own_group_only(region: Region) -> None:
    stranger = actor_for(make_member(R.GROUP_COORDINATOR, make_group(name="Elders samen")))
    assert not try_to_invite(stranger, R.GROUP_COORDINATOR, region.linde)


def test_two_roles_are_not_added_up(region: Region) -> None:
    """A board member of one school who chairs the council of another invites no director there."""
    user = region.linde.user(R.BOARD_MEMBER)
    give_role(user, R.COUNCIL_CHAIR, region.beuk.council)
    actor = actor_for(user)
    assert try_to_invite(actor, R.COUNCIL_MEMBER, region.beuk)
    assert not try_to_invite(actor, R.DIRECTOR, region.beuk)
    assert not try_to_invite(actor, R.BOARD_MEMBER, region.beuk)
    assert try_to_invite(actor, R.DIRECTOR, region.linde)
    assert not try_to_invite(actor, R.COUNCIL_MEMBER, region.linde)


def test_an_editor_of_one_school_who_directs_another_invites_there_only(region: Region) -> None:
    user = region.linde.user(R.DIRECTOR)
    give_role(user, R.EDITOR, region.beuk.location)
    assert not try_to_invite(actor_for(user), R.EDITOR, region.beuk)
    assert try_to_invite(actor_for(user), R.EDITOR, region.linde)


def test_the_command_line_invites_anybody_anywhere(region: Region) -> None:
    assert {role for role in R if try_to_invite(Actor.system(), role, region.beuk)} == set(R)


@pytest.mark.parametrize(
    "email",
    ["", "geen adres", "a@b", "a b@school.nl", "a@school.nl\nBcc: x@y.nl", "a@school.nl\x00", "x" * 300 + "@school.nl",
     "naam@school\u202eln.nl", "naam@scho\u200dol.nl"],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_a_sentence(region: Region, email: str) -> None:
    with pytest.raises(Invalid) as refused:
        invite(actor=region.linde.actor(R.DIRECTOR), email=email, role=R.EDITOR, place=region.linde.location)
    assert str(refused.value.fields["email"]).startswith("Dit is geen e-mailadres.")
    assert not Invitation.objects.exists()


def test_capitals_and_spaces_make_no_other_address(region: Region) -> None:
    invite(
        actor=region.linde.actor(R.DIRECTOR),
        email="  Gast@Levend.Example ",
        role=R.EDITOR,
        place=region.linde.location,
    )
    assert Invitation.objects.get().email == GUEST


def test_who_has_the_role_is_not_invited_to_it(region: Region) -> None:
    with pytest.raises(Invalid, match="heeft deze rol hier al"):
        invite(
            actor=region.linde.actor(R.DIRECTOR),
            email="Editor.Linde@levend.example",
            role=R.EDITOR,
            place=region.linde.location,
        )


def test_only_the_last_letter_to_the_same_role_works(region: Region) -> None:
    for _number in range(3):
        assert try_to_invite(region.linde.actor(R.DIRECTOR), R.EDITOR, region.linde)
    assert try_to_invite(region.linde.actor(R.DIRECTOR), R.DIRECTOR, region.linde)
    open_ones = Invitation.objects.filter(withdrawn_at=None)
    assert {row.role for row in open_ones} == {"editor", "director"}
    assert open_ones.count() == 2
    assert Invitation.objects.count() == 4


def test_an_invitation_lasts_fourteen_days(region: Region) -> None:
    try_to_invite(region.linde.actor(R.DIRECTOR), R.EDITOR, region.linde)
    row = Invitation.objects.get()
    assert row.expires_at - row.created_at == timedelta(days=14)
    assert OutboxMessage.objects.get().context["until"] == clock.local_date(row.expires_at).isoformat()


def test_the_log_says_who_invited_and_names_no_address(region: Region) -> None:
    actor = region.linde.actor(R.DIRECTOR)
    try_to_invite(actor, R.EDITOR, region.linde)
    event = AuditEvent.objects.get(event="person_invited")
    assert event.actor_ref == actor.ref
    assert GUEST not in str(event.data)


def test_an_invitation_is_taken_back_once(region: Region) -> None:
    director = region.linde.actor(R.DIRECTOR)
    try_to_invite(director, R.EDITOR, region.linde)
    row = Invitation.objects.get()
    first = withdraw_invitation(actor=director, invitation_id=row.pk).withdrawn_at
    assert first is not None
    assert withdraw_invitation(actor=director, invitation_id=row.pk).withdrawn_at == first
    assert AuditEvent.objects.filter(event="invitation_withdrawn").count() == 1


@pytest.mark.parametrize("role", [R.EDITOR, R.COUNCIL_CHAIR, R.COORDINATOR])
def test_who_could_not_invite_cannot_take_back(region: Region, role: Role) -> None:
    try_to_invite(region.linde.actor(R.DIRECTOR), R.EDITOR, region.linde)
    row = Invitation.objects.get()
    for places in (region.linde, region.beuk):
        with pytest.raises(NotFound):
            withdraw_invitation(actor=places.actor(role), invitation_id=row.pk)
    row.refresh_from_db()
    assert row.withdrawn_at is None
