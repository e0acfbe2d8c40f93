"""A real round, whole: three consortia in one group, two formats, one deadline, and longer for one of the three.

Primary schools also get a summary on one page at a later moment; that page is not made here yet, so it is left out.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file
from levend.adoption.enums import AdviceKind, State, Step
from levend.adoption.models import Adoption
from levend.core import clock
from levend.core.clock import AMSTERDAM
from levend.core.errors import Invalid, NotNow
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.organisations.enums import SchoolType
from levend.rounds.engine.texts import first_texts
from levend.rounds.enums import HelpKind, RoundText
from levend.rounds.models import CollectionRound
from levend.rounds.queries.progress import Show
from levend.rounds.queries.progress_totals import totals_of
from levend.rounds.queries.sight import sight_of
from levend.rounds.services import draft_round, extend_consortium, open_round
from levend.rounds.services.questions_of_school import ask_for_help
from levend.rounds.values import RoundPlan
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.factories.organisations import make_board, make_consortium
from tests.factories.region import LocationPlaces, Region, make_places, make_region
from tests.rounds.situations import entry_of, group_owner, keeper

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PRIMARY = LEGAL + "      - {type: register, field: pupils, label: Aantal leerlingen}\n"
SPECIAL = PRIMARY.replace("key: wettelijk", "key: speciaal").replace("Kort format", "Format S(B)O")
ASK = {
    RoundText.ASK_ABOUT_CONTENT.value: "Mail de directeur van het samenwerkingsverband: directeur@rivier.example.",
    RoundText.ASK_ABOUT_TECHNIQUE.value: "Beschrijf het probleem uitgebreid in een bericht aan hulp@levend.example.",
}
COUNTED = "198 (DUO, 1 oktober 2023)"
PLAN = RoundPlan(
    name="Opnameronde 2024-2025",
    school_year="2024-2025",
    reference_date=date(2024, 2, 1),
    opens_on=date(2024, 9, 2),
    deadline=date(2024, 11, 30),  # "vóór 1-12-2024"
    requires_positive_advice=True,
    texts={**first_texts(), **ASK},
)
LONGER = date(2024, 12, 31)  # "vóór 1 januari 2025"
REASON = "De besluitvorming in dit samenwerkingsverband duurde langer."


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    """A key of this test's own time: one of today seals nothing that is dated before it."""
    settings.LEVEND_DATA = tmp_path


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    """The clock of this test: it moves on with `later`."""
    with clock.at(datetime(2024, 9, 2, 9, tzinfo=AMSTERDAM)):
        yield


def test_the_round_of_seed_003_from_its_opening_to_one_overview(client: Client) -> None:
    region, eik = _three_consortia()
    linde, wilg, beuk = region.linde, region.wilg, region.beuk
    found = _set_out(region, eik)

    stories = {places.location.code: _opened(found, places) for places in (linde, wilg, beuk, eik)}
    formats = {code: story.case.profile.format_version.format.key for code, story in stories.items()}
    assert formats == {
        "12AB00": "wettelijk",
        "12CD00": "speciaal",
        "34EF00": "wettelijk",
        "56GH00": "wettelijk",
    }
    assert {story.case.profile.reference_date for story in stories.values()} == {date(2024, 2, 1)}
    _read_the_count_of_that_date(client, linde)
    _read_what_is_asked(client, linde, beuk)
    _ask_both_ways(linde)

    with clock.at(datetime(2024, 11, 4, 9, tzinfo=AMSTERDAM)):
        _stop_at_a_negative_advice(stories["34EF00"])
        handed_in = stories["12AB00"].bring_to(State.ADOPTED)
        _declare(handed_in)
        run_jobs()
        kept = _download(client, handed_in)
    with clock.at(datetime(2024, 11, 5, 9, tzinfo=AMSTERDAM)):
        handed_in.take(Step.RECEIVE)
        run_jobs()
        _read_in_public(handed_in, kept)

    last = datetime(2024, 12, 1, tzinfo=AMSTERDAM)
    assert _late(region, found, last - timedelta(seconds=1)) == {}
    assert _late(region, found, last) == {"PO9901": 1, "PO9903": 1}
    longer = datetime(2025, 1, 1, tzinfo=AMSTERDAM)
    assert _late(region, found, longer - timedelta(seconds=1)) == {"PO9901": 1, "PO9903": 1}
    assert _late(region, found, longer) == {"PO9901": 1, "PO9902": 1, "PO9903": 1}
    _see_one_overview(client, region, found)


