"""A calendar fetches dates by a link: what it shows, what it never shows, how a date moves, and how it stops."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.adoption.enums import State, Step
from levend.core import clock
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.rounds.engine.dates import milestones_before
from levend.rounds.enums import MilestoneKind
from levend.rounds.models import CalendarLink
from levend.rounds.services import change_round, extend_consortium, extend_schools
from tests.adoption.story import Story
from tests.factories.region import Region
from tests.rounds.situations import DEADLINE, keeper, opened, plan
from tests.web.people.conftest import Browse

PAGE = "/werk/agenda/"


def new_link(client: Client, school: str = "") -> str:
    """The path of a new link, as the page shows it once."""
    page = client.post(PAGE, {"school": school})
    assert page.status_code == 200
    found = re.search(r'value="[^"]*(/agenda/[^"]+\.ics)"', page.content.decode())
    assert found
    assert found[1] not in client.get(PAGE).content.decode()
    return found[1]


def events(path: str) -> dict[str, tuple[object, int]]:
    """Day and sequence by the first part of the key."""
    answer = Client().get(path)
    assert answer.status_code == 200
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(one["UID"]).split("@")[0]: (one.decoded("DTSTART"), int(one["SEQUENCE"])) for one in found}


def test_a_date_that_moves_keeps_its_key(region: Region, version: FormatVersion, browse: Browse) -> None:
    found = opened(region, version)
    run_jobs()
    path = new_link(browse(region.linde.user(Role.DIRECTOR)))
    answer = Client().get(path)
    text = answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    for said in ("De Linde", "/werk/12AB00/ronde/", "DTSTART;VALUE=DATE:20270601"):
        assert said in text
    for hidden in ("De Beuk", "De Wilg", "Welkom", "director", "irecteur", "@levend.example"):
        assert hidden not in text, hidden
    assert CalendarLink.objects.get().token_sha256 not in path

    own = f"entry-{found.entries.get(location=region.linde.location).pk}"
    common = f"round-{found.pk}-deadline"
    assert events(path)[own] == events(path)[common] == (DEADLINE, 0)
    later = DEADLINE + timedelta(days=30)
    extend_schools(
        actor=keeper(region),
        round_id=found.pk,
        location_ids=[region.linde.location.pk],
        until=later,
        reason="Een geheime fusie.",
    )
    assert events(path)[own] == (later, 1)
    moved = later + timedelta(days=9)
    change_round(actor=keeper(region), round_id=found.pk, plan=plan(deadline=moved))
    day, sequence = events(path)[own]
    assert day == moved
    assert sequence > 1
    assert events(path)[common][0] == moved
    assert "geheime" not in Client().get(path).content.decode()


def test_a_link_stops_when_it_is_taken_back_and_when_its_maker_leaves(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    opened(region, version)
    run_jobs()
    director = browse(region.linde.user(Role.DIRECTOR))
    mine, school = new_link(director), new_link(director, "12AB00")
    other = new_link(browse(region.beuk.user(Role.DIRECTOR)))
    assert "De Linde" in Client().get(school).content.decode()
    links = {row.location_id: row.pk for row in CalendarLink.objects.filter(user__email__contains="linde")}
    stranger = browse(region.beuk.user(Role.DIRECTOR))
    assert stranger.post(f"{PAGE}{links[None]}/intrekken/").status_code == 404
    assert stranger.post(PAGE, {"school": "12AB00"}).status_code == 404
    assert Client().get(mine).status_code == 200
    assert director.post(f"{PAGE}{links[None]}/intrekken/").status_code == 302
    assert Client().get(mine).status_code == 404

    Membership.objects.filter(user=region.linde.user(Role.DIRECTOR)).update(ended_at=clock.now())
    assert Client().get(school).status_code == 404
    user = region.beuk.user(Role.DIRECTOR)
    assert Client().get(other).status_code == 200
    user.is_active = False
    user.save()
    assert Client().get(other).status_code == 404
    assert not Client().get(other).content


def test_a_coordinator_gets_the_dates_of_the_round_and_not_one_for_each_school(
    region: Region,
    version: FormatVersion,
    browse: Browse,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    found = opened(region, version)
    run_jobs()
    path = new_link(browse(region.linde.user(Role.COORDINATOR)))
    assert set(events(path)) == {
        f"round-{found.pk}-{kind}" for kind in ("deadline", "concept", "council", "board", "submission")
    }
    board = new_link(browse(region.linde.user(Role.BOARD_MEMBER)))
    with django_assert_max_num_queries(14) as both:
        assert sum(key.startswith("entry-") for key in events(board)) == 2
    found.entries.exclude(location=region.linde.location).delete()
    with django_assert_max_num_queries(14) as one:
        assert sum(key.startswith("entry-") for key in events(board)) == 1
    assert len(both) == len(one)


def test_more_time_moves_every_date_of_the_school_and_the_latest_of_its_consortium(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    found = opened(region, version)
    run_jobs()
    linde, beuk = region.linde, region.beuk
    feeds = {
        who: new_link(browse(user))
        for who, user in {
            "director": linde.user(Role.DIRECTOR),
            "board": linde.user(Role.BOARD_MEMBER),
            "near": linde.user(Role.COORDINATOR),
            "far": beuk.user(Role.COORDINATOR),
        }.items()
    }
    own, more = DEADLINE + timedelta(days=35), DEADLINE + timedelta(days=21)
    extend_schools(
        actor=keeper(region),
        round_id=found.pk,
        location_ids=[linde.location.pk],
        until=own,
        reason="Fusie.",
    )
    extend_consortium(
        actor=keeper(region),
        round_id=found.pk,
        consortium_id=beuk.consortium.pk,
        until=more,
        reason="Zomer.",
    )
    key, entry = f"round-{found.pk}", f"entry-{found.entries.get(location=linde.location).pk}"
    concept = milestones_before(DEADLINE, 42)[MilestoneKind.CONCEPT]

    director = {name: day for name, (day, _sequence) in events(feeds["director"]).items()}
    assert director[f"{key}-concept"] == concept + timedelta(days=35)
    assert {director[f"{key}-deadline"], director[f"{key}-submission"], director[entry]} == {own}

    board = {name: day for name, (day, _sequence) in events(feeds["board"]).items()}
    assert (board[f"{key}-concept"], board[f"{entry}-concept"]) == (concept, concept + timedelta(days=35))
    assert (board[f"{key}-deadline"], board[f"{key}-latest"], board[entry]) == (DEADLINE, own, own)

    near = events(feeds["near"])
    assert (near[f"{key}-deadline"][0], near[f"{key}-latest"]) == (DEADLINE, (own, 2))
    far = events(feeds["far"])
    assert far[f"{key}-deadline"] == (more, 2)
    assert far[f"{key}-concept"][0] == concept + timedelta(days=21)
    assert f"{key}-latest" not in far

    page = browse(linde.user(Role.DIRECTOR)).get("/werk/12AB00/ronde/").content.decode()
    assert "Wat er nog komt" in page
    assert f'datetime="{concept + timedelta(days=35)}"' in page
    assert f'datetime="{concept}"' not in page
    start = browse(beuk.user(Role.COORDINATOR)).get("/werk/").content.decode()
    assert f'datetime="{more}"' in start
    assert f'datetime="{DEADLINE}"' not in start


@pytest.mark.sqlite  # a chain is dear, and days are no matter of the database
def test_without_a_round_the_end_of_the_profile_and_what_comes_before_it_are_in_the_feed(
    region: Region, browse: Browse
) -> None:
    story = Story.begin(region.linde).bring_to(State.AWAITING_ADVICE)
    client = browse(region.linde.user(Role.DIRECTOR))
    mine, school = new_link(client), new_link(client, "12AB00")
    term = story.reload().due_on
    assert events(mine) == events(school) == {f"case-{story.id}-awaiting_advice": (term, 2)}
    for step in (Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT, Step.RECEIVE):
        story.take(step)
    found = {name.rpartition("-")[0]: day for name, (day, _sequence) in events(mine).items()}
    ends = date(2027, 7, 31)
    assert found["valid"] == ends
    assert found["ask"] == ends - timedelta(days=42)
    assert [found[f"warn-{days}"] for days in (180, 90, 30)] == [
        ends - timedelta(days=days) for days in (180, 90, 30)
    ]
    page = client.get("/werk/12AB00/stappen/").content.decode()
    assert "geldig tot en met" in page
    assert "Uiterlijk inleveren" not in page
    with clock.at(clock.now().replace(year=2027, month=6, day=20)):  # too late for the council's whole term
        coordinator = browse(region.linde.user(Role.COORDINATOR))
        schools, start = (coordinator.get(page).content.decode() for page in ("/werk/scholen/", "/werk/"))
        assert "profiel geldig tot en met" in schools
        assert f'datetime="{ends}"' in schools
        assert "Profielen die aflopen" in start
        assert "31 juli 2027" in start
        own = browse(region.linde.user(Role.DIRECTOR)).get("/werk/").content.decode()
        assert "Begin het volgende profiel van De Linde" in own
