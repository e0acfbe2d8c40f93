"""The page of a round's reminders: what goes out when, what went out, and reminding chosen schools now."""

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from levend.accounts.enums import Role
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.rounds.models import ReminderSchedule
from levend.rounds.services import open_round
from tests.factories.organisations import make_location
from tests.factories.region import Region
from tests.rounds.situations import drafted, keeper, opened
from tests.web.people.conftest import Browse


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_coordinator_sees_what_goes_out_reminds_now_and_changes_the_schedule(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    found = opened(region, version)
    run_jobs()
    here = f"/werk/rondes/{found.pk}/herinneringen/"
    coordinator = browse(region.linde.user(Role.GROUP_COORDINATOR))
    assert here in text(coordinator, f"/werk/rondes/{found.pk}/")

    page = text(coordinator, here)
    assert "2 scholen" in page
    assert "Herinnering: het concept schrijven en advies vragen (De Beuk)" in page
    assert "Nog niets." in page
    assert 'value="21, 7"' in page
    assert "De Wilg" not in page

    none = coordinator.post(f"{here}nu/", follow=True).content.decode()
    assert "Kies minstens één school." in none
    again = coordinator.post(f"{here}nu/", {"school": ["12AB00"]}, follow=True).content.decode()
    assert "1 herinnering is onderweg." in again
    assert "Herinnering: het concept schrijven en advies vragen (De Linde)" in again
    assert region.linde.user(Role.DIRECTOR).email in again
    twice = coordinator.post(f"{here}nu/", {"school": ["12AB00"]}, follow=True).content.decode()
    assert "Deze scholen zijn vandaag al herinnerd" in twice

    chosen = {"is_on": "on", "before": "30 en 10", "after": "2", "every": "7"}
    assert 'value="30, 10"' in coordinator.post(here, chosen, follow=True).content.decode()
    for faulty in ({"before": "drie weken"}, {"before": "0"}, {"after": "0"}, {"every": ""}):
        assert coordinator.post(here, chosen | faulty).status_code == 422
    assert ReminderSchedule.objects.get().before == [30, 10]

    own = browse(region.linde.user(Role.COORDINATOR))
    mine = text(own, here)
    assert "De Linde" in mine
    assert "De Beuk" not in mine
    assert own.post(here, chosen).status_code == 403
    assert browse(region.linde.user(Role.DIRECTOR)).get(here).status_code == 403


def test_the_page_asks_the_database_as_often_for_three_schools_as_for_one(
    region: Region,
    version: FormatVersion,
    browse: Browse,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    found = drafted(region, version)
    for code in ("56GH00", "56GH01"):
        make_location(code, board=region.beuk.board, consortium=region.beuk.consortium)
    open_round(actor=keeper(region), round_id=found.pk)
    run_jobs()
    one, three = (browse(places.user(Role.COORDINATOR)) for places in (region.linde, region.beuk))
    here = f"/werk/rondes/{found.pk}/herinneringen/"
    with django_assert_max_num_queries(30) as first:
        one.get(here)
    with django_assert_max_num_queries(len(first)):
        assert three.get(here).content.decode().count('name="school"') == 3
