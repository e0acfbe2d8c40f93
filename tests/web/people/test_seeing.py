"""Who sees the people of which place."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.accounts.services import invite
from tests.factories.accounts import make_member
from tests.factories.organisations import make_location
from tests.factories.region import Region
from tests.web.people.conftest import Browse

OVERVIEW = "/werk/mensen/"
SCHOOL = "/werk/mensen/school/12AB00/"


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_director_sees_who_has_which_role_at_the_school(region: Region, browse: Browse) -> None:
    page = text(browse(region.linde.users[Role.DIRECTOR]), SCHOOL)

    assert "Directeur de linde" in page
    assert "Schrijver de linde" in page
    assert "editor.linde@levend.example" in page
    assert "De Wilg" not in page


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.DIRECTOR, True),
        (Role.BOARD_MEMBER, True),
        (Role.BOARD_SECRETARY, True),
        (Role.COUNCIL_CHAIR, True),
        (Role.COORDINATOR, True),
        (Role.EDITOR, False),
        (Role.COUNCIL_MEMBER, False),
        (Role.VIEWER, False),
        (Role.GROUP_COORDINATOR, False),
        (Role.OPERATOR, False),
    ],
)
def test_the_people_of_a_school_are_shown_to_who_looks_after_them(
    region: Region, browse: Browse, role: Role, seen: bool
) -> None:
    response = browse(region.linde.users[role]).get(SCHOOL)

    assert response.status_code == (200 if seen else 404)
    assert ("editor.linde@levend.example" in response.content.decode()) is seen


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD_MEMBER, Role.COORDINATOR, Role.COUNCIL_CHAIR])
def test_a_stranger_finds_no_such_place(region: Region, browse: Browse, role: Role) -> None:
    client = browse(region.beuk.users[role])
    for address in (
        SCHOOL,
        f"/werk/mensen/raad/{region.linde.council.pk}/",
        "/werk/mensen/bestuur/41001/",
        "/werk/mensen/samenwerkingsverband/PO9901/",
        "/werk/mensen/installatie/levend/",
    ):
        assert client.get(address).status_code == 404, address
    assert "De Linde" not in text(client, OVERVIEW)


def test_a_colleague_school_of_the_same_board_is_not_shown(region: Region, browse: Browse) -> None:
    client = browse(region.wilg.users[Role.DIRECTOR])

    assert client.get(SCHOOL).status_code == 404
    assert "12AB00" not in text(client, OVERVIEW)
    assert "12CD00" in text(client, OVERVIEW)


def test_a_viewer_does_not_see_the_people_of_the_consortium(region: Region, browse: Browse) -> None:
    client = browse(region.linde.users[Role.VIEWER])

    assert client.get("/werk/mensen/samenwerkingsverband/PO9901/").status_code == 404
    assert "coordinator.linde" not in text(client, OVERVIEW)


def test_the_operator_sees_the_first_people_only(region: Region, browse: Browse) -> None:
    client = browse(region.linde.users[Role.OPERATOR])
    page = text(client, OVERVIEW)

    assert "Deze installatie" in page
    assert "Samenwerkingsverband Heideland" in page
    assert "12AB00" not in page
    assert "Beheerder van de installatie" in text(client, "/werk/mensen/installatie/levend/")


@pytest.mark.parametrize(
    "address",
    [
        "/werk/mensen/school/99ZZ99/",
        "/werk/mensen/school/12ab00/",
        "/werk/mensen/raad/12AB00/",
        "/werk/mensen/raad/99999999999999999999/",
        "/werk/mensen/installatie/anders/",
        "/werk/mensen/rol/999999/beeindig/",
        "/werk/mensen/school/x'%20or%201/",
    ],
)
def test_an_address_that_is_none_is_not_found(region: Region, browse: Browse, address: str) -> None:
    assert browse(region.linde.users[Role.DIRECTOR]).get(address).status_code == 404


def test_without_login_the_page_asks_for_one(region: Region, client: Client) -> None:
    response = client.get(SCHOOL)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/inloggen/")


def test_an_editor_sees_the_own_roles_only(region: Region, browse: Browse) -> None:
    page = text(browse(region.linde.users[Role.EDITOR]), OVERVIEW)

    assert "Uw eigen rollen" in page
    assert "Leg uw rol neer" in page
    assert "Uw scholen en organisaties" not in page
    assert "Directeur de linde" not in page


def test_a_coordinator_finds_a_school_among_many(region: Region, browse: Browse) -> None:
    for number in range(30):
        make_location(name=f"School {number:02d}", consortium=region.linde.consortium)
    client = browse(region.linde.users[Role.COORDINATOR])

    first = text(client, OVERVIEW)
    found = text(client, f"{OVERVIEW}?zoek=12ab00")
    nothing = text(client, f"{OVERVIEW}?zoek=%3Cscript%3E")

    assert "School 29" not in first
    assert "School 29" in text(client, f"{OVERVIEW}?bladzijde=3")
    assert "De Linde" in found
    assert "School 01" not in found
    assert "Niets gevonden" in nothing
    assert "<script>" not in nothing.partition("<main")[2].partition("</main>")[0]


def test_the_overview_takes_as_many_queries_for_many_places(
    region: Region, browse: Browse, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browse(region.linde.users[Role.COORDINATOR])
    with django_assert_max_num_queries(16):
        text(client, OVERVIEW)
    for number in range(5):
        location = make_location(name=f"School {number}", consortium=region.linde.consortium)
        make_member(Role.DIRECTOR, location)
        invite(actor=Actor.system(), email=f"a{number}@b.example", role=Role.EDITOR, place=location)
    with django_assert_max_num_queries(16):
        text(client, OVERVIEW)


def test_the_page_of_a_place_takes_as_many_queries_for_many_people(
    region: Region, browse: Browse, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browse(region.linde.users[Role.DIRECTOR])
    with django_assert_max_num_queries(13):
        text(client, SCHOOL)
    for number in range(3):
        make_member(Role.EDITOR, region.linde.location)
        invite(
            actor=Actor.system(), email=f"a{number}@b.example", role=Role.EDITOR, place=region.linde.location
        )
    with django_assert_max_num_queries(13):
        text(client, SCHOOL)


def test_a_name_with_signs_stands_as_it_was_written(region: Region, browse: Browse) -> None:
    make_member(Role.EDITOR, region.linde.location, name="<b>Zoë</b> 'O’Neill' 👩‍🏫")

    page = text(browse(region.linde.users[Role.DIRECTOR]), SCHOOL)

    assert "&lt;b&gt;Zoë&lt;/b&gt; &#x27;O’Neill&#x27; 👩‍🏫" in page


def test_who_has_no_role_left_is_told_whom_to_ask(region: Region, browse: Browse) -> None:
    user = User.objects.create_user("los@levend.example", "Los Zand", "x")

    assert "U hebt nu geen rol" in text(browse(user), OVERVIEW)
