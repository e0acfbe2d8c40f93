import pytest

from levend.formats.engine.difference import unchanged
from levend.formats.engine.offer_changes import OfferMove, offer_changes
from levend.formats.engine.values import Value
from tests.formats.samples import format_of

M = OfferMove
FORMAT = format_of(
    "{type: choice, key: dys, label: Dyslexie, options: [{key: b, label: B, tags: ['support:TAAL-DYS:basic']},"
    " {key: x, label: X, tags: ['support:TAAL-DYS:extra']}, {key: geen, label: Geen}]}",
    "{type: boolean, key: ook, label: Ook extra, tags: ['support:TAAL-DYS:extra']}",
    "{type: choice, key: stand, label: Stand, options: [{key: nu, label: Nu, tags: ['state:TAAL-DYS:in-place']},"
    " {key: later, label: Later, tags: ['state:TAAL-DYS:planned']}]}",
    "{type: number, key: plek, label: Plek, tags: ['capacity:TAAL-DYS']}",
    "{type: boolean, key: ass, label: Autisme, tags: ['support:GEDRAG-ASS:extra']}",
)


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        ({}, {"dys": "b"}, M.STARTS),
        ({"dys": "b"}, {"dys": "geen"}, M.STOPS),
        ({"dys": "b"}, {"dys": "x"}, M.LEVEL),
        ({"dys": "b"}, {"dys": "b", "ook": True}, M.GROWS),
        ({"dys": "b", "ook": True}, {"dys": "b"}, M.SHRINKS),
        ({"dys": "b", "plek": 8}, {"dys": "b", "plek": 5}, M.SHRINKS),
        ({"dys": "b"}, {"dys": "b", "plek": 5}, M.SHRINKS),
        ({"dys": "b", "plek": 5}, {"dys": "b"}, M.GROWS),
        ({"dys": "b"}, {"dys": "b", "stand": "later"}, M.STATE),
        ({"dys": "b", "stand": "nu"}, {"dys": "b"}, None),
        ({"dys": "b", "plek": 8}, {"dys": "b", "ook": True, "plek": 5}, M.SHRINKS),
    ],
)
def test_an_offer_moves_one_way(
    before: dict[str, Value], after: dict[str, Value], move: OfferMove | None
) -> None:
    changes = offer_changes(FORMAT, before, FORMAT, after)

    assert [change.move for change in changes] == ([move] if move else [])


def test_what_goes_away_comes_first() -> None:
    changes = offer_changes(FORMAT, {"ass": True}, FORMAT, {"dys": "b"})

    assert [(change.code, change.move) for change in changes] == [
        ("GEDRAG-ASS", M.STOPS),
        ("TAAL-DYS", M.STARTS),
    ]
    assert (len(changes[0].before), changes[0].after) == (1, ())


def test_the_same_answers_are_counted() -> None:
    same = unchanged(FORMAT, {"dys": "b", "plek": 8, "ass": True}, FORMAT, {"dys": "b", "plek": 9})

    assert same == {"dys"}
