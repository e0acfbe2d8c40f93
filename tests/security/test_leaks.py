"""Words that not everybody may read: who reads them where, and that nobody else does.

Each row was planted, and is looked for in what its readers get first: what cannot be found cannot leak.
"""

from collections import defaultdict
from dataclasses import dataclass

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.adoption import services
from levend.adoption.enums import State
from levend.core import clock
from levend.profiles.services import save_answer
from levend.profiles.values import Conflict
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.security.asking import address
from tests.security.scenes import ADVICE, ANSWER, FILE_NAME, INVITED, PAPER, PERSON, REASON, SCENES, Scene
from tests.security.scenes_together import READER, REMARK
from tests.security.table import ROLES, ROWS, SCHOOL_ROLES

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # who gets which words is no matter of the database
R = Role
SCHOOL_AND_BOARD = {R.EDITOR, R.DIRECTOR, R.BOARD_MEMBER, R.BOARD_SECRETARY}
INSIDE = SCHOOL_AND_BOARD | {R.COUNCIL_MEMBER, R.COUNCIL_CHAIR}
AROUND = set(ROLES) - {R.OPERATOR}
LOOK_AFTER_PEOPLE = {R.DIRECTOR, R.COUNCIL_CHAIR, R.BOARD_MEMBER, R.BOARD_SECRETARY, R.COORDINATOR}
NAME, CODE = "De Linde", "12AB00"


@dataclass(frozen=True)
class Planted:
    """`readers` are the roles at De Linde that find `words` at this address."""

    key: str
    scene: str
    words: str
    readers: set[Role]
    query: str = ""

    def __str__(self) -> str:
        return f"{self.words} at {self.key}{self.query} ({self.scene})"


PLANTED = (
    # that there is a school at all, in lists of one's own
    Planted("home", "asked", NAME, AROUND),
    Planted("locations", "asked", NAME, AROUND),
    Planted("locations", "asked", NAME, AROUND, "?zoek=12AB"),
    Planted("locations", "asked", NAME, AROUND, "?stand=awaiting_advice"),
    Planted(
        "people", "draft", NAME, LOOK_AFTER_PEOPLE | {R.EDITOR, R.COUNCIL_MEMBER}
    ),  # where one's own role is
    Planted("people", "draft", PERSON, LOOK_AFTER_PEOPLE | {R.EDITOR}, "?zoek=12ab"),
    Planted("decide", "advised", CODE, {R.BOARD_MEMBER}),
    Planted("decide", "asked", CODE, {R.COUNCIL_CHAIR}),
    Planted("receive", "submitted", CODE, {R.COORDINATOR}),
    # people
    Planted("people_at:school", "draft", PERSON, LOOK_AFTER_PEOPLE),
    Planted("people_at:school", "draft", INVITED, LOOK_AFTER_PEOPLE),
    Planted("end_membership", "draft", PERSON, SCHOOL_AND_BOARD),
    # answers as they are written
    Planted("profile_draft", "draft", ANSWER, SCHOOL_AND_BOARD),
    Planted("profile_chapter", "draft", ANSWER, SCHOOL_AND_BOARD),
    Planted("profile_history", "draft", ANSWER, SCHOOL_AND_BOARD),
    Planted("profile_chapter", "asked", ANSWER, SCHOOL_AND_BOARD),
    Planted("profile_chapter", "again", ANSWER, SCHOOL_AND_BOARD),
    Planted("profile_draft", "submitted", ANSWER, SCHOOL_AND_BOARD),
    # what the school says about its concept, and who reads it along by a link
    Planted("remarks", "together", REMARK, {R.EDITOR, R.DIRECTOR}),
    Planted("profile_chapter", "together", REMARK, {R.EDITOR, R.DIRECTOR}),
    Planted("co_readers", "together", READER, {R.EDITOR, R.DIRECTOR}),
    Planted("shared_chapter", "together", ANSWER, {R.COORDINATOR}),
    Planted("shared_chapter", "draft", ANSWER, set()),
    Planted("shared_chapter", "together", REMARK, set()),
    Planted("read_along_chapter", "together", REMARK, set()),
    Planted("chapter_owners", "together", PERSON, {R.EDITOR, R.DIRECTOR}),
    # texts as they were put before somebody
    Planted("text", "asked", ANSWER, INSIDE),
    Planted("text", "adopted", ANSWER, INSIDE),
    Planted("text", "submitted", ANSWER, INSIDE | {R.COORDINATOR, R.VIEWER}),
    Planted("text", "shared", ANSWER, AROUND),
    Planted("difference", "confirming", ANSWER, INSIDE),
    # what was said on the way, and what was registered
    Planted("chain", "advised", ADVICE, INSIDE),
    Planted("chain", "reopened", REASON, INSIDE),
    Planted("chain", "letter", FILE_NAME, INSIDE),
    Planted("paper", "letter", PAPER.decode(), INSIDE),
    Planted("paper", "minutes", PAPER.decode(), INSIDE),
)


def _row(planted: Planted):
    return next(row for row in ROWS if row.method == "GET" and row.key == planted.key)


