"""A coordinator sets out a round, opens it, gives more time and closes it; the school reads about it."""

import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file
from levend.adoption.enums import State
from levend.adoption.services import open_case
from levend.core import clock
from levend.core.clock import AMSTERDAM
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.rounds.enums import RoundState
from levend.rounds.models import CollectionRound
from tests.adoption.story import Story
from tests.factories.organisations import make_location
from tests.factories.region import Region
from tests.rounds.situations import entry_of, opened
from tests.web.people.conftest import Browse

HERE = "/werk/rondes/"


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def words(page: str) -> str:
    """What is read, without tags."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def filled_in(page: str) -> dict[str, list[str]]:
    """What a browser would send of a form that nobody touched."""
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value and ('type="checkbox"' not in tag or "checked" in tag):
            sent.setdefault(name[1], []).append(value[1])
    for name, area in re.findall(r'<textarea name="([^"]+)"[^>]*>\s*(.*?)</textarea>', page, re.DOTALL):
        sent[name] = [area]
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = [chosen[1] if chosen else ""]
    return sent


def test_from_an_empty_group_to_an_open_round_in_three_actions(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    open_case(
        actor=region.linde.actor(Role.DIRECTOR), location_id=region.linde.location.pk, version_id=version.pk
    )
    coordinator = browse(region.linde.user(Role.GROUP_COORDINATOR))
    assert "Zet de eerste uit" in text(coordinator, HERE)
    page = text(coordinator, f"{HERE}nieuw/")
    sent = filled_in(page)
    assert sent["name"] == ["Opnameronde 2027-2028"]
    assert sent["reference_date"] == ["1-10-2026"]
    assert sent["deadline"] == ["1-6-2027"]
    assert len(sent["consortia"]) == 2
    assert "adviesrecht" in sent["council"][0]

    answer = coordinator.post(f"{HERE}nieuw/", sent)
    found = CollectionRound.objects.get()
    assert answer.headers["Location"] == f"{HERE}{found.pk}/nakijken/"
    check = text(coordinator, f"{HERE}{found.pk}/nakijken/")
    assert "Dit gaat uit naar 3 scholen van 2 samenwerkingsverbanden" in check
    assert "1 school heeft al een open profiel" in check

    assert coordinator.post(f"{HERE}{found.pk}/nakijken/").status_code == 302
    assert "0 van 3 scholen zijn klaar" in text(coordinator, f"{HERE}{found.pk}/opzet/")
    run_jobs()
    whole = text(coordinator, f"{HERE}{found.pk}/opzet/")
    assert "worden klaargezet" not in whole
    assert "Geopend: Bovenverbandelijk coördinator" in whole

    director = browse(region.linde.user(Role.DIRECTOR))
    school = text(director, "/werk/12AB00/ronde/")
    for words in (
        "Opnameronde 2027-2028",
        "1 juni 2027",
        "De plaats in de schoolgids",
        "De jaarlijkse evaluatie",
        "Vraag over de inhoud?",
        "Lukt er iets niet op deze website?",
    ):
        assert words in school
    assert "Het houdt de teldatum en het regime waarmee het begon." in school
    assert "Schoolgidsregime" in school
    assert "De Wilg" not in text(director, f"{HERE}{found.pk}/")
    today = text(director, "/werk/")
    assert "Uiterlijk 16 maart" in today
    assert 'href="/werk/12AB00/ronde/">Lees wat er van u gevraagd wordt' in today
    assert "Opnameronde 2027-2028" in text(director, "/werk/12AB00/stappen/")


def test_what_does_not_hold_together_stands_at_its_field(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    coordinator = browse(region.linde.user(Role.COORDINATOR))
    sent = filled_in(text(coordinator, f"{HERE}nieuw/"))
    wrong = sent | {"name": ["x" * 200], "deadline": ["1 1 2026"], "day_board": ["hallo"]}
    page = coordinator.post(f"{HERE}nieuw/", wrong)
    assert page.status_code == 422
    assert not CollectionRound.objects.exists()
    wrong = sent | {"name": ["🎈" * 60], "deadline": ["1 3 2026"]}
    page = coordinator.post(f"{HERE}nieuw/", wrong)
    assert "ligt voor de dag waarop de ronde opent" in page.content.decode()
    counted = coordinator.post(f"{HERE}nieuw/", sent | {"deadline": ["1-12-2027"], "recount": ["1"]})
    assert 'name="day_board" value="24-11-2027"' in counted.content.decode()
    assert coordinator.post(f"{HERE}nieuw/", sent | {"name": ["🎈" * 60]}).status_code == 302
    assert CollectionRound.objects.get().name == "🎈" * 60


def test_a_school_gets_more_time_and_reads_why(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    found = opened(region, version)
    run_jobs()
    coordinator = browse(region.linde.user(Role.COORDINATOR))
    address = f"{HERE}{found.pk}/uitstel/?school=12AB00&school=12CD00"
    assert "De Wilg" in text(coordinator, address)
    refused = coordinator.post(address, {"until": "1-5-2027", "reason": "Brand."})
    assert "tot dan is er al tijd" in refused.content.decode()
    assert coordinator.post(address, {"until": "1-7-2027", "reason": "Er was brand."}).status_code == 302
    run_jobs()
    told = OutboxMessage.objects.filter(template="round_extended")
    assert set(told.values_list("to", flat=True)) == {
        "director.linde@levend.example",
        "director.wilg@levend.example",
    }
    school = text(browse(region.linde.user(Role.DIRECTOR)), "/werk/12AB00/ronde/")
    assert "1 juli 2027" in school
    assert "Er was brand." in school
    text(coordinator, f"{HERE}{found.pk}/uitstel/?school=34EF00", 404)
    text(coordinator, f"{HERE}{found.pk}/uitstel/?verband=PO9902", 403)
    assert "Een of meer scholen" in text(coordinator, f"{HERE}{found.pk}/uitstel/")

    keeper = browse(region.linde.user(Role.GROUP_COORDINATOR))
    assert keeper.post(f"{HERE}{found.pk}/sluiten/").status_code == 302
    assert "gesloten" in text(keeper, f"{HERE}{found.pk}/opzet/")
    reopening = f"{HERE}{found.pk}/heropenen/"
    assert keeper.post(reopening, {"reason": "  "}).status_code == 422
    assert keeper.post(reopening, {"reason": "Toch nog twee scholen."}).status_code == 302
    assert "Toch nog twee scholen." in text(keeper, f"{HERE}{found.pk}/opzet/")
    assert keeper.post(f"{HERE}{found.pk}/scholen/").status_code == 302
    found.refresh_from_db()
    assert found.state == RoundState.OPEN
    assert entry_of(found, "12AB00").extended_until is not None


def test_the_pages_ask_the_database_as_much_for_many_schools(
    region: Region,
    version: FormatVersion,
    browse: Browse,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    found = opened(region, version)
    run_jobs()
    keeper = browse(region.linde.user(Role.GROUP_COORDINATOR))
    counts = []
    for number in range(2):
        for page in ("", f"{found.pk}/", f"{found.pk}/opzet/"):
            with django_assert_max_num_queries(30) as asked:
                text(keeper, HERE + page)
            counts.append(len(asked))
        if number == 0:
            for _ in range(3):
                make_location(consortium=region.beuk.consortium)
            keeper.post(f"{HERE}{found.pk}/scholen/")
            run_jobs()
    assert counts[:3] == counts[3:]


def take_over_counts(text: str) -> None:
    header = "INSTELLINGSCODE;VESTIGINGSCODE;LEERLINGEN_2024;LEERLINGEN_2025\n"
    import_file(
        actor=Actor.system(),
        kind="pupils",
        file_name="p.csv",
        data=(header + text).encode(),
        scope=ImportScope(),
    )


def test_a_round_says_which_days_have_figures_and_by_which_law_it_asks(
    region: Region, version: FormatVersion, browse: Browse
) -> None:
    take_over_counts("12AB;12AB00;205;214\n12CD;12CD00;61;<5\n34EF;34EF00;70;\n")
    keeper = browse(region.linde.user(Role.GROUP_COORDINATOR))
    page = text(keeper, f"{HERE}nieuw/")
    assert "Er zijn tellingen van 1 oktober 2025 (2 van 3 scholen), 1 oktober 2024 (3 van 3 scholen)." in page
    sent = filled_in(page)
    assert (sent["reference_date"], sent["regime"]) == (["1-10-2025"], [""])
    assert "Bij deze samenwerkingsverbanden geldt: Schoolgidsregime." in page
    far = keeper.post(f"{HERE}nieuw/", sent | {"reference_date": ["1-2-2024"], "recount": ["1"]})
    assert "geen tellingen van deze dag of van het jaar ervoor" in far.content.decode()

    keeper.post(f"{HERE}nieuw/", sent)
    found = CollectionRound.objects.get()
    check = words(text(keeper, f"{HERE}{found.pk}/nakijken/"))
    assert "2 van 3 scholen hebben een telling van 1 oktober 2025" in check
    assert "1 van 3 scholen heeft een telling van 1 oktober 2024" in check
    assert "zoals bij elk samenwerkingsverband geldt op 1 augustus 2027" in check
    changed = sent | {"reference_date": ["1-2-2024"], "regime": ["sop"]}
    assert keeper.post(f"{HERE}{found.pk}/opzet/wijzig/", changed).status_code == 302
    check = words(text(keeper, f"{HERE}{found.pk}/nakijken/"))
    assert "Geen tellingen van rond de teldatum" in check
    assert "Het aantal leerlingen blijft bij elke school leeg." in check
    assert "gekozen voor deze ronde" in check
    keeper.post(f"{HERE}{found.pk}/nakijken/")
    run_jobs()
    case = entry_of(found, "12AB00").case
    assert case is not None
    assert case.regime == "sop"
    assert "SOP-regime" in text(keeper, f"{HERE}{found.pk}/opzet/")


@pytest.mark.sqlite  # a chain is dear, and days are no matter of the database
def test_without_a_round_the_start_page_warns_before_a_profile_ends(region: Region, browse: Browse) -> None:
    Story.begin(region.linde).bring_to(State.RECEIVED)
    for day, words in {
        datetime(2027, 1, 31, tzinfo=AMSTERDAM): "",
        datetime(2027, 2, 1, tzinfo=AMSTERDAM): "Vraag uiterlijk 19 juni 2027 advies over het volgende.",
        datetime(2027, 8, 1, tzinfo=AMSTERDAM): "Het laatste gold tot en met 31 juli 2027.",
    }.items():
        with clock.at(day):
            page = text(browse(region.linde.user(Role.DIRECTOR)), "/werk/")
        assert words in page
        assert ("Begin het volgende profiel van De Linde" in page) == bool(words)


def test_what_no_page_sends_breaks_nothing(region: Region, version: FormatVersion, browse: Browse) -> None:
    found = opened(region, version)
    run_jobs()
    keeper = browse(region.linde.user(Role.GROUP_COORDINATOR))
    extending = f"{HERE}{found.pk}/uitstel/"
    for query in ("school=%00", "school='%20OR%201=1", "verband=%00", "school=" + "9" * 3_000, "verband=X"):
        text(keeper, f"{extending}?{query}", 404)
    text(keeper, f"{HERE}nieuw/?voor=%00", 404)
    text(keeper, f"{HERE}?bladzijde=%00")
    sent = filled_in(text(keeper, f"{HERE}nieuw/"))
    for field, value in {
        "deadline": "99-99-9999",
        "reference_date": "1-1-0001",
        "day_council": "31 2 2027",
        "consortia": "99999999999999999999",
        "format_bao": "0",
        "how_made": "é" * 8_001,
        "school_year": "2026-2028",
        "name": "\x00\u202e ",
    }.items():
        answer = keeper.post(f"{HERE}nieuw/", sent | {field: [value]})
        assert answer.status_code == 422, field
        assert "Er is 1 fout" in answer.content.decode(), field
    for day, reason in (("31-12-9999", "Brand."), ("1-7-2027", "é" * 2_001), ("1-7-2027", "\x00")):
        answer = keeper.post(f"{extending}?school=12AB00", {"until": day, "reason": reason})
        assert answer.status_code == 422
    assert CollectionRound.objects.count() == 1
    strange = "<b>&amp;</b> {{ 7|add:7 }} " + "a" * 200 + " 👩‍🏫"
    answer = keeper.post(
        f"{HERE}nieuw/", sent | {"introduction": [strange], "how_made": ["- " + "é" * 7_000]}
    )
    made = CollectionRound.objects.latest("pk")
    assert answer.headers["Location"] == f"{HERE}{made.pk}/nakijken/"
    assert made.introduction == strange
    page = text(keeper, f"{HERE}{made.pk}/opzet/")
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt; {{ 7|add:7 }}" in page
