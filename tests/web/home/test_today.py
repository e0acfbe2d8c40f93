from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.core import clock
from levend.formats.models import FormatVersion
from tests.adoption.story import LEGAL, Story
from tests.factories.accounts import PASSWORD, make_member
from tests.factories.formats import make_version
from tests.factories.organisations import make_location
from tests.factories.region import LocationPlaces, Region, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return make_region()


def begin(places: LocationPlaces) -> Story:
    """A case beside others on the same format."""
    version = FormatVersion.objects.filter(format__key="wettelijk").first() or make_version(LEGAL)
    director = places.actor(Role.DIRECTOR)
    return Story(places, open_case(actor=director, location_id=places.location.pk, version_id=version.pk))


def start(user: User) -> str:
    client = Client()
    assert client.login(email=user.email, password=PASSWORD)
    response = client.get("/werk/")
    assert response.status_code == 200
    return response.content.decode()


def first_task(page: str) -> str:
    """The card of what to do now; empty when there is none."""
    return page.partition('<article class="next"')[2].partition("</article>")[0]


def test_a_director_sees_how_far_the_concept_is_and_where_to_go_on(region: Region) -> None:
    story = Story.begin(region.linde)
    story.write("basic-support", "Zo doen wij dat.")
    card = first_task(start(region.linde.user(Role.DIRECTOR)))
    assert "Maak het concept af: De Linde" in card
    assert "van 6 vragen" in card
    assert "Verder met" in card
    assert "/werk/12AB00/profiel/alles/" in card


def test_a_school_without_a_profile_can_begin_one(region: Region) -> None:
    assert "Begin het profiel van De Linde" in start(region.linde.user(Role.DIRECTOR))
    assert "U hebt hier nog niets te doen" in start(region.linde.user(Role.EDITOR))


@pytest.mark.parametrize(
    ("state", "role", "task"),
    [
        (State.DRAFT, Role.EDITOR, "Maak het concept af"),
        (State.AWAITING_ADVICE, Role.COUNCIL_CHAIR, "Geef advies over het profiel"),
        (State.ADVICE_GIVEN, Role.BOARD_MEMBER, "Stel het profiel vast"),
        (State.ADOPTED, Role.DIRECTOR, "Verklaar en dien in"),
        (State.SUBMITTED, Role.COORDINATOR, "Ontvang het profiel"),
    ],
)
def test_whose_turn_it_is_has_one_thing_to_do(region: Region, state: State, role: Role, task: str) -> None:
    Story.begin(region.linde).bring_to(state)
    assert task in first_task(start(region.linde.user(role)))


@pytest.mark.parametrize(
    "role",
    [Role.DIRECTOR, Role.EDITOR, Role.COUNCIL_CHAIR, Role.COORDINATOR, Role.VIEWER, Role.GROUP_COORDINATOR],
)
def test_who_is_not_on_turn_sees_on_whom_it_waits(region: Region, role: Role) -> None:
    Story.begin(region.linde).bring_to(State.ADVICE_GIVEN)
    page = start(region.linde.user(role))
    assert first_task(page) == ""
    assert "U bent nu niet aan zet" in page
    assert "Aan zet: het bestuur" in page


@pytest.mark.parametrize("role", list(Role))
def test_a_stranger_reads_nothing_of_another_school(region: Region, role: Role) -> None:
    Story.begin(region.linde).bring_to(State.AWAITING_ADVICE)
    assert "De Linde" in start(region.linde.user(Role.DIRECTOR))
    page = start(region.beuk.user(role))
    if role is Role.GROUP_COORDINATOR:  # the same group stands over both consortia
        assert "De Linde" in page
    else:
        assert "De Linde" not in page
        assert "12AB00" not in page


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_start_page(region: Region, role: Role) -> None:
    page = start(region.linde.user(role))
    assert "Wat moet ik nu doen?" in page
    assert region.linde.user(role).name in page


def test_what_is_due_first_stands_first_and_says_so_in_words(region: Region) -> None:
    linde, wilg = begin(region.linde), begin(region.wilg)
    linde.bring_to(State.ADVICE_GIVEN)
    wilg.bring_to(State.ADVICE_GIVEN)
    AdoptionCase.objects.filter(pk=linde.id).update(due_on=clock.today() + timedelta(days=6))
    AdoptionCase.objects.filter(pk=wilg.id).update(due_on=clock.today() - timedelta(days=3))
    page = start(region.linde.user(Role.BOARD_MEMBER))
    assert "De Wilg" in first_task(page)
    assert "3 dagen te laat" in first_task(page)
    assert "nog 6 dagen" in page
    dates = page.partition('<ul class="dates">')[2]
    assert dates.index("De Wilg") < dates.index("De Linde")


def test_what_was_done_is_told_with_who_did_it(region: Region) -> None:
    Story.begin(region.linde).bring_to(State.AWAITING_ADVICE)
    feed = start(region.linde.user(Role.BOARD_MEMBER)).partition('<ol class="feed">')[2]
    assert region.linde.user(Role.DIRECTOR).name in feed
    assert "Advies gevraagd, tekst vastgezet" in feed


@pytest.mark.parametrize(("hour", "words"), [(7, "Goedemorgen"), (13, "Goedemiddag"), (20, "Goedenavond")])
def test_the_greeting_knows_the_time_in_amsterdam(
    region: Region, monkeypatch: pytest.MonkeyPatch, hour: int, words: str
) -> None:
    user = make_member(Role.EDITOR, region.linde.location, "Joost van Dijk")
    moment = datetime.combine(date(2026, 11, 24), datetime.min.time(), UTC) + timedelta(hours=hour)
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert f"{words}, Joost" in start(user)


def test_a_long_list_costs_no_more_queries_than_a_short_one(region: Region) -> None:
    Story.begin(region.linde).bring_to(State.ADVICE_GIVEN)
    one = queries_of(region.linde.user(Role.COORDINATOR))
    for number in range(2):
        location = make_location(consortium=region.linde.consortium, board=region.linde.board)
        people = {
            Role.DIRECTOR: make_member(Role.DIRECTOR, location, f"Directeur {number}"),
            Role.EDITOR: make_member(Role.EDITOR, location, f"Schrijver {number}"),
        }
        places = LocationPlaces(
            location,
            region.linde.board,
            region.linde.council,
            region.linde.consortium,
            region.group,
            {**region.linde.users, **people},
        )
        begin(places)
    assert queries_of(region.linde.user(Role.COORDINATOR)) == one


def queries_of(user: User) -> int:
    client = Client()
    client.login(email=user.email, password=PASSWORD)
    with CaptureQueriesContext(connection) as queries:
        client.get("/werk/")
    return len(queries)