def _three_consortia() -> tuple[Region, LocationPlaces]:
    """Two consortia with three schools, and a third one with a school of its own."""
    region = make_region()
    third = make_consortium("PO9903", "Samenwerkingsverband Merenland", region.group)
    eik = make_places("56GH00", "De Eik", SchoolType.BAO, make_board("41003"), third, region.group)
    return region, eik


def _count(year: int, pupils: int) -> None:
    """An overview of DUO's comes out, with one year more."""
    file = f"INSTELLINGSCODE;VESTIGINGSCODE;LEERLINGEN_{year}\n12AB;12AB00;{pupils}\n"
    import_file(
        actor=Actor.system(), kind="pupils", file_name="p.csv", data=file.encode(), scope=ImportScope()
    )


def _read_the_count_of_that_date(client: Client, linde: LocationPlaces) -> None:
    """The last count up to the reference date is filled in, with its own day; what comes out later changes nothing."""
    _count(2024, 214)
    client.force_login(linde.user(Role.DIRECTOR))
    page = client.get("/werk/12AB00/profiel/alles/").content.decode()
    assert COUNTED in page
    assert "214" not in page


def _set_out(region: Region, eik: LocationPlaces) -> CollectionRound:
    """The group sets out the round with both formats; one consortium gets longer, with its reason."""
    _count(2023, 198)
    primary, special = make_version(PRIMARY), make_version(SPECIAL)
    drafted = draft_round(
        actor=keeper(region),
        owner=group_owner(region),
        plan=PLAN,
        consortium_ids=[one.consortium.pk for one in (region.linde, region.beuk, eik)],
        versions={SchoolType.BAO: primary.pk, SchoolType.SBO: special.pk},
    )
    found = open_round(actor=keeper(region), round_id=drafted.pk)
    run_jobs()
    extend_consortium(
        actor=region.beuk.actor(Role.COORDINATOR),
        round_id=found.pk,
        consortium_id=region.beuk.consortium.pk,
        until=LONGER,
        reason=REASON,
    )
    run_jobs()
    told = OutboxMessage.objects.filter(template="round_extended").values_list("to", flat=True)
    assert list(told) == [region.beuk.user(Role.DIRECTOR).email]
    return found


def _opened(found: CollectionRound, places: LocationPlaces) -> Story:
    case = entry_of(found, places.location.code).case
    assert case is not None
    assert case.requires_positive_advice
    return Story(places, case)


def _read_what_is_asked(client: Client, linde: LocationPlaces, beuk: LocationPlaces) -> None:
    """Each school reads the five instructions, its own last day and why that is another one."""
    for places, day, is_longer in ((linde, "30 november 2024", False), (beuk, "31 december 2024", True)):
        client.force_login(places.user(Role.DIRECTOR))
        page = client.get(reverse("school_round", args=[places.location.code])).content.decode()
        assert day in page
        assert (REASON in page) is is_longer
        for words in (
            "Hoe het profiel tot stand komt",
            "De plaats in de schoolgids",
            "De jaarlijkse evaluatie",
            "De samenhang met jaarplan en jaarverslag",
            "De medezeggenschapsraad",
        ):
            assert words in page


