"""The fictional region obeys the register's rules and everyone in it holds a role that they may hold."""

from collections import Counter
from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from levend.accounts import rules
from levend.accounts.enums import Permission, Role
from levend.accounts.models import Membership, User
from levend.accounts.queries import actor_for
from levend.accounts.queries.reach import boards_of, opposite_boards, place_of
from levend.accounts.queries.scope import locations_for
from levend.demo.engine.region import region
from levend.demo.values import ACCOUNTS, DEMO_PASSWORD
from levend.organisations.enums import CouncilKind
from levend.organisations.models import Board, Consortium, Location, ParticipationCouncil, School
from levend.organisations.queries.contacts import public_contacts
from levend.organisations.queries.places import consortia_of
from levend.organisations.queries.reach import reaches_of
from tests.demo.support import small_region

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _region() -> None:
    small_region()


def codes(user_word: str, permission: Permission = Permission.SEE_STATE) -> set[str]:
    """The locations on which a demo account has a permission."""
    actor = actor_for(User.objects.get(email=f"{user_word}@levend.example"))
    return set(locations_for(actor, permission).values_list("code", flat=True))


def test_region_has_three_consortia_six_boards_forty_locations() -> None:
    counts = (Consortium.objects.count(), Board.objects.count(), Location.objects.count())
    assert counts == (3, 6, 40)
    assert set(Location.objects.values_list("school_type", flat=True)) == {"bao", "sbo", "so"}
    assert len({consortium.group_id for consortium in Consortium.objects.all()}) == 1


@pytest.mark.parametrize("model", [Consortium, Board, School, Location, User])
def test_every_row_is_valid_by_its_own_fields(model: type[Consortium]) -> None:
    for row in model.objects.all():
        try:
            row.full_clean()
        except ValidationError as error:
            raise AssertionError(f"{row}: {error}") from error


def test_places_lie_together_in_one_part_of_the_country() -> None:
    for location in Location.objects.all():
        assert location.latitude is not None
        assert location.longitude is not None
        assert 51.8 < location.latitude < 52.25
        assert 5.0 < location.longitude < 5.6
        assert location.phone.startswith("(0399) ")
        assert location.email.endswith(".example")
    assert len(set(Location.objects.values_list("latitude", "longitude"))) == 40
    assert len(set(Location.objects.values_list("phone", flat=True))) == 40


def test_every_location_has_a_council_and_a_consortium_now() -> None:
    reaches = reaches_of(Location.objects.values_list("pk", flat=True), TODAY)
    assert all(reach.council_id and reach.consortium_ids for reach in reaches.values())


def test_one_common_council_serves_several_locations_of_one_board() -> None:
    council = ParticipationCouncil.objects.get(kind=CouncilKind.GMR)
    boards = Counter(council.seats.values_list("location__school__board__name", flat=True))
    assert boards == {"Stichting Heuvelscholen": 4}


def test_a_special_school_belongs_to_two_consortia_and_a_school_moved() -> None:
    kade, brug = (Location.objects.get(code=code) for code in ("17NP00", "41BG00"))
    assert set(consortia_of(kade.pk, TODAY).values_list("code", flat=True)) == {"PO9901", "PO9902"}
    assert consortia_of(brug.pk, date(2025, 7, 31)).get().code == "PO9901"
    assert consortia_of(brug.pk, date(2025, 8, 1)).get().code == "PO9902"


def test_everyone_may_hold_their_roles() -> None:
    for membership in Membership.objects.select_related("user", "board", "council"):
        role = Role(membership.role)
        assert rules.can_hold(
            boards=boards_of(role, place_of(membership)),
            opposite_boards=opposite_boards(membership.user, role),
        ), membership
    held = set(Membership.objects.values_list("role", flat=True))
    assert held == set(Role.values)


def test_only_demo_accounts_have_a_password() -> None:
    usable = {user.email for user in User.objects.all() if user.has_usable_password()}
    assert usable == {account.email for account in ACCOUNTS}
    assert usable == set(User.objects.filter(is_demo=True).values_list("email", flat=True))
    request = RequestFactory().post("/inloggen/")
    for account in ACCOUNTS:
        user = authenticate(request, email=account.email, password=DEMO_PASSWORD)
        assert user is not None
        assert str(user) == account.person


def test_demo_accounts_stand_where_they_are_promised() -> None:
    assert codes("director", Permission.SUBMIT) == codes("editor", Permission.WRITE) == {"12AB00"}
    assert codes("council", Permission.GIVE_ADVICE) == {"12AB00"}
    waalstroom = {facts.code for facts in region().schools if facts.board == "99101"}
    assert codes("board", Permission.ADOPT) == waalstroom
    assert codes("director2", Permission.SUBMIT) == {"13QR00"}
    assert codes("board2", Permission.ADOPT) & waalstroom == set()
    assert "12AB00" in codes("coordinator", Permission.RECEIVE)
    assert "12AB00" not in codes("coordinator2")
    assert len(codes("group")) == 40


def test_every_school_says_whom_parents_can_call() -> None:
    for location in Location.objects.order_by("code"):
        found = public_contacts(location.pk)
        assert [person.function for person in found.people] == ["Intern begeleider", "Directeur"]
        assert found.changed_on
        assert all(person.name for person in found.people)
