"""Who reads small counts in a text that is handed in: who takes part in the procedure, and nobody else."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.services import open_case
from levend.organisations.models import Consortium
from levend.profiles.services import save_answer
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.factories.region import Region

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
COUNTED = (
    LEGAL
    + """\
      - {type: register, field: pupils, label: Aantal leerlingen}
      - {key: steun, type: number, label: Leerlingen met steun, audience: consortium, tags: ["keyfigure:KG-ARR"]}
"""
)


def test_who_takes_part_reads_a_small_count_and_others_read_that_it_is_not_shown(
    region: Region, browser_as: Callable[[Role], Client]
) -> None:
    linde = region.linde
    Consortium.objects.update(group_sees=Consortium.GroupView.CONTENT)
    linde.location.pupils, linde.location.pupils_on = 4, date(2025, 10, 1)
    linde.location.save()
    case = open_case(
        actor=linde.actor(Role.DIRECTOR), location_id=linde.location.pk, version_id=make_version(COUNTED).pk
    )
    save_answer(actor=linde.actor(Role.EDITOR), profile_id=case.profile_id, key="steun", value=3, based_on=0)
    story = Story(linde, case).bring_to(State.SUBMITTED)
    address = reverse("text", args=["12AB00", story.reload().content_sha256])
    shown = {
        role: browser_as(role).get(address).content.decode()
        for role in (
            Role.DIRECTOR,
            Role.BOARD_MEMBER,
            Role.COUNCIL_MEMBER,
            Role.COORDINATOR,
            Role.VIEWER,
            Role.GROUP_COORDINATOR,
        )
    }
    assert {
        role for role, page in shown.items() if re.search(r"Leerlingen met steun\s*<[^3]*>\s*3\s*<", page)
    } == {
        Role.DIRECTOR,
        Role.BOARD_MEMBER,
        Role.COUNCIL_MEMBER,
        Role.COORDINATOR,
    }
    for role in (Role.VIEWER, Role.GROUP_COORDINATOR):
        assert "Niet getoond: het gaat om weinig kinderen." in shown[role]
    # What the register counted is told to nobody under five.
    assert "minder dan 5 (1 oktober 2025)" in shown[Role.DIRECTOR]
    page = browser_as(Role.COORDINATOR).get("/werk/organisaties/vestiging/12AB00/").content.decode()
    assert "minder dan 5 leerlingen" in page
    assert "4 leerlingen" not in page
