"""Every address × every role × own, fellow, stranger: what they get, and that a refusal changes nothing."""

from collections import defaultdict
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.web.chain.steps import BY_SLUG
from tests.security.asking import ARGUMENTS, PAYLOADS, address, payload
from tests.security.database import changed, contents, noted, undone
from tests.security.scenes import SCENES, Scene
from tests.security.table import ROLES, ROWS, Row

BY_SCENE: dict[str, list[Row]] = defaultdict(list)
for _row in ROWS:
    BY_SCENE[_row.scene].append(_row)


def names(resolver: URLResolver | None = None) -> set[str]:
    """The names of all addresses; one without a name has none to be listed by."""
    found: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            found |= names(pattern)
        else:
            assert isinstance(pattern, URLPattern)
            assert pattern.name, f"{pattern.pattern} has no name"
            found.add(pattern.name)
    return found


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_address_has_a_row_and_every_row_an_address(method: str) -> None:
    assert {row.name for row in ROWS if row.method == method} == names()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_step_has_a_row(method: str) -> None:
    listed = {row.word for row in ROWS if row.name == "step" and row.method == method}
    assert listed - {"verzonnen"} == set(BY_SLUG)


def test_nothing_is_listed_that_no_row_uses() -> None:
    assert set(ARGUMENTS) <= {row.name for row in ROWS}
    assert set(PAYLOADS) <= {row.key for row in ROWS if row.method == "POST"}
    assert set(SCENES) == set(BY_SCENE)


@pytest.mark.django_db
@pytest.mark.sqlite  # who gets which words is no matter of the database
@pytest.mark.parametrize("situation", list(BY_SCENE))
def test_everybody_gets_what_the_table_says(situation: str) -> None:
    scene = SCENES[situation]()
    clients = _Clients(scene)
    faults = [
        f"{row} for {who}: {got} instead of {wanted}"
        for row in BY_SCENE[situation]
        for who, wanted, got in clients.ask(row)
        if got != wanted
    ]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.django_db
@pytest.mark.postgresql  # SQLite is asked as everybody, above
@pytest.mark.parametrize("situation", list(BY_SCENE))
def test_every_address_answers_whom_it_is_for(situation: str) -> None:
    """One person for each row."""
    scene = SCENES[situation]()
    clients = _Clients(scene)
    faults = [
        f"{row}: {got} instead of {row.own[role]}"
        for row in BY_SCENE[situation]
        for role in [next((role for role in ROLES if row.own[role] in {"200", "go"}), ROLES[0])]
        if (got := clients.outcome(row, address(row, scene), scene.linde.user(role), f"own {role}"))
        != row.own[role]
    ]
    assert not faults, "\n" + "\n".join(faults)


class _Clients:
    """A browser for everybody. What they do is undone each time."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.made: dict[User | None, Client] = {None: Client()}
        for role in ROLES:
            for user in (scene.linde.user(role), scene.fellow(role), scene.stranger(role)):
                self.made[user] = Client()
                self.made[user].force_login(user)
        self.before = contents()

    def ask(self, row: Row) -> "list[tuple[str, str, str]]":
        """Who asked, what they should get, what they got.

        Everybody is asked at home. Elsewhere those are who may do it at home, and of the others one in turn: they are
        refused before anybody looks at their place.
        """
        scene = self.scene
        people: list[tuple[str, str, User | None]] = [("anonymous", row.anonymous, None)]
        with noted() as made:  # a link, where the address is one
            url = address(row, scene)
        if made:
            self.before = contents()
        turn = ROLES[ROWS.index(row) % len(ROLES)]
        for role in ROLES:
            people.append((f"own {role}", row.own[role], scene.linde.user(role)))
            may = row.own[role] not in {"403", "404", "405"} or role == turn
            if (
                may and row.own[role] != "405" and url.startswith("/werk/")
            ):  # elsewhere a place makes no difference
                people.append((f"fellow {role}", row.of_fellow(role), scene.fellow(role)))
                people.append((f"stranger {role}", row.of_stranger(role), scene.stranger(role)))
        return [(who, wanted, self.outcome(row, url, user, who)) for who, wanted, user in people]

    def outcome(self, row: Row, url: str, user: User | None, who: str) -> str:
        cache.clear()  # rate limits: many ask here from one address
        client = deepcopy(self.made[user])  # whoever logs out here is still there for the next row
        with undone() as writes:
            if row.method == "POST":
                got = _word(client.post(url, payload(row, self.scene)))
            else:
                got = _word(client.get(url))
            harmless = row.method == "GET" or got not in {"go", "200"} or self.has_no_business(row, user, who)
            touched = changed(self.before, contents()) if harmless and writes else set()
        if touched:
            return f"{got}, changing {sorted(touched)}"
        return got

    def has_no_business(self, row: Row, user: User | None, who: str) -> bool:
        """Whether the object of this row is none of this person's: whatever they are answered, nothing may change."""
        if row.name not in {"decide", "receive"} or user is None:
            return False
        return not who.startswith("own") and user not in _DECIDERS.get(row.key, _nobody)(self.scene)


def _nobody(scene: Scene) -> set[User]:
    return set()


def _at_the_same_board(scene: Scene) -> set[User]:
    return {scene.fellow(Role.BOARD_MEMBER)}


def _at_the_same_consortium(scene: Scene) -> set[User]:
    return {scene.fellow(Role.COORDINATOR)}


_DECIDERS = {"decide:vaststellen": _at_the_same_board, "receive": _at_the_same_consortium}


def _word(response: HttpResponseBase) -> str:
    """The table's word for an answer."""
    if response.status_code in {301, 302}:
        return "in" if response.headers["Location"].startswith("/inloggen/?next=") else "go"
    return str(response.status_code)
