"""A region asks for fewer kinds of support than its format knows, and loses no answer by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.formats.engine.completeness import missing
from levend.formats.engine.progress import progress
from levend.formats.engine.switched_off import (
    about,
    as_offered,
    chosen_in,
    closed_questions,
    no_longer_offered,
    not_asked,
)
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_answers, visible_keys
from tests.formats.samples import format_of

ENTRIES = "entries: [{code: TAAL-DYS, label: Dyslexie}, {code: TAAL-LEES, label: Lezen}]"
HERE = format_of(
    f"{{type: support, key: hulp, required: true, parts: [by, words], {ENTRIES}}}",
    "{type: choices, key: lijst, label: Protocollen, required: true, options: ["
    "{key: a, label: Dyslexieprotocol, tags: ['support:P-DYS:basic']},"
    " {key: b, label: Pestprotocol, tags: ['support:P-PEST:basic']}, {key: c, label: Geen}]}",
    "{type: long_text, key: samen, label: Dyslexie en lezen, required: true,"
    " tags: ['words:TAAL-DYS:others', 'words:TAAL-LEES:others']}",
    "{type: boolean, key: wet, label: Extra hulp, tags: ['support:TAAL-DYS:extra', 'element:extra-support']}",
    "{type: table, key: rijen, label: Groepen, columns: [{type: choice, key: soort, label: Soort, options: ["
    "{key: plus, label: Plusklas, tags: ['support:G-PLUS:extra']}, {key: rest, label: Anders}]}]}",
)


def asked(off: set[str], answers: dict[str, Value]) -> set[str]:
    left_out = not_asked(HERE, off, visible_answers(HERE, answers).keys())
    return set(visible_keys(HERE, answers) - left_out)


def test_a_kind_of_support_that_is_off_is_not_asked_and_nothing_else_changes() -> None:
    everything = {"hulp-taal-dys", "hulp-taal-lees", "lijst", "samen", "wet", "rijen"}

    assert asked(set(), {}) == everything
    assert asked({"TAAL-DYS"}, {}) == everything - {"hulp-taal-dys"}
    assert asked({"TAAL-DYS", "TAAL-LEES"}, {}) == {"lijst", "wet", "rijen"}


def test_an_answer_keeps_every_question_about_its_kind_of_support() -> None:
    level = {"hulp-taal-dys": "extra"}

    assert {"hulp-taal-dys", "hulp-taal-dys-wie", "hulp-taal-dys-uitleg"} <= asked({"TAAL-DYS"}, level)
    assert "hulp-taal-lees" not in asked({"TAAL-DYS", "TAAL-LEES"}, level)
    assert "hulp-taal-dys" in asked({"TAAL-DYS"}, {"hulp-taal-dys": "niet"})


def test_words_that_a_condition_hides_keep_nothing() -> None:
    assert "hulp-taal-dys" not in asked({"TAAL-DYS"}, {"hulp-taal-dys-uitleg": "Oud"})


@pytest.mark.parametrize(
    ("off", "answers", "keys"),
    [
        (set(), {}, ["hulp-taal-dys", "hulp-taal-lees", "lijst", "samen"]),
        ({"TAAL-DYS"}, {}, ["hulp-taal-lees", "lijst", "samen"]),
        ({"TAAL-DYS", "TAAL-LEES"}, {}, ["lijst"]),
        ({"P-DYS", "P-PEST"}, {}, ["hulp-taal-dys", "hulp-taal-lees", "lijst", "samen"]),
        ({"TAAL-DYS", "TAAL-LEES"}, {"hulp-taal-dys": "extra", "lijst": ["c"]}, []),
    ],
)
def test_nobody_waits_for_what_is_off(off: set[str], answers: dict[str, Value], keys: list[str]) -> None:
    assert [gap.question.key for gap in missing(HERE, answers, off)] == keys
    now = progress(HERE, answers, off)
    assert now.total - now.answered == len(keys)


def test_what_the_law_asks_is_asked_everywhere() -> None:
    assert [question.key for question in closed_questions(HERE, {"TAAL-DYS", "TAAL-LEES"})] == [
        question.key
        for question in HERE.questions
        if question.key.startswith("hulp-") or question.key == "samen"
    ]


def test_an_option_goes_unless_it_was_chosen() -> None:
    question, table = HERE.question("lijst"), HERE.question("rijen")

    assert [option.key for option in as_offered(question, {"P-DYS"}, set()).options] == ["b", "c"]
    assert as_offered(question, {"P-DYS"}, chosen_in(question, ["a"])) is question
    assert no_longer_offered(question, {"P-DYS"}, {"a", "b"}) == ("Dyslexieprotocol",)
    (column,) = as_offered(table, {"G-PLUS"}, chosen_in(table, [{"soort": "rest"}])).columns
    assert [option.key for option in column.options] == ["rest"]
    assert as_offered(table, {"G-PLUS"}, chosen_in(table, [{"soort": "plus"}])) is table


LEVELS = st.sampled_from(["basis", "extra", "niet", "onbekend"]) | st.none()
SAID = st.fixed_dictionaries(
    {},
    optional={
        "hulp-taal-dys": LEVELS,
        "hulp-taal-lees": LEVELS,
        "hulp-taal-dys-uitleg": st.just("Zo"),
        "lijst": st.lists(st.sampled_from("abc"), unique=True),
        "samen": st.just("Met elkaar"),
        "wet": st.booleans(),
    },
)
CODES = sorted({code for question in HERE.questions for code in about(question)})


@settings(max_examples=50)
@given(answers=SAID, off=st.sets(st.sampled_from(CODES)))
def test_what_is_said_stays_asked_and_is_the_same_text(answers: dict[str, Value], off: set[str]) -> None:
    said = visible_answers(HERE, answers)
    left_out = not_asked(HERE, off, said.keys())
    without = {key: value for key, value in answers.items() if key not in left_out}

    assert not left_out & said.keys()
    assert visible_answers(HERE, without) == said
    assert {gap.question.key for gap in missing(HERE, answers, off)} == {
        gap.question.key for gap in missing(HERE, answers)
    } - {question.key for question in closed_questions(HERE, off)}
