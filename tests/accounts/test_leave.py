"""Ending a role: by oneself, or by who may invite to it; the row stays."""

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.accounts.queries import actor_for
from levend.accounts.services import end_membership
from levend.audit.models import AuditEvent
from levend.core.errors import NotFound
from tests.accounts.test_invite import MAY_INVITE
from tests.factories.accounts import give_role
from tests.factories.region import LocationPlaces, Region

R = Role


def membership(places: LocationPlaces, role: Role) -> Membership:
    return Membership.objects.get(user=places.user(role), role=role)


def ends(actor: Actor, row: Membership) -> bool:
    try:
        end_membership(actor=actor, membership_id=row.pk)
    except NotFound:
        row.refresh_from_db()
        assert row.ended_at is None
        return False
    return True


@pytest.mark.parametrize("role", list(R))
def test_anyone_may_leave(region: Region, role: Role) -> None:
    actor = region.linde.actor(role)
    row = end_membership(actor=actor, membership_id=membership(region.linde, role).pk)
    assert row.ended_at is not None
    assert row.ended_by_id == actor.user_id
    assert actor_for(region.linde.user(role)).memberships == ()


@pytest.mark.parametrize("actor_role", list(R))
def test_who_may_invite_to_a_role_may_end_it_and_nobody_else(region: Region, actor_role: Role) -> None:
    actor = region.linde.actor(actor_role)
    others = set(R) - {actor_role}
    ended = {role for role in others if ends(actor, membership(region.linde, role))}
    assert ended == MAY_INVITE[actor_role] - {actor_role}


@pytest.mark.parametrize(
    "role", [R.DIRECTOR, R.COUNCIL_CHAIR, R.BOARD_MEMBER, R.BOARD_SECRETARY, R.COORDINATOR]
)
def test_nobody_ends_a_role_elsewhere(region: Region, role: Role) -> None:
    actor = region.beuk.actor(role)
    assert [
        other
        for other in set(R) - {R.GROUP_COORDINATOR, R.OPERATOR}
        if ends(actor, membership(region.linde, other))
    ] == []


def test_two_roles_are_not_added_up(region: Region) -> None:
    user = region.linde.user(R.BOARD_MEMBER)
    give_role(user, R.COUNCIL_CHAIR, region.beuk.council)
    assert not ends(actor_for(user), membership(region.beuk, R.DIRECTOR))
    assert ends(actor_for(user), membership(region.linde, R.DIRECTOR))


def test_a_second_time_changes_nothing(region: Region) -> None:
    director = region.linde.actor(R.DIRECTOR)
    row = membership(region.linde, R.EDITOR)
    first = end_membership(actor=director, membership_id=row.pk).ended_at
    again = end_membership(actor=Actor.system(), membership_id=row.pk)
    assert again.ended_at == first
    assert again.ended_by_id == director.user_id
    assert AuditEvent.objects.filter(event="membership_ended").count() == 1


def test_the_row_stays_with_who_when_and_by_whom(region: Region) -> None:
    row = membership(region.linde, R.EDITOR)
    end_membership(actor=region.linde.actor(R.DIRECTOR), membership_id=row.pk)
    kept = Membership.objects.get(pk=row.pk)
    assert (kept.user, kept.role, kept.location) == (row.user, R.EDITOR, region.linde.location)
    event = AuditEvent.objects.get(event="membership_ended")
    assert event.data == {"user": row.user_id, "role": "editor"}


@pytest.mark.parametrize("key", [0, -1, 10**12])
def test_what_is_not_there_is_not_found(region: Region, key: int) -> None:
    with pytest.raises(NotFound):
        end_membership(actor=Actor.system(), membership_id=key)
