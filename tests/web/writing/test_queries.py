"""Pages ask the database as often for many questions as for few."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.profiles.models import AnswerRevision
from levend.profiles.services import save_answer
from tests.factories import profiles
from tests.factories.formats import long_format, make_version
from tests.factories.region import Region

pytestmark = pytest.mark.django_db

MOST_ON_A_PAGE = 12


@pytest.mark.parametrize("path", ["profiel/", "profiel/alles/", "concept/"])
def test_150_questions_need_no_more_queries_than_one(
    region: Region, browser_of: Callable[[User], Client], path: str
) -> None:
    few = profiles.make_profile(region.linde.location, make_version(long_format(2)))
    profiles.answer(few, region.linde.actor(Role.EDITOR), {"vraag-1": "Een"})
    many_format = make_version(long_format(150).replace("version: 1", "version: 2"))
    many = profiles.make_profile(region.wilg.location, many_format)
    profiles.answer(
        many, region.wilg.actor(Role.EDITOR), {f"vraag-{number}": "Tekst" for number in range(1, 151)}
    )
    counts = []
    for code, places in (("12AB00", region.linde), ("12CD00", region.wilg)):
        browser = browser_of(places.user(Role.EDITOR))
        browser.get(f"/werk/{code}/{path}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(f"/werk/{code}/{path}").status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1] <= MOST_ON_A_PAGE


def test_a_history_of_three_needs_no_more_queries_than_of_one(
    region: Region, browser_of: Callable[[User], Client]
) -> None:
    profile = profiles.make_profile(region.linde.location)
    browser = browser_of(region.linde.user(Role.EDITOR))
    counts = []
    for number in range(3):
        save_answer(
            actor=region.linde.actor(Role.EDITOR),
            profile_id=profile.pk,
            key="missie",
            value=f"Tekst {number}",
            based_on=number,
        )
        with CaptureQueriesContext(connection) as queries:
            browser.get("/werk/12AB00/profiel/school/missie/eerder/")
        counts.append(len(queries))

    assert AnswerRevision.objects.count() == 3
    assert counts[0] == counts[2] <= MOST_ON_A_PAGE


def test_saving_one_answer_of_150_stays_small(region: Region, browser_of: Callable[[User], Client]) -> None:
    profiles.make_profile(region.linde.location, make_version(long_format(150)))
    browser = browser_of(region.linde.user(Role.EDITOR))
    browser.get("/werk/12AB00/profiel/alles/")

    with CaptureQueriesContext(connection) as queries:
        browser.post(
            "/werk/12AB00/profiel/alles/vraag-1/",
            {"vraag-1": "Een", "vraag-1.revision": "0", "shown": ""},
            headers={"HX-Request": "true"},
        )

    assert AnswerRevision.objects.count() == 1
    assert len(queries) <= 20, [query["sql"][:90] for query in queries]