def _everybody(scene: Scene, readers: set[Role]) -> "list[tuple[str, bool, User | None]]":
    """Who asks, whether they read it, their account. A fellow above the school works for De Linde too."""
    people: list[tuple[str, bool, User | None]] = [("anonymous", False, None)]
    for role in ROLES:
        people += [
            (f"own {role}", role in readers, scene.linde.user(role)),
            (f"fellow {role}", role in readers - SCHOOL_ROLES, scene.fellow(role)),
            (f"stranger {role}", False, scene.stranger(role)),
        ]
    return people


_BY_SCENE: dict[str, list[Planted]] = defaultdict(list)
for _planted in PLANTED:
    _BY_SCENE[_planted.scene].append(_planted)


@pytest.mark.parametrize("situation", list(_BY_SCENE))
def test_words_are_read_by_whom_they_are_for_and_by_nobody_else(situation: str) -> None:
    scene = SCENES[situation]()
    clients: dict[User | None, Client] = {}
    faults = []
    for planted in _BY_SCENE[situation]:
        url = address(_row(planted), scene) + planted.query
        for who, reads, user in _everybody(scene, planted.readers):
            if user not in clients:
                clients[user] = Client()
                if user:
                    clients[user].force_login(user)
            if (planted.words in clients[user].get(url).content.decode()) is not reads:
                faults.append(f"{planted}: {who} {'does not read' if reads else 'reads'} it")
    assert not faults, "\n" + "\n".join(faults)


def test_an_internal_answer_stops_at_the_consortium() -> None:
    scene = SCENES["nothing"]()
    note = "      - {key: notitie, type: long_text, label: Notitie, audience: internal}\n"
    version = make_version(LEGAL.replace("wettelijk", "intern") + note)
    case = services.open_case(
        actor=scene.linde.actor(R.DIRECTOR), location_id=scene.linde.location.pk, version_id=version.pk
    )
    scene.story = Story(scene.linde, case)
    saved = save_answer(
        actor=scene.linde.actor(R.EDITOR), profile_id=case.profile_id, key="notitie", value=ANSWER, based_on=0
    )
    assert not isinstance(saved, Conflict)
    scene.story.bring_to(State.SUBMITTED)
    url = address(next(row for row in ROWS if row.key == "text"), scene)
    reads = {}
    for role in (*sorted(INSIDE), R.COORDINATOR, R.VIEWER):
        client = Client()
        client.force_login(scene.linde.user(role))
        body = client.get(url).content.decode()
        assert "Zo doen wij dat." in body
        reads[role] = ANSWER in body
    assert {role for role, found in reads.items() if found} == INSIDE


def test_the_public_page_tells_the_text_and_not_how_it_came_about() -> None:
    scene = SCENES["published"]()
    body = Client().get(f"/scholen/{scene.code}/").content.decode()
    assert ANSWER in body
    for words in (ADVICE, REASON, PERSON, INVITED, "Directeur de linde", "Bestuurder de linde"):
        assert words not in body


@pytest.mark.parametrize("situation", ["draft", "asked", "advised", "adopted", "submitted"])
def test_before_receipt_the_public_finds_nothing(situation: str) -> None:
    scene = SCENES[situation]()
    client = Client()
    for url in ("/", "/scholen/", "/scholen/?zoek=linde", f"/scholen/{scene.code}/"):
        body = client.get(url).content.decode()
        assert ANSWER not in body
        assert f"/scholen/{scene.code}/" not in body


def test_a_school_that_is_not_there_reads_the_same_as_one_without_a_profile() -> None:
    scene = SCENES["submitted"]()
    known = Client().get(f"/scholen/{scene.code}/")
    unknown = Client().get("/scholen/99ZZ99/")
    assert known.status_code == unknown.status_code == 404
    assert known.content == unknown.content


def test_a_stranger_cannot_tell_a_school_from_none() -> None:
    """Same status, same words: only the nonce of the page differs."""
    scene = SCENES["letter"]()
    for role in (R.DIRECTOR, R.COUNCIL_CHAIR, R.BOARD_MEMBER, R.COORDINATOR):
        client = Client()
        client.force_login(scene.stranger(role))
        for path in ("profiel/", "concept/", "stappen/", "profiel/alles/", "papier/1/", "begin/"):
            known = client.get(f"/werk/{scene.code}/{path}")
            unknown = client.get(f"/werk/99ZZ99/{path}")
            assert known.status_code == unknown.status_code == 404
            assert _without_nonce(known.content) == _without_nonce(unknown.content), (role, path)


def test_a_decision_on_many_leaves_out_what_is_not_ones_own() -> None:
    scene = SCENES["advised"]()
    client = Client()
    client.force_login(scene.stranger(R.BOARD_MEMBER))
    today = clock.today().isoformat()
    data = {"besluit": "vaststellen", "cases": [str(scene.case.pk)], "meeting_date": today}
    body = client.post("/werk/besluiten/", data).content.decode()
    assert NAME not in body
    assert scene.case.state == State.ADVICE_GIVEN
    client.force_login(scene.linde.user(R.BOARD_MEMBER))
    assert NAME in client.post("/werk/besluiten/", data).content.decode()
    assert scene.case.state == State.ADOPTED


def _without_nonce(content: bytes) -> str:
    import re

    text = re.sub(r'nonce="[^"]*"', "", content.decode())
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*|("X-CSRFToken": ")[^"]*', "", text)
