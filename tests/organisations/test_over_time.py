"""Who belongs to whom over time: a location in several consortia, its council one after the other."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.enums import CouncilKind, SchoolType
from levend.organisations.models import ConsortiumMembership, CouncilSeat, Location, ParticipationCouncil
from levend.organisations.queries.places import consortia_of, council_of, locations_of, place_by_code
from tests.factories.organisations import (
    LONG_AGO,
    make_board,
    make_consortium,
    make_council,
    make_group,
    make_location,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
CHANGE = date(2026, 8, 1)


@pytest.fixture
def location() -> Location:
    return make_location("12AB00", school_type=SchoolType.SO)


def seat(council: ParticipationCouncil, location: Location, first: date, last: date | None) -> CouncilSeat:
    return CouncilSeat.objects.create(council=council, location=location, valid_from=first, valid_until=last)


def test_a_special_school_belongs_to_a_consortium_of_each_sector(location: Location) -> None:
    own = consortia_of(location.pk, clock.today()).get()
    secondary = make_consortium("VO9901", "VO Rivierland")
    ConsortiumMembership.objects.create(location=location, consortium=secondary, valid_from=LONG_AGO)
    assert set(consortia_of(location.pk, clock.today())) == {own, secondary}
    for consortium in (own, secondary):
        assert locations_of(consortium_ids=frozenset({consortium.pk}), on=clock.today()).get() == location


def test_a_location_moves_from_one_consortium_to_another_on_a_day(location: Location) -> None:
    former = consortia_of(location.pk, LONG_AGO).get()
    ConsortiumMembership.objects.filter(consortium=former).update(valid_until=CHANGE - DAY)
    later = make_consortium()
    ConsortiumMembership.objects.create(location=location, consortium=later, valid_from=CHANGE)
    assert list(consortia_of(location.pk, LONG_AGO - DAY)) == []
    assert list(consortia_of(location.pk, LONG_AGO)) == [former]
    assert list(consortia_of(location.pk, CHANGE - DAY)) == [former]
    assert list(consortia_of(location.pk, CHANGE)) == [later]


def test_who_left_a_consortium_may_come_back(location: Location) -> None:
    consortium = consortia_of(location.pk, LONG_AGO).get()
    ConsortiumMembership.objects.update(valid_until=date(2020, 7, 31))
    ConsortiumMembership.objects.create(location=location, consortium=consortium, valid_from=CHANGE)
    assert list(consortia_of(location.pk, date(2023, 1, 1))) == []
    assert list(consortia_of(location.pk, CHANGE)) == [consortium]


def test_nobody_belongs_to_a_consortium_twice_at_once(location: Location) -> None:
    consortium = consortia_of(location.pk, LONG_AGO).get()
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsortiumMembership.objects.create(location=location, consortium=consortium, valid_from=CHANGE)


def test_nothing_ends_before_it_begins(location: Location) -> None:
    consortium, council = make_consortium(), make_council()
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsortiumMembership.objects.create(
            location=location, consortium=consortium, valid_from=CHANGE, valid_until=CHANGE - DAY
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        seat(council, location, CHANGE, CHANGE - DAY)
    assert seat(council, location, CHANGE, CHANGE).pk  # one day is long enough


def test_one_council_advises_at_a_time_and_they_follow_each_other(location: Location) -> None:
    first, second = make_council(name="MR oud"), make_council(name="MR nieuw")
    former = seat(first, location, LONG_AGO, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        seat(second, location, CHANGE, None)
    former.valid_until = CHANGE - DAY
    former.save()
    seat(second, location, CHANGE, None)
    assert council_of(location.pk, LONG_AGO - DAY) is None
    assert council_of(location.pk, CHANGE - DAY) == first
    assert council_of(location.pk, CHANGE) == second


def test_a_common_council_serves_several_locations_of_a_board() -> None:
    board = make_board()
    schools = [make_location(board=board) for _number in range(3)]
    council = make_council(*schools, kind=CouncilKind.GMR, name="GMR Waterkant")
    make_location(board=board)
    found = locations_of(council_ids=frozenset({council.pk}), on=clock.today())
    assert set(found) == set(schools)


def test_places_together_reach_each_location_once(location: Location) -> None:
    make_council(location)
    found = locations_of(
        location_ids=frozenset({location.pk}),
        board_ids=frozenset({location.school.board_id}),
        council_ids=frozenset(CouncilSeat.objects.values_list("council_id", flat=True)),
        consortium_ids=frozenset(ConsortiumMembership.objects.values_list("consortium_id", flat=True)),
        on=clock.today(),
    )
    assert list(found) == [location]


def test_no_place_reaches_nothing(location: Location) -> None:
    assert list(locations_of(on=clock.today())) == []


@pytest.mark.parametrize("code", ["12AB00", "12ab00", "41007", "PO9909", "po9909", "samen-wij", "SAMEN-WIJ"])
def test_a_place_is_found_by_its_code_whatever_its_capitals(location: Location, code: str) -> None:
    make_board("41007")
    make_consortium("PO9909")
    make_group("samen-wij")
    assert getattr(place_by_code(code), "code").lower() == code.lower()  # noqa: B009  (every kind of place has one)


@pytest.mark.parametrize("code", ["", "99ZZ99", "12AB", "' or 1=1", "é" * 300])
def test_a_code_that_is_nobody_s_is_not_found(location: Location, code: str) -> None:
    with pytest.raises(NotFound):
        place_by_code(code)


# --- what the database refuses about a location


@pytest.mark.parametrize(
    "change",
    [
        {"pupils": 12, "pupils_on": None},
        {"pupils": None},
        {"pupils": -1},
        {"latitude": 52.1},
        {"latitude": 91.0, "longitude": 5.0},
        {"latitude": 52.1, "longitude": 181.0},
    ],
)
def test_half_a_fact_is_refused(location: Location, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Location.objects.filter(pk=location.pk).update(**change)


def test_coordinates_and_numbers_may_be_unknown(location: Location) -> None:
    Location.objects.filter(pk=location.pk).update(pupils=None, pupils_on=None, latitude=None, longitude=None)
    Location.objects.filter(pk=location.pk).update(pupils=0, pupils_on=CHANGE, latitude=52.1, longitude=5.1)


def test_a_code_is_given_out_once(location: Location) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Location.objects.create(code=location.code, school=location.school, name="Nog een")
