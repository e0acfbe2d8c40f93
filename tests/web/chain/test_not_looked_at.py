"""Before advice is asked, the page says how many answers of last time nobody looked at; it stops nobody."""

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.profiles.enums import Verdict
from levend.profiles.services import judge_answer
from tests.adoption.story import Story
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db

STEP = "/werk/12AB00/stappen/advies-vragen/"


def test_the_next_profile_begins_with_the_version_in_force_and_says_what_nobody_looked_at() -> None:
    region = make_region()
    former = Story.begin(region.linde).bring_to(State.RECEIVED).case
    director = region.linde.actor(Role.DIRECTOR)
    case = open_case(
        actor=director,
        location_id=region.linde.location.pk,
        version_id=former.profile.format_version_id,
    )
    browser = Client()
    browser.force_login(region.linde.user(Role.DIRECTOR))
    assert "6 antwoorden van vorige keer zijn nog niet bekeken" in browser.get(STEP).content.decode()

    for key in ("basic-support", "extra-support", "ambitions", "expertise-present", "expertise-to-develop"):
        judge_answer(actor=director, profile_id=case.profile_id, key=key, verdict=Verdict.CONFIRM, based_on=1)
    assert "1 antwoord van vorige keer is nog niet bekeken" in browser.get(STEP).content.decode()

    browser.post(STEP)
    assert AdoptionCase.objects.get(pk=case.pk).state == State.AWAITING_ADVICE


def test_a_first_profile_has_nothing_of_last_time() -> None:
    region = make_region()
    Story.begin(region.linde).complete()
    browser = Client()
    browser.force_login(region.linde.user(Role.DIRECTOR))

    page = browser.get(STEP)

    assert page.status_code == 200
    assert "nog niet bekeken" not in page.content.decode()
