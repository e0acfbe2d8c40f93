"""The first page of a round: who sees which schools, in what order, and how the numbers add up."""

import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from levend.accounts.enums import Role
from levend.core import clock
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.profiles.services import save_answer
from levend.rounds.checks import counts_follow_the_answers
from levend.rounds.models import CollectionRound
from levend.rounds.queries.progress import ProgressFilter, Show
from levend.rounds.queries.progress_list import ProgressList
from levend.rounds.queries.progress_totals import totals_of
from levend.rounds.queries.sight import sight_of
from levend.rounds.services import extend_schools
from levend.rounds.services.counting import count_changed
from tests.factories.region import Region
from tests.rounds.situations import DEADLINE, entry_of, keeper, opened
from tests.web.people.conftest import Browse

HERE = "/werk/rondes/"


@pytest.fixture
def found(region: Region, version: FormatVersion) -> CollectionRound:
    made = opened(region, version)
    run_jobs()
    return made


def words(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(strip_tags(response.content.decode()).split())


def rows_of(client: Client, address: str) -> list[str]:
    """The codes of the schools, in the order of the page."""
    return re.findall(r'<span class="sub">(\w{6}) · ', client.get(address).content.decode())


def test_the_group_sees_every_school_with_its_step_and_nobody_by_name(
    region: Region, found: CollectionRound, browse: Browse
) -> None:
    extend_schools(
        actor=keeper(region),
        round_id=found.pk,
        location_ids=[region.linde.location.pk],
        until=DEADLINE + timedelta(days=30),
        reason="Een fusie.",
    )
    group = browse(region.linde.user(Role.GROUP_COORDINATOR))
    here = f"{HERE}{found.pk}/"
    page = words(group, here)
    for said in ("3 scholen", "De Linde", "De Beuk", "Zonder profiel 1", "Geen passend format", "Een fusie."):
        assert said in page, said
    assert "Directeur" not in page
    assert rows_of(group, here) == ["34EF00", "12CD00", "12AB00"]  # the extended one last
    assert rows_of(group, f"{here}?volgorde=name") == ["34EF00", "12AB00", "12CD00"]
    for query, codes in {
        "toon=extended": ["12AB00"],
        "toon=without_case": ["12CD00"],
        "stap=writing&soort=bao": ["34EF00", "12AB00"],
        "stap=none": ["12CD00"],
        "beurt=school": ["34EF00", "12AB00"],
        "beurt=council": [],
        "verband=PO9902": ["34EF00"],
        "bestuur=41001&volgorde=name": ["12AB00", "12CD00"],
        "zoek=linde+12ab": ["12AB00"],
        "zoek=%25": [],
        "zoek=" + "x" * 3000: [],
        "stap=onzin&beurt=9&toon=*&volgorde=kwaliteit": ["34EF00", "12CD00", "12AB00"],
    }.items():
        assert rows_of(group, f"{here}?{query}") == codes, query
    with clock.at(clock.now().replace(year=2027, month=6, day=10)):
        assert rows_of(browse(region.linde.user(Role.GROUP_COORDINATOR)), f"{here}?toon=late") == [
            "34EF00",
            "12CD00",
        ]


@pytest.mark.parametrize("day", [date(2027, 2, 1), DEADLINE, date(2027, 6, 10), date(2027, 8, 1)])
def test_the_numbers_above_the_list_are_those_of_the_lists(
    region: Region, found: CollectionRound, day: date
) -> None:
    extend_schools(
        actor=keeper(region),
        round_id=found.pk,
        location_ids=[region.linde.location.pk],
        until=DEADLINE + timedelta(days=30),
        reason="Een fusie.",
    )
    with clock.at(clock.now().replace(year=day.year, month=day.month, day=day.day)):
        sight = sight_of(keeper(region), found.pk)
        totals = totals_of(sight)
        for show in Show:
            listed = ProgressList(sight, ProgressFilter(show=show))
            assert totals.shown[show] == len(listed) == len(list(listed)), show
            assert listed[:2] == list(listed)[:2]
        for one in (*totals.boards, *totals.consortia):
            assert one.schools > 0
        for rows in (totals.boards, totals.consortia):
            assert sum(one.schools for one in rows) == totals.schools
            assert sum(one.late for one in rows) == totals.shown[Show.LATE]
            assert sum(one.soon for one in rows) == totals.shown[Show.SOON]
        for one in totals.boards:
            assert one.late == len(ProgressList(sight, ProgressFilter(board=one.code, show=Show.LATE)))


def test_everybody_sees_the_schools_of_their_own_place_only(
    region: Region, found: CollectionRound, browse: Browse
) -> None:
    here = f"{HERE}{found.pk}/"
    for role, codes in {
        Role.COORDINATOR: {"12AB00", "12CD00"},
        Role.BOARD_MEMBER: {"12AB00", "12CD00"},
        Role.DIRECTOR: {"12AB00"},
        Role.COUNCIL_MEMBER: {"12AB00"},
    }.items():
        client = browse(region.linde.user(role))
        page = words(client, here)
        assert set(rows_of(client, here)) == codes, role
        assert "De Beuk" not in page
        assert f"van {len(codes)} vastgesteld of verder" in page
        assert "Heiderand" not in page
        sheet = ZipFile(BytesIO(client.get(f"{here}lijst.xlsx").content))
        texts = "".join(sheet.read(name).decode() for name in sheet.namelist() if name.endswith(".xml"))
        assert "De Linde" in texts
        assert "De Beuk" not in texts


def test_how_full_follows_the_answers(
    region: Region, version: FormatVersion, found: CollectionRound, browse: Browse
) -> None:
    entry = entry_of(found, "12AB00")
    assert (entry.answered, entry.asked) == (0, entry.asked)
    assert entry.asked
    assert entry.case is not None
    with clock.at(clock.now() + timedelta(minutes=5)):
        save_answer(
            actor=region.linde.actor(Role.DIRECTOR),
            profile_id=entry.case.profile_id,
            key="missie",
            value="Samen leren.",
            based_on=0,
        )
    with clock.at(clock.now() + timedelta(hours=3)):
        assert len(list(counts_follow_the_answers())) == 1
        assert count_changed() == 1
        assert count_changed() == 0
        assert not list(counts_follow_the_answers())
    assert entry_of(found, "12AB00").answered == 1
    client = browse(region.linde.user(Role.COORDINATOR))
    assert f"1 van {entry.asked}" in words(client, f"{HERE}{found.pk}/")
    assert rows_of(client, f"{HERE}{found.pk}/?volgorde=fullness") == ["12CD00", "12AB00"]


def test_a_name_that_looks_like_a_formula_stays_a_name(
    region: Region, found: CollectionRound, browse: Browse
) -> None:
    region.linde.location.name = '=HYPERLINK("http://evil.example";"De Linde")'
    region.linde.location.save()
    made = browse(region.linde.user(Role.COORDINATOR)).get(f"{HERE}{found.pk}/lijst.xlsx?volgorde=name")
    assert made.headers["Content-Disposition"].startswith("attachment")
    book = ZipFile(BytesIO(made.content))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK" in book.read("xl/sharedStrings.xml").decode()
    assert 'state="frozen"' in sheet
    serial = (date(2027, 6, 1) - date(1899, 12, 30)).days
    assert f"<v>{serial}</v>" in sheet  # a date is a date


def test_three_schools_cost_no_more_queries_than_one(
    region: Region,
    found: CollectionRound,
    browse: Browse,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = browse(region.linde.user(Role.GROUP_COORDINATOR))
    with django_assert_max_num_queries(30) as three:
        words(client, f"{HERE}{found.pk}/")
    found.entries.exclude(location=region.linde.location).delete()
    with django_assert_max_num_queries(30) as one:
        words(client, f"{HERE}{found.pk}/")
    assert len(three) == len(one)
