"""Every address of the access table, as somebody who may see it: accessible, on a phone too, and finished.

The walk takes its addresses from the table, so that a page that is added there is looked at here.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from levend.accounts.enums import Role
from levend.accounts.models import User
from tests.browser.in_process import Visitor, Visitors
from tests.browser.loop import with_loop
from tests.security.asking import address, payload
from tests.security.scenes import SCENES, Scene
from tests.security.scenes_rounds import ROUND_SCENES
from tests.security.table import ROLES, ROWS, Row
from tests.support.accessibility import DESKTOP, SMALLEST, check_page, check_structure, tab_through

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

NOT_A_PAGE = {
    "health-live": "for machines",
    "health-ready": "for machines",
    "theme": "a stylesheet",
    "colours_preview": "a stylesheet",
    "logo": "an image",
    "profile_pdf": "a document",
    "profile_pdf_on": "a document",
    "profile_json": "data for machines",
    "profile_json_on": "data for machines",
    "document": "a document",
    "concept_pdf": "a document",
    "paper": "a document that somebody handed in",
    "profile_answer": "part of a chapter's page; leads to that page",
    "judge_answer": "part of a chapter's page; leads to that page",
    "enter_as": "takes a form only",
    "contact_up": "takes a form only",
    "contact_down": "takes a form only",
    "remove_contact": "takes a form only",
    "renew_invitation": "takes a form only",
    "withdraw_invitation": "takes a form only",
    "confirm_erasure": "takes a form only",
    "withdraw_erasure": "takes a form only",
    "draft_change": "takes a form only",
    "new_format_version": "takes a form only",
    "end_co_reader": "takes a form only",
    "on_paper_take": "takes a form only",
    "on_paper_form": "a document",
    "difference_pdf": "a document",
    "draft_as_pdf": "a document",
    "format_file": "a file",
    "draft_file": "a file",
    "apply_register_import": "takes a form only",
    "remind_schools": "takes a form only",
    "add_schools": "takes a form only",
    "close_round": "takes a form only",
    "take_brought": "takes a form only",
    "letter_again": "takes a form only",
    "bring_forms": "takes a form only",
    "discard_brought": "takes a form only",
    "send_people_list": "takes a form only",
    "end_calendar_link": "takes a form only",
    "round_export": "a file",
    "calendar_feed": "data for machines",
}
"""The addresses without a page of their own, and why."""

NOBODYS = {
    "accept_invitation:guessed", "step:voorwaarde", "step:verzonnen", "read_along:guessed", "read_along_chapter:guessed",
    "stop_letters:guessed",
}  # fmt: skip
"""The rows that ask for what is not there."""

DIFFERS_BY_ROLE = {"home", "people", "locations"}
"""Pages that each role gets in another form."""

WIDTHS = (DESKTOP, SMALLEST)


def who(row: Row) -> list[Role | None]:
    """The roles as which the page is looked at; None is somebody without an account."""
    if row.name in NOT_A_PAGE:
        return []
    if row.anonymous == "200":
        return [None]
    may = [role for role in ROLES if row.own[role] == "200"]
    return list(may if row.name in DIFFERS_BY_ROLE else may[:1])


_TURN = next(row for row in ROWS if row.name == "chain" and row.scene == "draft")
WALK: dict[str, list[tuple[Row, Role | None]]] = {
    name: [(row, role) for row in ROWS if row.method == "GET" and row.scene == name for role in who(row)]
    for name in SCENES
}
for _name in SCENES.keys() - {
    "nothing",
    "formats",
    *ROUND_SCENES,
}:  # the page of the steps differs in every state
    WALK[_name].append((_TURN, Role.DIRECTOR))

SENT: dict[str, list[tuple[Row, str]]] = {
    name: [
        (row, answer)
        for row in ROWS
        if row.method == "POST" and row.scene == name and row.name not in NOT_A_PAGE
        for answer in ("200", "409", "422")
        if answer in row.own.values()
    ]
    for name in SCENES
}
"""The forms that are answered with a page: what was done for many at once, or why it cannot be done."""


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Visitors]:
    made = Visitors(browser)
    yield made
    made.leave()


def test_every_address_is_walked_or_no_page() -> None:
    rows = [row for row in ROWS if row.method == "GET"]
    walked = {row.key for visits in WALK.values() for row, _role in visits}
    assert {row.key for row in rows if row.name not in NOT_A_PAGE} - walked == NOBODYS
    assert set(NOT_A_PAGE) <= {row.name for row in rows}


@pytest.mark.parametrize("situation", [name for name in SCENES if WALK[name]])
def test_every_page_is_for_everybody(situation: str, visitors: Visitors) -> None:
    with with_loop(None):
        scene = SCENES[situation]()
        visits = [(row, role, _user(scene, role), address(row, scene)) for row, role in WALK[situation]]
    faults = [
        f"{row} as {role or 'nobody'}: {fault}"
        for row, role, user, path in visits
        for fault in look(visitors.of(user), path)
    ]
    assert not faults, "\n" + "\n".join(faults)


def _user(scene: Scene, role: Role | None) -> User | None:
    return None if role is None else scene.linde.user(role)


@pytest.mark.parametrize("situation", [name for name in SCENES if SENT[name]])
def test_every_answer_to_a_form_is_for_everybody(situation: str, visitors: Visitors) -> None:
    with with_loop(None):
        scene = SCENES[situation]()
        forms = [
            (row, answer, _sender(row, answer, scene), address(row, scene), _fields(row, scene))
            for row, answer in SENT[situation]
        ]
    faults = [
        f"{row}: {fault}"
        for row, answer, user, path, fields in forms
        for fault in look(visitors.of(user), path, answer, fields)
    ]
    assert not faults, "\n" + "\n".join(faults)


def _sender(row: Row, answer: str, scene: Scene) -> User | None:
    if row.anonymous == answer:
        return None
    return scene.linde.user(next(role for role in ROLES if row.own[role] == answer))


def _fields(row: Row, scene: Scene) -> dict[str, list[str]]:
    sent = payload(row, scene)
    return {
        name: [str(one) for one in (value if isinstance(value, list) else [value])]
        for name, value in sent.items()
    }


def test_who_may_not_see_or_do_reads_so_on_a_page(visitors: Visitors) -> None:
    with with_loop(None):
        scene = SCENES["draft"]()
        editor, stranger = scene.linde.user(Role.EDITOR), scene.stranger(Role.DIRECTOR)
    assert look(visitors.of(editor), f"/werk/{scene.code}/wissen/", "403") == []
    assert look(visitors.of(stranger), f"/werk/{scene.code}/stappen/", "404") == []
    assert look(visitors.of(None), "/scholen/99ZZ99/", "404") == []


def look(
    visitor: Visitor, path: str, answer: str = "200", fields: dict[str, list[str]] | None = None
) -> list[str]:
    """What is wrong with one page, opened or in answer to a form."""
    visitor.complaints.clear()
    status = visitor.visit(path) if fields is None else visitor.send(path, fields)
    return faults_of(visitor) if str(status) == answer else [f"answers {status} instead of {answer}"]


def faults_of(visitor: Visitor) -> list[str]:
    faults = check_structure(visitor.page)
    try:
        check_page(visitor.page, widths=WIDTHS, axe_at=(DESKTOP,))
    except AssertionError as error:
        faults += str(error).splitlines()[1:]
    if not all(one.focus_is_drawn for one in tab_through(visitor.page, most=2)):
        faults.append("the focus is not seen")
    return faults + visitor.complaints
