"""Equal content has equal bytes and an equal hash (RFC 8785)."""

import hashlib
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levend.core.canonical import canonical_json, sha256_of

WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
TEXT = st.text(st.characters(exclude_categories=("Cs",)))
JSON = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats(-1e15, 1e15) | TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXT, inner, max_size=5),
    max_leaves=20,
)
OBJECTS = st.dictionaries(TEXT, JSON, max_size=6)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1, "a": 2}, '{"a":2,"b":1}'),
        ({"é": "€", "z": '\u000f\n"\\'}, '{"z":"\\u000f\\n\\"\\\\","é":"€"}'),
        ([56.0, 1e30, 4.50, 2e-3, 0.000001, -0.0], "[56,1e+30,4.5,0.002,0.000001,0]"),
        (
            {"\U0001f600": 1, "\ufb33": 2},
            '{"\U0001f600":1,"\ufb33":2}',
        ),  # by UTF-16 units, not by code points
        ([None, True, False, "", []], '[null,true,false,"",[]]'),
    ],
)
def test_it_is_written_as_the_standard_says(value: object, written: str) -> None:
    assert canonical_json(value) == written.encode()  # type: ignore[arg-type]


@given(OBJECTS, st.randoms())
def test_the_order_of_keys_makes_no_difference(value: dict[str, object], chance: random.Random) -> None:
    assert canonical_json(_shuffled(value, chance)) == canonical_json(value)
    assert sha256_of(_shuffled(value, chance)) == sha256_of(value)


def _shuffled(value: object, chance: random.Random) -> "dict[str, object]":
    if isinstance(value, dict):
        pairs = [(key, _shuffled(inner, chance)) for key, inner in value.items()]
        chance.shuffle(pairs)
        return dict(pairs)
    if isinstance(value, list):
        return [_shuffled(inner, chance) for inner in value]  # type: ignore[return-value]
    return value  # type: ignore[return-value]


@given(OBJECTS)
def test_reading_and_writing_again_changes_nothing(value: dict[str, object]) -> None:
    once = canonical_json(value)
    assert canonical_json(json.loads(once)) == once


@given(OBJECTS, OBJECTS)
def test_other_content_has_other_bytes(one: dict[str, object], other: dict[str, object]) -> None:
    if json.dumps(one, sort_keys=True) != json.dumps(other, sort_keys=True) and one != other:
        assert canonical_json(one) != canonical_json(other)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), 2**53 + 1, -(2**60)])
def test_a_number_that_json_cannot_hold_is_refused(value: float) -> None:
    with pytest.raises(ValueError):
        canonical_json([value])


def test_the_hash_is_of_the_bytes() -> None:
    assert sha256_of(b"") == hashlib.sha256(b"").hexdigest()
    assert sha256_of({"a": [1]}) == hashlib.sha256(b'{"a":[1]}').hexdigest()
    assert sha256_of({"é": 1}) != sha256_of({"e\u0301": 1})
