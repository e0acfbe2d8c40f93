"""What handing in leaves behind: counts of one case, shown over five schools only; and five questions to each school."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.services import open_case
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed
from levend.formats.models import FormatVersion
from levend.formats.queries.kept import owners_for
from levend.formats.queries.lineage import forebears_of
from levend.formats.services import copy_format
from levend.jobs.testing import run_jobs
from levend.organisations.models import Location
from levend.profiles.services import place_remark
from levend.rounds.enums import Outcome
from levend.rounds.models import CaseBurden, QuestionBurden, RoundEntry, SurveyAnswer
from levend.rounds.models.survey import RATINGS
from levend.rounds.queries.burden import round_burden
from levend.rounds.queries.hints import hints_at, opinion_on, schools_by_version
from levend.rounds.queries.survey import waiting_words
from levend.rounds.services.burden import measure
from levend.rounds.services.survey import answer_survey
from tests.adoption.story import Story
from tests.factories import organisations
from tests.factories.region import Region
from tests.rounds.situations import OPENING, keeper, opened
from tests.security.scenes_receipt import joined

pytestmark = pytest.mark.django_db


def handed_in(region: Region) -> Story:
    story = Story.begin(region.linde)
    story.write("ambitions", "Eerst.")
    with clock.at(OPENING + timedelta(minutes=3)):
        story.write("ambitions", "Een jaar later: in 2027.")
    with clock.at(OPENING + timedelta(hours=1)):
        story.write("basic-support", "Zo.")
    place_remark(
        actor=story.actor(Role.EDITOR),
        profile_id=story.case.profile_id,
        chapter="alles",
        question="ambitions",
        text="Klopt dit?",
    )
    return story.bring_to(State.SUBMITTED)


def test_handing_in_is_measured_by_the_worker_and_again_gives_the_same(region: Region) -> None:
    story = handed_in(region)
    run_jobs()
    burden = CaseBurden.objects.get(case_id=story.id)
    assert (burden.new, burden.confirmed, burden.changed, burden.minutes) == (6, 0, 0, 3)
    (met,) = QuestionBurden.objects.filter(question_key="ambitions").values_list(
        "sittings", "remarks", "raised"
    )
    assert met == (1, 1, 1)
    # What became of each question, and the three minutes at the one that was written in one sitting.
    became = dict(QuestionBurden.objects.values_list("question_key", "became"))
    assert (became["ambitions"], became["basic-support"]) == ("new", "new")
    assert dict(QuestionBurden.objects.filter(seconds__gt=0).values_list("question_key", "seconds")) == {
        "ambitions": 180
    }
    rows = list(QuestionBurden.objects.order_by("question_key").values_list("question_key", "sittings"))
    measure(case_id=story.id)
    assert (
        list(QuestionBurden.objects.order_by("question_key").values_list("question_key", "sittings")) == rows
    )
    assert CaseBurden.objects.count() == 1


def test_a_round_tells_nothing_before_five_schools_and_no_school_ever(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    actor = keeper(region)
    for number in range(5):
        assert round_burden(actor, found.pk).minutes is None
        _measured(region, version, RoundEntry.objects.filter(round=found)[0], number)
    with CaptureQueriesContext(connection) as caught:
        page = round_burden(actor, found.pk)
    assert page.minutes is not None
    assert (page.schools, page.minutes.middle) == (5, 20)
    assert page.answers is not None
    assert page.answers["new"] == 10
    (asked,) = page.versions[0].asked
    assert asked.question.key == "missie"
    assert (asked.stumbles.left_empty, asked.stumbles.often) == (5, 2)
    assert (page.replies, page.ratings, page.words) == (
        5,
        {name: {1: 0, 2: 0, 3: 0, 4: 5, 5: 0} for name in RATINGS},
        ("Woord 0", "Woord 1", "Woord 2", "Woord 3", "Woord 4"),
    )
    assert len(caught) <= 20
    with pytest.raises(NotAllowed):
        round_burden(region.linde.actor(Role.DIRECTOR), found.pk)
    client = Client()
    anna = region.linde.actor(Role.COORDINATOR)
    client.force_login(region.linde.user(Role.COORDINATOR))
    shown = client.get(f"/werk/rondes/{found.pk}/last/").content.decode()
    assert "De middelste school schreef 20 minuten." in shown
    assert "5 van 5 scholen lieten dit leeg" in shown
    assert "Woord 3" in shown
    assert "School 3" not in shown

    # A copy learns from what it was made out of, as long as the question is the same one.
    copied = copy_format(actor=anna, owner=owners_for(anna)[0], source="klein", number=1, title="Ons format")
    base = f"/werk/formats/{copied.key}/concept/"
    beside = client.get(f"{base}1/").content.decode()
    assert beside.count("Wat scholen hier deden en tegenkwamen") == 2
    assert "5 van 5 scholen lieten dit leeg" in beside
    assert "2 van 5 scholen kwamen er meer dan 3 keer op terug" in beside
    assert "Bij 5 scholen: 3 antwoorden bevestigd, 2 gewijzigd; gemiddeld 2 minuten schrijven." in beside
    assert "Gemeten bij versie 1 van “Klein format”, waaruit dit format is gemaakt." in beside
    assert "lieten dit leeg" in client.get(f"{base}1/2/").content.decode()
    for shown in (beside, client.get(base).content.decode()):
        assert "5 scholen antwoordden over versie 1 van “Klein format”" in shown
        assert "Woord 3" in shown
    # Who coordinates none of these rounds reads the numbers and none of the words.
    forebears = forebears_of(copied.key)
    other = opinion_on(region.linde.actor(Role.DIRECTOR), forebears)
    assert other is not None
    assert (other.replies, other.words) == (5, ())
    kinds = {"missie": "text", "motto": "text"}
    assert set(hints_at(forebears, schools_by_version(forebears), kinds)) == {"motto"}


def _measured(region: Region, version: FormatVersion, like: RoundEntry, number: int) -> None:
    """A school that handed in, as the worker measured it, and answered the five questions."""
    location: Location = organisations.make_location(
        f"9{number}ZZ00",
        name=f"School {number}",
        board=region.linde.board,
        consortium=region.linde.consortium,
    )
    case = open_case(actor=Actor.system(), location_id=location.pk, version_id=version.pk)
    now = clock.now()
    RoundEntry.objects.create(
        round=like.round,
        location=location,
        part=like.part,
        case=case,
        outcome=Outcome.JOINED,
        handled_at=now,
        added_at=now,
    )
    burden = CaseBurden.objects.create(
        case=case,
        format_version=version,
        confirmed=0,
        changed=0,
        dropped=0,
        unlooked=0,
        new=2,
        minutes=10 * number,
        measured_at=now,
    )
    QuestionBurden.objects.create(
        burden=burden, question_key="missie", left_empty=True, sittings=4 if number < 2 else 1
    )
    became = "confirmed" if number < 3 else "changed"
    QuestionBurden.objects.create(burden=burden, question_key="motto", sittings=1, became=became, seconds=120)
    SurveyAnswer.objects.create(
        round=like.round,
        location=location,
        **dict.fromkeys(RATINGS, 4),
        words=f"Woord {number}",
        at=now,
        by_ref="user:1",
        by_name="x",
    )


def test_a_school_answers_five_questions_once(region: Region) -> None:
    story = Story.begin(region.linde).bring_to(State.SUBMITTED)
    director, code = story.actor(Role.DIRECTOR), "12AB00"
    assert not waiting_words(director)
    joined(region.linde, story.case)
    story.take(Step.RECEIVE)
    client = Client()
    client.force_login(region.linde.user(Role.DIRECTOR))
    assert f"/werk/{code}/terugblik/" in client.get("/werk/").content.decode()
    assert f"/werk/{code}/terugblik/" in client.get(f"/werk/{code}/stappen/").content.decode()
    assert [one.has_survey for one in waiting_words(director)] == [True]
    wrong = client.post(f"/werk/{code}/terugblik/", {"clear": "6"})
    assert wrong.status_code == 422
    with pytest.raises(Invalid):
        answer_survey(actor=director, location_code=code, ratings={"clear": 5})
    ratings = dict.fromkeys(RATINGS, 4)
    made = answer_survey(actor=director, location_code=code, ratings=ratings, words=" Korter. ")
    assert answer_survey(actor=director, location_code=code, ratings=dict.fromkeys(RATINGS, 1)) == made
    assert SurveyAnswer.objects.get().words == "Korter."
    assert not waiting_words(director)
    assert "Dank u wel" in client.get(f"/werk/{code}/terugblik/").content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyAnswer.objects.update(useful=6)
