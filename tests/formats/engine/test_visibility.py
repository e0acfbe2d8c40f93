import pytest
from hypothesis import given
from hypothesis import strategies as st

from levend.formats.engine.values import Value, is_empty
from levend.formats.engine.visibility import visible_answers, visible_keys
from tests.formats.samples import WIDE, format_of
from tests.formats.strategies import any_answers

RATING = "{type: rating, key: r, label: R, options: [{key: laag, label: L}, {key: midden, label: M}, {key: hoog, label: H}]}"
CHOICES = "{type: choices, key: c, label: C, options: [{key: x, label: X}, {key: y, label: Y}]}"


@pytest.mark.parametrize(
    ("earlier", "condition", "answer", "shown"),
    [
        ("{type: boolean, key: q, label: Q}", "{eq: [q, true]}", True, True),
        ("{type: boolean, key: q, label: Q}", "{eq: [q, true]}", False, False),
        ("{type: boolean, key: q, label: Q}", "{eq: [q, true]}", None, False),
        ("{type: boolean, key: q, label: Q}", "{eq: [q, true]}", 1, False),
        ("{type: boolean, key: q, label: Q}", "{ne: [q, true]}", False, True),
        ("{type: boolean, key: q, label: Q}", "{ne: [q, true]}", None, False),
        ("{type: boolean, key: q, label: Q}", "{not: {eq: [q, true]}}", None, True),
        ("{type: boolean, key: q, label: Q}", "{empty: q}", None, True),
        ("{type: boolean, key: q, label: Q}", "{empty: q}", False, False),
        ("{type: number, key: q, label: Q}", "{gt: [q, 5]}", 5.5, True),
        ("{type: number, key: q, label: Q}", "{gt: [q, 5]}", 5, False),
        ("{type: number, key: q, label: Q}", "{lt: [q, 5]}", 0, True),
        ("{type: number, key: q, label: Q}", "{eq: [q, 0]}", 0, True),
        ("{type: number, key: q, label: Q}", "{lt: [q, 5]}", "veel", False),
        ("{type: date, key: q, label: Q}", "{lt: [q, '2026-08-01']}", "2026-07-31", True),
        ("{type: date, key: q, label: Q}", "{gt: [q, '2026-08-01']}", "2026-07-31", False),
        ("{type: text, key: q, label: Q}", "{eq: [q, ja]}", "ja", True),
        ("{type: text, key: q, label: Q}", "{empty: q}", " \u200d", True),
        (RATING.replace("key: r", "key: q"), "{lt: [q, midden]}", "laag", True),
        (RATING.replace("key: r", "key: q"), "{lt: [q, midden]}", "midden", False),
        (RATING.replace("key: r", "key: q"), "{gt: [q, midden]}", "hoog", True),
        (RATING.replace("key: r", "key: q"), "{lt: [q, midden]}", "vervallen-optie", False),
        (CHOICES.replace("key: c", "key: q"), "{has: [q, y]}", ["x", "y"], True),
        (CHOICES.replace("key: c", "key: q"), "{has: [q, y]}", ["x"], False),
        (CHOICES.replace("key: c", "key: q"), "{has: [q, y]}", "y", False),
        (CHOICES.replace("key: c", "key: q"), "{all: [{has: [q, x]}, {has: [q, y]}]}", ["x", "y"], True),
        (CHOICES.replace("key: c", "key: q"), "{any: [{has: [q, x]}, {has: [q, y]}]}", ["y"], True),
        (CHOICES.replace("key: c", "key: q"), "{all: [{has: [q, x]}, {has: [q, y]}]}", ["y"], False),
    ],
)
def test_a_condition_shows_a_question(earlier: str, condition: str, answer: Value, shown: bool) -> None:
    definition = format_of(earlier, f"{{type: text, key: dan, label: Dan, condition: {condition}}}")

    assert ("dan" in visible_keys(definition, {"q": answer})) is shown


def test_a_namely_text_shows_with_its_option() -> None:
    shown = {"aantal": 11, "dag": "2026-01-01", "soort": "b", "bezocht": True}

    assert "soort-b" in visible_keys(WIDE, shown)
    assert "soort-b" not in visible_keys(WIDE, {**shown, "soort": "a"})


def test_a_hidden_answer_counts_as_none_for_what_comes_later() -> None:
    answers: dict[str, Value] = {
        "aantal": 11,
        "dag": "2026-01-01",
        "bezocht": True,
        "soort": "a",
        "hulp": ["lezen"],
    }

    assert {"soort", "hulp", "oordeel"} <= visible_keys(WIDE, answers)
    hidden = visible_keys(WIDE, {**answers, "aantal": 3})
    assert hidden & {"dag", "bezocht", "soort", "soort-b"} == set()
    assert "hulp" in hidden, "its condition asks that the hidden namely text is empty"


@given(answers=any_answers)
def test_visibility_is_decided_by_visible_answers_alone(answers: dict[str, Value]) -> None:
    visible = visible_keys(WIDE, answers)

    assert visible_keys(WIDE, {key: answers.get(key) for key in visible}) == visible


@given(answers=any_answers, other=any_answers)
def test_an_answer_to_a_hidden_question_changes_nothing(
    answers: dict[str, Value], other: dict[str, Value]
) -> None:
    visible = visible_keys(WIDE, answers)
    disturbed = {**answers, **{key: value for key, value in other.items() if key not in visible}}

    assert visible_keys(WIDE, disturbed) == visible
    assert visible_answers(WIDE, disturbed) == visible_answers(WIDE, answers)


@given(answers=any_answers, place=st.integers(0, len(WIDE.questions) - 1))
def test_a_question_never_depends_on_what_comes_after_it(answers: dict[str, Value], place: int) -> None:
    before = [question.key for question in WIDE.questions[: place + 1]]

    assert visible_keys(WIDE, {key: answers.get(key) for key in before}) & set(before) == (
        visible_keys(WIDE, answers) & set(before)
    )


@given(answers=any_answers)
def test_visible_answers_are_never_empty(answers: dict[str, Value]) -> None:
    assert not any(is_empty(value) for value in visible_answers(WIDE, answers).values())
