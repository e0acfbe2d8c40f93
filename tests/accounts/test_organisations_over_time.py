"""Consortia and councils of a location over time."""

from datetime import date

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.queries.scope import locations_for
from levend.accounts.services.organisations import (
    hand_over_school,
    leave_consortium,
    place_in_consortium,
    seat_council,
)
from levend.core.errors import NotAllowed
from levend.organisations.enums import CouncilKind
from levend.organisations.models import ConsortiumMembership, Location
from levend.organisations.queries.places import consortia_of, council_of
from tests.accounts.register import DAY, refusal
from tests.factories.accounts import give_role
from tests.factories.organisations import make_council
from tests.factories.region import Region

# Over time


def test_a_location_belongs_to_several_consortia_over_time(region: Region, operator: Actor) -> None:
    linde, first, second = region.linde.location, region.linde.consortium, region.beuk.consortium
    membership = ConsortiumMembership.objects.get(location=linde)

    place_in_consortium(actor=operator, location_id=linde.pk, consortium_id=second.pk, valid_from=DAY)
    leave_consortium(actor=operator, membership_id=membership.pk, last_day=date(2026, 9, 30))

    assert set(consortia_of(linde.pk, date(2026, 7, 31))) == {first}
    assert set(consortia_of(linde.pk, date(2026, 9, 1))) == {first, second}
    assert set(consortia_of(linde.pk, date(2026, 10, 1))) == {second}


def test_two_stays_in_one_consortium_do_not_overlap(region: Region, operator: Actor) -> None:
    linde, consortium = region.linde.location, region.linde.consortium
    membership = ConsortiumMembership.objects.get(location=linde)

    def place(day: date) -> ConsortiumMembership:
        return place_in_consortium(
            actor=operator, location_id=linde.pk, consortium_id=consortium.pk, valid_from=day
        )

    assert "valid_from" in refusal(lambda: place(DAY))
    leave_consortium(actor=operator, membership_id=membership.pk, last_day=date(2026, 7, 31))
    assert "valid_from" in refusal(lambda: place(date(2026, 7, 31)))
    again = place(DAY)

    assert place(DAY) == again
    assert "last_day" in refusal(
        lambda: leave_consortium(actor=operator, membership_id=again.pk, last_day=date(2026, 7, 31))
    )
    assert "last_day" in refusal(
        lambda: leave_consortium(actor=operator, membership_id=membership.pk, last_day=DAY)
    )


def test_a_coordinator_lets_an_own_location_go_and_no_other(region: Region, coordinator: Actor) -> None:
    own = ConsortiumMembership.objects.get(location=region.linde.location)
    other = ConsortiumMembership.objects.get(location=region.beuk.location)

    leave_consortium(actor=coordinator, membership_id=own.pk, last_day=date(2026, 7, 31))
    with pytest.raises(NotAllowed):
        leave_consortium(actor=coordinator, membership_id=other.pk, last_day=date(2026, 7, 31))

    assert region.linde.location not in locations_for(coordinator)


def test_a_new_council_ends_the_former_seat_the_day_before(region: Region, coordinator: Actor) -> None:
    linde = region.linde.location

    seat = seat_council(actor=coordinator, location_id=linde.pk, name="MR Nieuw", valid_from=DAY)

    assert council_of(linde.pk, date(2026, 7, 31)) == region.linde.council
    assert council_of(linde.pk, DAY) == seat.council
    assert "valid_from" in refusal(
        lambda: seat_council(actor=coordinator, location_id=linde.pk, name="MR Eerder", valid_from=DAY)
    )


def test_a_common_council_serves_schools_of_one_board(region: Region, operator: Actor) -> None:
    common = make_council(kind=CouncilKind.GMR, name="GMR Waterkant")

    def seat(location: Location) -> object:
        return seat_council(actor=operator, location_id=location.pk, council_id=common.pk, valid_from=DAY)

    seat(region.linde.location)
    seat(region.wilg.location)

    assert "ander bestuur" in refusal(lambda: seat(region.beuk.location))["council"]
    assert council_of(region.wilg.location.pk, DAY) == common


def test_the_council_of_one_school_serves_no_other(region: Region, operator: Actor) -> None:
    found = refusal(
        lambda: seat_council(
            actor=operator,
            location_id=region.wilg.location.pk,
            council_id=region.linde.council.pk,
            valid_from=DAY,
        )
    )

    assert "andere school" in found["council"]


def test_nobody_advises_and_decides_through_a_change_of_the_register(region: Region, operator: Actor) -> None:
    common = make_council(kind=CouncilKind.GMR, name="GMR Waterkant")
    give_role(region.linde.user(Role.BOARD_MEMBER), Role.COUNCIL_MEMBER, common)
    give_role(region.beuk.user(Role.BOARD_MEMBER), Role.COUNCIL_MEMBER, region.linde.council)

    seated = refusal(
        lambda: seat_council(
            actor=operator, location_id=region.linde.location.pk, council_id=common.pk, valid_from=DAY
        )
    )
    moved = refusal(
        lambda: hand_over_school(
            actor=operator, school_id=region.linde.location.school_id, board_code="41002"
        )
    )

    assert "Niemand kan allebei zijn" in seated["council"]
    assert "Niemand kan allebei zijn" in moved["board"]
