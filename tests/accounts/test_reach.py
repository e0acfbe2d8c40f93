"""Which locations each role reaches, for what: written out by hand."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, Role
from levend.accounts.queries import actor_for
from levend.accounts.queries.people import people_with
from levend.accounts.queries.scope import location_for, locations_for, reach_for
from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.models import Consortium, ConsortiumMembership, CouncilSeat
from levend.organisations.queries.reach import reach_of, reaches_of
from tests.factories.accounts import give_role, make_user
from tests.factories.organisations import make_consortium, make_council, make_location
from tests.factories.region import Region

R, P = Role, Permission
LINDE, WILG, BEUK = "12AB00", "12CD00", "34EF00"

SEES_STATE: dict[Role, set[str]] = {
    R.EDITOR: {LINDE},
    R.DIRECTOR: {LINDE},
    R.COUNCIL_MEMBER: {LINDE},
    R.COUNCIL_CHAIR: {LINDE},
    R.BOARD_MEMBER: {LINDE, WILG},
    R.BOARD_SECRETARY: {LINDE, WILG},
    R.COORDINATOR: {LINDE, WILG},
    R.GROUP_COORDINATOR: {LINDE, WILG, BEUK},
    R.VIEWER: {LINDE, WILG},
    R.OPERATOR: set(),
}
HOLDERS: dict[Permission, set[Role]] = {
    P.SEE_STATE: set(R) - {R.OPERATOR},
    P.READ_DRAFT: {R.EDITOR, R.DIRECTOR, R.BOARD_MEMBER, R.BOARD_SECRETARY},
    P.READ_ASKED: {R.COUNCIL_MEMBER, R.COUNCIL_CHAIR},
    P.READ_SUBMITTED: {R.COORDINATOR, R.VIEWER},  # and a group, where its consortium lets it
    P.WRITE: {R.EDITOR, R.DIRECTOR},
    P.START_PROFILE: {R.DIRECTOR, R.BOARD_MEMBER},
    P.ASK_ADVICE: {R.DIRECTOR},
    P.GIVE_ADVICE: {R.COUNCIL_CHAIR},
    P.REGISTER_ON_PAPER: {R.DIRECTOR, R.BOARD_SECRETARY},
    P.REACT_TO_ADVICE: {R.BOARD_MEMBER, R.BOARD_SECRETARY},
    P.ADOPT: {R.BOARD_MEMBER},
    P.SUBMIT: {R.DIRECTOR},
    P.SHARE_CONCEPT: {R.DIRECTOR},
    P.RECEIVE: {R.COORDINATOR},
    P.ASK_ERASURE: {R.DIRECTOR, R.BOARD_MEMBER, R.BOARD_SECRETARY},
    P.CONFIRM_ERASURE: {R.BOARD_MEMBER, R.BOARD_SECRETARY},
    P.KEEP_FORMATS: {R.COORDINATOR},  # and a group, of its own formats
    P.KEEP_ROUNDS: {R.COORDINATOR},  # and a group, of its own rounds
    P.SEE_PEOPLE: {R.DIRECTOR, R.COUNCIL_CHAIR, R.BOARD_MEMBER, R.BOARD_SECRETARY, R.COORDINATOR},
}


def codes(actor: Actor, permission: Permission = P.SEE_STATE) -> set[str]:
    return set(locations_for(actor, permission).values_list("code", flat=True))


@pytest.mark.parametrize("role", list(R))
def test_each_role_sees_the_state_of_its_own_schools(region: Region, role: Role) -> None:
    actor = region.linde.actor(role)
    assert codes(actor) == SEES_STATE[role]
    for code in (LINDE, WILG, BEUK):
        if code in SEES_STATE[role]:
            assert location_for(actor, code).code == code
        else:
            with pytest.raises(NotFound):
                location_for(actor, code)


@pytest.mark.parametrize("permission", list(P))
def test_each_permission_is_held_by_these_roles_and_no_other(region: Region, permission: Permission) -> None:
    reach = reach_of(region.linde.location.pk, clock.today())
    holders = {role for role in R if region.linde.actor(role).has(permission, on=reach)}
    assert holders == HOLDERS[permission]
    assert {role for role in R if LINDE in codes(region.linde.actor(role), permission)} == holders


@pytest.mark.parametrize("permission", list(P))
def test_list_and_rule_never_disagree(region: Region, permission: Permission) -> None:
    """`locations_for` in the database and `Actor.has` in Python are two ways to say the same."""
    Consortium.objects.filter(pk=region.beuk.consortium.pk).update(group_sees="content")
    reaches = reaches_of(
        (places.location.pk for places in (region.linde, region.wilg, region.beuk)), clock.today()
    )
    for places in (region.linde, region.wilg, region.beuk):
        for role in R:
            actor = places.actor(role)
            listed = set(locations_for(actor, permission).values_list("pk", flat=True))
            assert listed == {pk for pk, reach in reaches.items() if actor.has(permission, on=reach)}, role


def test_people_with_a_permission_are_those_whose_actor_has_it(region: Region) -> None:
    reach = reach_of(region.linde.location.pk, clock.today())
    everybody = [
        user for places in (region.linde, region.wilg, region.beuk) for user in places.users.values()
    ]
    for permission in set(P) - {P.SEE_STATE}:
        wanted = {user for user in everybody if actor_for(user).has(permission, on=reach)}
        assert set(people_with(permission, reach)) == wanted, permission


def test_a_group_reads_texts_only_where_the_consortium_lets_it(region: Region) -> None:
    actor = region.linde.actor(R.GROUP_COORDINATOR)
    assert codes(actor, P.READ_SUBMITTED) == set()
    Consortium.objects.filter(pk=region.linde.consortium.pk).update(group_sees="content")
    assert codes(actor, P.READ_SUBMITTED) == {LINDE, WILG}
    Consortium.objects.filter(pk=region.linde.consortium.pk).update(group_sees="state")
    assert codes(actor, P.READ_SUBMITTED) == set()


def test_the_system_reaches_everything_and_nobody_nothing(region: Region) -> None:
    assert codes(Actor.system()) == {LINDE, WILG, BEUK}
    assert codes(Actor.anonymous()) == set()
    with pytest.raises(NotFound):
        reach_for(Actor.anonymous(), region.linde.location.pk)
    assert reach_for(Actor.system(), region.linde.location.pk).location_id == region.linde.location.pk


def test_a_location_that_is_not_there_reads_as_one_that_is_hidden(region: Region) -> None:
    actor = region.linde.actor(R.DIRECTOR)
    for attempt in (lambda: location_for(actor, "99ZZ99"), lambda: reach_for(actor, 10**9)):
        with pytest.raises(NotFound):
            attempt()


def test_a_special_school_is_seen_by_all_its_consortia(region: Region) -> None:
    """A location may belong to several consortia, per sector."""
    other = region.beuk.consortium
    ConsortiumMembership.objects.create(
        location=region.wilg.location, consortium=other, valid_from=clock.today()
    )
    assert WILG in codes(region.beuk.actor(R.COORDINATOR))
    assert WILG in codes(region.linde.actor(R.COORDINATOR))
    reach = reach_of(region.wilg.location.pk, clock.today())
    assert reach.consortium_ids == {region.linde.consortium.pk, other.pk}


def test_a_consortium_sees_a_school_from_its_first_day_through_its_last(region: Region) -> None:
    today = clock.today()
    link = region.linde.location.consortium_memberships.get()
    actor = region.linde.actor(R.COORDINATOR)
    for first, last, seen in (
        (today, None, True),
        (today + timedelta(days=1), None, False),
        (today - timedelta(days=9), today, True),
        (today - timedelta(days=9), today - timedelta(days=1), False),
    ):
        link.valid_from, link.valid_until = first, last
        link.save()
        assert (LINDE in codes(actor)) is seen, (first, last)
        assert (region.linde.consortium.pk in reach_of(link.location_id, today).consortium_ids) is seen


def test_a_council_advises_from_its_first_day_through_its_last(region: Region) -> None:
    today = clock.today()
    old = region.linde.location.council_seats.get()
    old.valid_until = today
    old.save()
    new = make_council(name="MR nieuw")
    CouncilSeat.objects.create(
        council=new, location=region.linde.location, valid_from=today + timedelta(days=1)
    )
    user = make_user()
    give_role(user, R.COUNCIL_CHAIR, new)
    assert codes(region.linde.actor(R.COUNCIL_CHAIR)) == {LINDE}
    assert codes(actor_for(user)) == set()
    with clock.at(clock.now() + timedelta(days=1)):
        assert codes(region.linde.actor(R.COUNCIL_CHAIR)) == set()
        assert codes(actor_for(user)) == {LINDE}
        assert reach_of(region.linde.location.pk, clock.today()).council_id == new.pk


def test_an_actor_is_read_with_the_roles_that_have_not_ended(
    region: Region, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = region.linde.user(R.DIRECTOR)
    give_role(user, R.BOARD_MEMBER, region.linde.board)
    ended = give_role(user, R.EDITOR, region.linde.location)
    ended.ended_at = clock.now()
    ended.save()
    with django_assert_num_queries(1):
        actor = actor_for(user)
    assert [membership.role for membership in actor.memberships] == [R.DIRECTOR, R.BOARD_MEMBER]
    assert actor.ref == f"user:{user.pk}"
    user.is_active = False
    assert actor_for(user).memberships == ()
    assert not actor_for(user).is_known


def _grow(region: Region, number: int) -> Iterable[int]:
    for count in range(number):
        location = make_location(
            name=f"School {count}", board=region.linde.board, consortium=region.linde.consortium
        )
        ConsortiumMembership.objects.create(
            location=location, consortium=make_consortium(group=region.group), valid_from=clock.today()
        )
        make_council(location)
        yield location.pk


@pytest.mark.parametrize("number", [1, 3, 12])
def test_reaches_take_three_queries_for_any_number_of_locations(
    region: Region, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ids = list(_grow(region, number))
    with django_assert_num_queries(3):
        reaches = reaches_of(ids, clock.today())
    assert len(reaches) == number
    assert all(len(reach.consortium_ids) == 2 and reach.council_id for reach in reaches.values())


@pytest.mark.parametrize("role", list(R))
@pytest.mark.parametrize("number", [1, 12])
def test_locations_take_at_most_two_queries_for_any_number(
    region: Region, role: Role, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    list(_grow(region, number))
    actor = region.linde.actor(role)
    with django_assert_max_num_queries(2):
        list(locations_for(actor))


def test_a_reach_that_is_not_there_is_not_found(db: None) -> None:
    with pytest.raises(NotFound):
        reach_of(10**9, clock.today())
    assert reaches_of([], clock.today()) == {}
