"""Answers of last time in a new profile: carried, carried in part, or said why not; nothing is made up."""

import pytest
from hypothesis import given

from levend.formats.engine.answers import parse_value
from levend.formats.engine.carry import Carried, Reason, carry
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value, ValueFault
from levend.formats.engine.visibility import visible_answers
from tests.formats.samples import WIDE, format_of
from tests.formats.strategies import any_answers, right_answers

OTHER = format_of(
    "{type: long_text, key: naam, label: Naam, max_length: 12}",
    "{type: number, key: verhaal, label: Verhaal}",
    "{type: number, key: aantal, label: Aantal, maximum: 20}",
    "{type: date, key: dag, label: Dag}",
    "{type: boolean, key: bezocht, label: Bezocht, condition: {lt: [aantal, 5]}}",
    "{type: rating, key: soort, label: Soort, options: [{key: b, label: B}, {key: c, label: C}]}",
    "{type: choices, key: hulp, label: Hulp, exclusive: [lezen], options: [{key: lezen, label: Lezen},"
    " {key: geen, label: Geen}]}",
    "{type: choice, key: oordeel, label: Oordeel, options: [{key: goed, label: Goed}, {key: slecht, label: Slecht}]}",
    "{type: table, key: scholing, label: Scholing, maximum: 2, columns: ["
    "{type: number, key: uren, label: Uren, maximum: 5}]}",
)
"""The wide format a year later, with everything changed that can be."""


def only(before: str, value: Value, now: str) -> Carried:
    (found,) = carry(format_of(before), {"v": value}, format_of(now))
    return found


def accepted(definition: FormatDefinition, answers: dict[str, Value]) -> dict[str, Value]:
    """The answers as the format keeps them; those that it refuses are left out."""
    kept = {}
    for key, value in answers.items():
        try:
            kept[key] = parse_value(definition.question(key), value)
        except (ValueFault, KeyError):
            continue
    return kept


@given(right_answers)
def test_the_same_format_carries_everything_as_it_was(raw: dict[str, Value]) -> None:
    answers = accepted(WIDE, raw)

    found = carry(WIDE, answers, WIDE)

    assert {each.key: each.value for each in found} == visible_answers(WIDE, answers)
    assert all(each.is_whole for each in found)


@given(any_answers)
def test_every_answer_is_carried_or_said_and_suits_its_question(answers: dict[str, Value]) -> None:
    for now in (WIDE, OTHER):
        found = carry(WIDE, answers, now)
        counted = visible_answers(WIDE, answers)

        assert {each.key: each.before for each in found} == counted
        for each in found:
            assert each.is_whole or each.left
            if each.value is not None:
                assert parse_value(now.question(each.key), each.value) == each.value
                assert nothing_new(each.before, each.value)


@given(any_answers)
def test_what_was_carried_is_seen_and_carries_again_as_it_is(answers: dict[str, Value]) -> None:
    started = {each.key: each.value for each in carry(WIDE, answers, OTHER) if each.value is not None}

    assert visible_answers(OTHER, started) == started
    assert all(each.is_whole for each in carry(OTHER, started, OTHER))


def nothing_new(before: Value, now: Value) -> bool:
    """Whether every part of the new value stood in the old one, but for spaces and how a number is written."""
    if isinstance(now, list) and isinstance(before, list):
        if all(isinstance(part, str) for part in now):
            return set(map(str, now)) <= {str(part).strip() for part in before}
        rows = [row for row in before if isinstance(row, dict)]
        return all(
            any(all(nothing_new(row.get(key), cell) for key, cell in each.items()) for row in rows)
            for each in now
            if isinstance(each, dict)
        )
    if isinstance(now, str) and isinstance(before, str):
        return set(now.split()) <= set(before.split()) or len(now) <= len(before) + 2
    if isinstance(now, int | float) and isinstance(before, int | float):
        return abs(now - before) <= 0.0001
    return now == before or isinstance(before, str)


@pytest.mark.parametrize(
    ("before", "value", "now", "kept", "reason", "names"),
    [
        (
            "{type: text, key: v, label: V}",
            "Ja",
            "{type: text, key: w, label: W}",
            None,
            Reason.QUESTION_GONE,
            (),
        ),
        (
            "{type: text, key: v, label: V}",
            "12",
            "{type: number, key: v, label: V}",
            None,
            Reason.TYPE_CHANGED,
            (),
        ),
        (
            "{type: choices, key: v, label: V, options: [{key: a, label: De A}, {key: b, label: De B}]}",
            ["a", "b"],
            "{type: choices, key: v, label: V, options: [{key: b, label: Anders}]}",
            ["b"],
            Reason.OPTION_GONE,
            ("De A",),
        ),
        (
            "{type: choice, key: v, label: V, options: [{key: a, label: De A}, {key: b, label: De B}]}",
            "a",
            "{type: choice, key: v, label: V, options: [{key: b, label: B}, {key: c, label: C}]}",
            None,
            Reason.OPTION_GONE,
            ("De A",),
        ),
        (
            "{type: table, key: v, label: V, columns: [{type: text, key: a, label: Wie}, {type: text, key: b, label: B}]}",
            [{"a": "Ans", "b": "Taal"}, {"a": "Bo"}],
            "{type: table, key: v, label: V, columns: [{type: text, key: b, label: B}]}",
            [{"b": "Taal"}],
            Reason.COLUMN_GONE,
            ("Wie",),
        ),
        (
            "{type: text, key: v, label: V}",
            "Een lange tekst",
            "{type: text, key: v, label: V, max_length: 4}",
            None,
            Reason.DOES_NOT_FIT,
            None,
        ),
    ],
)
def test_what_cannot_come_along_has_a_reason(
    before: str, value: Value, now: str, kept: Value, reason: Reason, names: tuple[str, ...] | None
) -> None:
    found = only(before, value, now)

    assert (found.value, found.left[0].reason) == (kept, reason)
    assert names is None or found.left[0].names == names


def test_a_question_that_an_answer_closes_is_started_empty_and_said() -> None:
    before = format_of("{type: boolean, key: a, label: A}", "{type: text, key: b, label: B}")
    now = format_of(
        "{type: boolean, key: a, label: A}", "{type: text, key: b, label: B, condition: {eq: [a, true]}}"
    )

    found = carry(before, {"a": False, "b": "Tekst"}, now)

    assert [(each.key, each.value, [left.reason for left in each.left]) for each in found] == [
        ("a", False, []),
        ("b", None, [Reason.NOT_ASKED]),
    ]


def test_a_text_may_become_longer_and_a_choice_a_scale() -> None:
    text = only("{type: text, key: v, label: V}", "Ja", "{type: long_text, key: v, label: V}")
    options = "options: [{key: a, label: A}, {key: b, label: B}]"
    scale = only(
        f"{{type: choice, key: v, label: V, {options}}}",
        "b",
        f"{{type: rating, key: v, label: V, {options}}}",
    )

    assert text.is_whole
    assert scale.is_whole
