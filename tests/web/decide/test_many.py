"""Many at once: adopt, advise, receive."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.adoption.enums import AdviceKind, Reaction, State, Step
from levend.adoption.models import Adoption, Advice, CaseStep
from levend.adoption.services import react
from levend.core import clock
from tests.adoption.story import Story
from tests.factories.region import Region
from tests.web.decide.conftest import Schools

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[User], Client]
DECIDE, RECEIVE = "/werk/besluiten/", "/werk/ontvangen/"


def made(story: Story | None) -> Story:
    assert story is not None
    return story


def test_a_board_adopts_several_with_one_date(
    schools: Schools, region: Region, browser_of: BrowserOf
) -> None:
    stories = [made(schools.another(name, State.ADVICE_GIVEN)) for name in ("De Es", "De Eik", "De Olm")]
    board = browser_of(region.linde.user(Role.BOARD_MEMBER))
    page = board.get(DECIDE).content.decode()
    assert page.index("De Eik") < page.index("De Es") < page.index("De Olm")
    today = clock.today()
    response = board.post(
        DECIDE,
        {
            "besluit": "vaststellen",
            "meeting_date": today.strftime("%d-%m-%Y"),
            "cases": [stories[0].id, stories[2].id],
        },
    )
    text = response.content.decode()
    assert "2 profielen zijn gelukt" in text
    assert [story.state for story in stories] == [State.ADOPTED, State.ADVICE_GIVEN, State.ADOPTED]
    assert list(Adoption.objects.values_list("adopted_on", flat=True)) == [today, today]


def test_what_needs_words_of_its_own_is_closed_with_a_reason(
    schools: Schools, region: Region, browser_of: BrowserOf
) -> None:
    declined = made(schools.another("De Es", State.AWAITING_ADVICE))
    declined.take(Step.GIVE_ADVICE, kind=AdviceKind.CONDITIONAL, conditions=["Noem een datum."])
    react(
        actor=declined.actor(Role.BOARD_MEMBER),
        case_id=declined.id,
        number=1,
        reaction=Reaction.DECLINED,
        explanation="Er is geen geld.",
    )
    unanswered = made(schools.another("De Eik", State.AWAITING_ADVICE))
    unanswered.take(Step.GIVE_ADVICE, kind=AdviceKind.CONDITIONAL, conditions=["Noem een datum."])
    board = browser_of(region.linde.user(Role.BOARD_MEMBER))
    page = board.get(DECIDE).content.decode()
    assert "Het bestuur volgt het advies niet helemaal en legt uit waarom." in page
    assert "Beantwoord eerst 1 voorwaarde van de raad." in page
    assert f"/werk/{declined.places.location.code}/stappen/vaststellen/" in page
    assert 'name="cases"' not in page
    response = board.post(
        DECIDE,
        {
            "besluit": "vaststellen",
            "meeting_date": clock.today().isoformat(),
            "cases": [declined.id, unanswered.id],
        },
    )
    text = response.content.decode()
    assert "2 profielen zijn niet gelukt" in text
    assert "Schrijf waarom het bestuur het advies niet of niet helemaal volgt." in text
    assert not Adoption.objects.exists()


def test_a_council_of_several_schools_advises_in_the_same_words(
    schools: Schools, region: Region, browser_of: BrowserOf
) -> None:
    stories = [made(schools.another(name, State.AWAITING_ADVICE)) for name in ("De Es", "De Eik")]
    council = browser_of(region.linde.user(Role.COUNCIL_CHAIR))
    response = council.post(
        DECIDE, {"besluit": "adviseren", "words": "Goed werk 👏", "cases": [story.id for story in stories]}
    )
    assert "2 profielen zijn gelukt" in response.content.decode()
    assert {story.state for story in stories} == {State.ADVICE_GIVEN}
    assert {(advice.kind, advice.words) for advice in Advice.objects.all()} == {("positive", "Goed werk 👏")}


def test_a_coordinator_receives_several(schools: Schools, region: Region, browser_of: BrowserOf) -> None:
    stories = [made(schools.another(name, State.SUBMITTED)) for name in ("De Es", "De Eik")]
    coordinator = browser_of(region.linde.user(Role.COORDINATOR))
    everything = coordinator.get(f"{RECEIVE}?kies=alle").content.decode()
    for story in stories:
        look = f"/werk/{story.places.location.code}/ontvangst/"
        assert f'href="{look}">Bekijk wat binnenkwam<' in everything
        assert coordinator.get(look).status_code == 200
    assert everything.count(" checked") == 2
    response = coordinator.post(RECEIVE, {"besluit": "ontvangen", "cases": [story.id for story in stories]})
    assert "2 profielen zijn gelukt" in response.content.decode()
    assert {story.state for story in stories} == {State.RECEIVED}
    assert "Er is nu geen profiel ingediend" in coordinator.get(RECEIVE).content.decode()


def test_a_second_click_changes_nothing(schools: Schools, region: Region, browser_of: BrowserOf) -> None:
    story = made(schools.another("De Es", State.SUBMITTED))
    coordinator = browser_of(region.linde.user(Role.COORDINATOR))
    data = {"besluit": "ontvangen", "cases": [story.id]}
    coordinator.post(RECEIVE, data)
    steps = CaseStep.objects.count()
    assert "1 profiel is gelukt" in coordinator.post(RECEIVE, data).content.decode()
    assert CaseStep.objects.count() == steps


@pytest.mark.parametrize(
    ("sent", "sentence", "target"),
    [
        ({"cases": []}, "Kies minstens één profiel.", "vaststellen_cases"),
        ({"cases": ["-1", "x", "٣", "9" * 40]}, "Kies minstens één profiel.", "vaststellen_cases"),
        ({"meeting_date": ""}, "Vul de datum van het besluit in", "vaststellen_meeting_date"),
        ({"meeting_date": "31 februari 2026"}, "Dit is geen datum.", "vaststellen_meeting_date"),
    ],
)
def test_what_is_wrong_is_said_and_the_choice_stays(
    sent: dict[str, object],
    sentence: str,
    target: str,
    schools: Schools,
    region: Region,
    browser_of: BrowserOf,
) -> None:
    story = made(schools.another("De Es", State.ADVICE_GIVEN))
    board = browser_of(region.linde.user(Role.BOARD_MEMBER))
    data = {"besluit": "vaststellen", "meeting_date": "22-11-2026", "cases": [story.id], **sent}
    response = board.post(DECIDE, data)
    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert f'href="#{target}' in page
    assert (" checked" in page) == (data["cases"] == [story.id])
    assert story.state == State.ADVICE_GIVEN


def test_a_date_that_does_not_fit_is_said_per_profile(
    schools: Schools, region: Region, browser_of: BrowserOf
) -> None:
    story = made(schools.another("De Es", State.ADVICE_GIVEN))
    board = browser_of(region.linde.user(Role.BOARD_MEMBER))
    response = board.post(
        DECIDE, {"besluit": "vaststellen", "meeting_date": date(2020, 1, 1).isoformat(), "cases": [story.id]}
    )
    assert "1 profiel is niet gelukt" in response.content.decode()
    assert story.state == State.ADVICE_GIVEN


def test_cases_of_strangers_are_as_if_they_were_not_there(
    schools: Schools, region: Region, browser_of: BrowserOf
) -> None:
    story = schools.begin(region.beuk, State.ADVICE_GIVEN)
    board = browser_of(region.linde.user(Role.BOARD_MEMBER))
    assert "De Beuk" not in board.get(DECIDE).content.decode()
    response = board.post(
        DECIDE, {"besluit": "vaststellen", "meeting_date": clock.today().isoformat(), "cases": [story.id]}
    )
    text = response.content.decode()
    assert "Er is niets gewijzigd" in text
    assert "De Beuk" not in text
    assert story.state == State.ADVICE_GIVEN
    theirs = browser_of(region.beuk.user(Role.BOARD_MEMBER)).get(DECIDE).content.decode()
    assert "De Beuk" in theirs


def test_who_decides_nothing_is_told_whose_page_it_is(region: Region, browser_of: BrowserOf) -> None:
    for url, roles in {
        DECIDE: [Role.EDITOR, Role.DIRECTOR, Role.COORDINATOR, Role.COUNCIL_MEMBER, Role.OPERATOR],
        RECEIVE: [Role.DIRECTOR, Role.BOARD_MEMBER, Role.COUNCIL_CHAIR, Role.VIEWER, Role.GROUP_COORDINATOR],
    }.items():
        for role in roles:
            response = browser_of(region.linde.user(role)).get(url)
            assert response.status_code == 403
            assert "Alleen" in response.content.decode()


@pytest.mark.parametrize(
    ("role", "url", "state"),
    [
        (Role.BOARD_MEMBER, DECIDE, State.ADVICE_GIVEN),
        (Role.COUNCIL_CHAIR, DECIDE, State.AWAITING_ADVICE),
        (Role.COORDINATOR, RECEIVE, State.SUBMITTED),
    ],
)
def test_three_cost_no_more_queries_than_one(
    role: Role,
    url: str,
    state: State,
    schools: Schools,
    region: Region,
    browser_of: BrowserOf,
    django_assert_num_queries: Callable[..., object],
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    client = browser_of(region.linde.user(role))
    schools.another("De Es", state)
    client.get(url)
    with django_assert_max_num_queries(40) as one:  # type: ignore[attr-defined]  # pytest-django's own type
        client.get(url)
    schools.another("De Eik", state)
    schools.another("De Olm", state)
    with django_assert_num_queries(len(one.captured_queries)):  # type: ignore[attr-defined]
        client.get(url)
