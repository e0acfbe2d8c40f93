"""The page of contacts and that of withdrawing, as their people see them: nothing sticks out, nothing is inaccessible."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.organisations.models import PublicContact
from tests.adoption.story import Story
from tests.browser.in_process import Visitors
from tests.browser.loop import with_loop
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
LONG = "Intern-begeleider-en-zorgcoordinator-van-alle-groepen"


def _filled() -> Region:
    region = make_region()
    Story.begin(region.linde).bring_to(State.RECEIVED)
    for position, function in enumerate(("Intern begeleider", LONG, "Directeur"), start=1):
        PublicContact.objects.create(
            location=region.linde.location,
            position=position,
            function=function,
            name="Sanne de Wit" if position == 1 else "",
            phone="(0399) 12 34 56",
            email=f"{'lang-' * 8}adres@delinde.example",
            reachable="maandag tot en met donderdag",
        )
    return region


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    ("role", "path"),
    [(Role.EDITOR, "/werk/12AB00/contact/"), (Role.BOARD_MEMBER, "/werk/12AB00/intrekken/")],
)
def test_nothing_sticks_out(browser: Browser, role: Role, path: str, width: int) -> None:
    with with_loop(None):
        region = _filled()
        user = region.linde.user(role)
    visitors = Visitors(browser)
    visitor = visitors.of(user)
    visitor.page.set_viewport_size({"width": width, "height": 900})

    status = visitor.visit(path)

    if folder := os.environ.get("LEVEND_PICTURES"):
        visitor.page.screenshot(
            path=Path(folder) / f"{path.strip('/').replace('/', '-')}-{width}.png", full_page=True
        )
    assert status == 200
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visitor.complaints == []
    visitors.leave()
