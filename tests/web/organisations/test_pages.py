"""What operator, coordinator and strangers see and do with organisations."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from levend.accounts.enums import Role
from levend.accounts.models import Invitation
from levend.accounts.services.organisations import seat_council
from levend.organisations.enums import CouncilKind
from levend.organisations.models import Board, Consortium, ConsortiumGroup, CouncilSeat, Location
from levend.organisations.queries.places import council_of
from levend.regimes.models import ConsortiumRegime
from tests.factories.organisations import make_board, make_consortium, make_council, make_group, make_location
from tests.factories.region import Region
from tests.web.organisations.pages import FACTS, HERE, LINDE, OURS, text
from tests.web.people.conftest import Browse


def test_an_operator_comes_from_an_empty_installation_to_an_invited_coordinator(operator: Client) -> None:
    assert "Hier staat nog niets" in text(operator, HERE)

    operator.post(f"{HERE}groepen/nieuw/", {"name": "Noord samen", "code": "noord"})
    group = ConsortiumGroup.objects.get(code="noord")
    made = operator.post(
        f"{HERE}nieuw/", {"name": "SWV Noord", "code": "po2201", "group": str(group.pk)}, follow=True
    )
    page = made.content.decode()
    link = re.search(r'href="(/werk/mensen/samenwerkingsverband/PO2201/)"', page)

    assert "Er is nog geen coördinator" in page
    assert link is not None
    operator.post(link[1], {"email": "co@noord.example", "role": "coordinator"})
    assert Invitation.objects.get().consortium == Consortium.objects.get(code="PO2201", group=group)


def test_a_coordinator_sets_up_a_school_with_its_board_and_council(coordinator: Client) -> None:
    coordinator.post(f"{HERE}besturen/nieuw/", {"name": "Stichting Es", "code": "40123"})
    made = coordinator.post(
        f"{OURS}vestigingen/nieuw/",
        {**FACTS, "code": "56gh00", "board": "40123", "valid_from": "1-8-2026"},
        follow=True,
    )
    assert made.redirect_chain[-1][0] == f"{HERE}vestiging/56GH00/"
    coordinator.post(
        f"{HERE}vestiging/56GH00/raad/", {"council": "mr", "name": "MR De Es", "valid_from": "1-8-2026"}
    )

    location = Location.objects.get(code="56GH00")
    assert location.school.board == Board.objects.get(code="40123")
    assert str(CouncilSeat.objects.get(location=location).council) == "MR De Es"
    assert "De Es" in text(coordinator, OURS)


def test_from_a_school_a_coordinator_goes_to_its_people_and_an_operator_does_not(
    region: Region, coordinator: Client, operator: Client
) -> None:
    for address in ("/werk/mensen/school/12AB00/", "/werk/mensen/bestuur/41001/"):
        assert address in text(coordinator, LINDE)
        assert coordinator.get(address).status_code == 200
        assert address not in text(operator, LINDE)


def test_a_coordinator_goes_straight_to_the_own_consortium(region: Region, coordinator: Client) -> None:
    response = coordinator.get(HERE)

    assert response["Location"] == OURS
    page = text(coordinator, OURS)
    assert "De Linde" in page
    assert "De Beuk" not in page
    assert "Ons verband" in page
    assert "Wijzig naam en groep" not in page


def test_the_menu_of_an_operator_leads_here(region: Region, operator: Client) -> None:
    page = text(operator, HERE)

    assert "Organisaties</a>" in page
    assert "Samenwerkingsverband Rivierland" in page
    assert "Stichting Heiderand" in text(operator, f"{HERE}besturen/")
    assert "De Beuk" in text(operator, f"{HERE}vestigingen/")
    assert "Samen in de regio" in text(operator, f"{HERE}groepen/")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OPERATOR])
def test_strangers_find_nothing(region: Region, browse: Browse, role: Role) -> None:
    client = browse(region.beuk.user(role))
    for address in (OURS, f"{OURS}kleuren/", f"{OURS}vestigingen/", f"{OURS}regime/", LINDE, f"{LINDE}raad/"):
        assert client.get(address).status_code == 404, address
    for address in (f"{HERE}groepen/", f"{HERE}besturen/", f"{HERE}vestigingen/", f"{HERE}nieuw/"):
        assert client.get(address).status_code == 404, address


def test_a_coordinator_chooses_the_regime_and_an_operator_reads_it(
    region: Region, coordinator: Client, operator: Client
) -> None:
    page = text(coordinator, f"{OURS}regime/")
    assert "Schoolgidsregime" in page
    assert "nog te bevestigen" in page

    sent = {"key": "sop", "valid_from": "1-8-2027", "reason": "Afspraak van de besturen."}
    assert operator.post(f"{OURS}regime/", sent).status_code == 403
    assert not ConsortiumRegime.objects.exists()
    coordinator.post(f"{OURS}regime/", sent)

    assert ConsortiumRegime.objects.get().reason == "Afspraak van de besturen."
    shown = text(operator, f"{OURS}regime/")
    assert "Afspraak van de besturen." in shown
    assert 'aria-disabled="true"' in shown


def test_what_the_group_sees_is_chosen_by_the_consortium(region: Region, coordinator: Client) -> None:
    coordinator.post(f"{OURS}groep/", {"group_sees": "content"})
    assert Consortium.objects.get(code="PO9901").group_sees == "content"

    assert coordinator.post(f"{OURS}groep/", {"group_sees": "alles"}).status_code == 422


def test_a_location_moves_to_another_consortium(region: Region, operator: Client) -> None:
    operator.post(f"{LINDE}verband/", {"consortium": "po9902", "valid_from": "1-8-2026"})
    page = text(operator, LINDE)
    leave = re.findall(rf'href="({LINDE}verlaat/\d+/)"', page)
    operator.post(leave[-1], {"last_day": "31-7-2026"})

    shown = text(operator, LINDE)
    assert "Samenwerkingsverband Heideland" in shown
    assert "31 juli 2026" in shown
    assert (
        operator.post(f"{LINDE}verband/", {"consortium": "PO1", "valid_from": "1-8-2026"}).status_code == 422
    )


def test_a_coordinator_is_told_that_the_operator_moves_schools(region: Region, coordinator: Client) -> None:
    for address in (f"{LINDE}verband/", f"{LINDE}bestuur/", f"{OURS}naam/"):
        assert coordinator.get(address).status_code == 403, address


def test_a_common_council_of_the_board_is_offered(region: Region, coordinator: Client) -> None:
    common = seat_council(
        actor=region.linde.actor(Role.OPERATOR),
        location_id=region.wilg.location.pk,
        kind=CouncilKind.GMR,
        name="GMR Waterkant",
        valid_from=date(2025, 8, 1),
    ).council
    page = text(coordinator, f"{LINDE}raad/")

    assert "GMR Waterkant" in page
    coordinator.post(f"{LINDE}raad/", {"council": str(common.pk), "valid_from": "1-8-2026"})
    assert council_of(region.linde.location.pk, date(2026, 8, 1)) == common


def test_facts_are_changed_and_faults_stand_at_their_fields(region: Region, coordinator: Client) -> None:
    refused = coordinator.post(f"{LINDE}gegevens/", {**FACTS, "postcode": "1", "website": "elders"})
    assert refused.status_code == 422
    assert "Dit is geen postcode." in refused.content.decode()

    coordinator.post(f"{LINDE}gegevens/", {**FACTS, "latitude": "52,99", "longitude": "6,64"})
    changed = Location.objects.get(code="12AB00")
    assert (changed.name, changed.latitude, changed.longitude) == ("De Es", 52.99, 6.64)


@pytest.mark.parametrize("address", ["", "groepen/", "besturen/", "vestigingen/"])
def test_every_list_asks_the_same_for_one_and_for_three(
    operator: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    def more(number: int) -> None:
        for _ in range(number):
            board = make_board()
            location = make_location(board=board, consortium=make_consortium(group=make_group()))
            make_council(location)

    more(1)
    operator.get(HERE + address)
    with django_assert_num_queries(_queries(address)):
        operator.get(HERE + address)
    more(2)
    with django_assert_num_queries(_queries(address)):
        page = text(operator, HERE + address)
    assert page.count('<th scope="row"') == 3


def _queries(address: str) -> int:
    """Session, user and memberships; places in the menu; the count, the rows, and what stands beside them."""
    beside = {"": 2, "vestigingen/": 1}
    return 4 + 2 + beside.get(address, 0)


def test_a_consortium_asks_the_same_for_one_and_for_three_locations(
    region: Region, coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    coordinator.get(OURS)
    with django_assert_num_queries(10):
        coordinator.get(OURS)
    make_location(consortium=region.linde.consortium)
    make_location(consortium=region.linde.consortium)
    with django_assert_num_queries(10):
        coordinator.get(OURS)


def test_a_long_list_has_pages_and_a_search(operator: Client) -> None:
    for number in range(30):
        make_board(name=f"Stichting {number:02d}")

    first, second = text(operator, f"{HERE}besturen/"), text(operator, f"{HERE}besturen/?bladzijde=2")

    assert "Stichting 00" in first
    assert "Stichting 29" not in first
    assert "Stichting 29" in second
    assert "Stichting 07" in text(operator, f"{HERE}besturen/?zoek=07")
    assert "Niets gevonden" in text(operator, f"{HERE}besturen/?zoek=bestaat-niet")