def _ask_both_ways(linde: LocationPlaces) -> None:
    """What is about the content goes to the consortium's director, what is about the technique elsewhere."""
    for kind, template, to in (
        (HelpKind.CONTENT, "help_content", "directeur@rivier.example"),
        (HelpKind.TECHNIQUE, "help_technique", "hulp@levend.example"),
    ):
        ask_for_help(
            actor=linde.actor(Role.DIRECTOR),
            location_code="12AB00",
            kind=kind,
            text=f"Een vraag: {kind.label}",
        )
        assert list(OutboxMessage.objects.filter(template=template).values_list("to", flat=True)) == [to]


def _stop_at_a_negative_advice(story: Story) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words="De begeleiding is niet geregeld.")
    with pytest.raises(NotNow) as refused:
        story.take(Step.ADOPT, explanation="Nodig voor de regio.", talk_on=clock.today())
    assert "afgesproken dat het advies positief moet zijn" in str(refused.value)
    assert not Adoption.objects.filter(case=story.id).exists()


def _declare(story: Story) -> None:
    """The director declares both conditions in the profile; one of them is not enough."""
    with pytest.raises(Invalid):
        story.take(Step.SUBMIT, declares_advice=False)
    with pytest.raises(Invalid):
        story.take(Step.SUBMIT, declares_adoption=False)
    story.take(Step.SUBMIT)
    assert story.state == State.SUBMITTED


def _download(client: Client, story: Story) -> bytes:
    """What was handed in lies ready as the official PDF for the school, before anybody received it; it cannot become
    another."""
    sha256 = story.reload().content_sha256
    client.force_login(story.places.user(Role.DIRECTOR))
    answer = client.get(reverse("concept_pdf", args=["12AB00", sha256]))
    assert answer.headers["Content-Type"] == "application/pdf"
    words = _words(answer.content)
    assert "De directeur verklaart dat de medezeggenschapsraad om advies is gevraagd" in words
    assert "Vastgesteld door het bestuur" in words
    assert "Concept" not in words
    assert COUNTED in words
    again = client.get(reverse("concept_pdf", args=["12AB00", sha256]))
    assert again.content == answer.content
    with pytest.raises(NotNow):
        story.write("ambitions", "Toch anders.")
    return answer.content


def _read_in_public(story: Story, kept: bytes) -> None:
    """The consortium received it: anybody reads the school's page, and the PDF that the school kept."""
    stranger = Client()
    code = story.places.location.code
    assert "ambitions: Zo doen wij dat." in stranger.get(f"/scholen/{code}/").content.decode()
    answer = stranger.get(reverse("profile_pdf", args=[code]))
    assert answer.content == kept
    assert "positief, 4 november 2024" in _words(kept)
    assert stranger.get("/scholen/34EF00/").status_code == 404


def _words(pdf: bytes) -> str:
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


def _late(region: Region, found: CollectionRound, moment: datetime) -> dict[str, int]:
    """How many schools are late by consortium, for the group."""
    with clock.at(moment):
        totals = totals_of(sight_of(keeper(region), found.pk))
    late = {one.code: one.late for one in totals.consortia if one.late}
    assert sum(late.values()) == totals.shown[Show.LATE]
    return late


def _see_one_overview(client: Client, region: Region, found: CollectionRound) -> None:
    """The group sees the three consortia side by side, a coordinator the own schools alone."""
    totals = totals_of(sight_of(keeper(region), found.pk))
    assert [(one.code, one.schools, one.done) for one in totals.consortia] == [
        ("PO9902", 1, 0),
        ("PO9903", 1, 0),
        ("PO9901", 2, 1),
    ]
    client.force_login(region.linde.user(Role.GROUP_COORDINATOR))
    page = client.get(reverse("one_round", args=[found.pk])).content.decode()
    assert all(
        name in page for name in ("De Linde", "De Wilg", "De Beuk", "De Eik", "Heideland", "Merenland")
    )
    client.force_login(region.beuk.user(Role.COORDINATOR))
    page = client.get(reverse("one_round", args=[found.pk])).content.decode()
    assert "De Beuk" in page
    assert "De Linde" not in page
