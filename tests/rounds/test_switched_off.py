"""A consortium switches a kind of support off while a round is open: lists count what is still asked."""

import pytest

from levend.accounts.enums import Role
from levend.catalogue.services import save_settings
from levend.catalogue.values import Setting
from levend.jobs.testing import run_jobs
from levend.rounds.checks import counts_follow_the_answers
from levend.rounds.services.counting import count_changed
from tests.factories.formats import make_version
from tests.factories.region import Region
from tests.rounds.situations import entry_of, opened

pytestmark = pytest.mark.django_db
FORMAT = """\
key: aanbod
version: 1
title: Aanbod
chapters:
  - key: hulp
    title: Hulp
    items:
      - {type: support, key: s, required: true, parts: [words], entries: [
          {code: TAAL-DYS, label: Dyslexie}, {code: TAAL-LEES, label: Leesproblemen}]}
"""


def test_what_is_no_longer_asked_is_no_longer_counted(region: Region) -> None:
    found = opened(region, make_version(FORMAT))
    run_jobs()
    count_changed()
    before = [entry_of(found, code).asked for code in ("12AB00", "34EF00")]
    save_settings(
        actor=region.linde.actor(Role.COORDINATOR),
        consortium_id=region.linde.consortium.pk,
        settings={"TAAL-DYS": Setting(switched_off=True)},
    )
    run_jobs()

    assert before == [2, 2]
    assert [entry_of(found, code).asked for code in ("12AB00", "34EF00")] == [1, 2]
    assert not list(counts_follow_the_answers())
