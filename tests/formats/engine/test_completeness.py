import pytest
from hypothesis import given

from levend.formats.engine.completeness import missing, missing_elements
from levend.formats.engine.progress import progress
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_keys
from tests.formats.samples import WIDE, format_of
from tests.formats.strategies import any_answers

TWO = format_of(
    "{type: boolean, key: q, label: Q, required: true}",
    "{type: text, key: dan, label: Dan, required: true, condition: {eq: [q, true]}, tags: ['element:ambitions']}",
    "{type: long_text, key: ook, label: Ook, tags: ['element:ambitions', 'element:extra-support']}",
    "{type: table, key: t, label: T, minimum: 2, columns: ["
    "{type: text, key: a, label: A, required: true}, {type: text, key: b, label: B}]}",
)


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ({}, ["q"]),
        ({"q": False}, []),
        ({"q": True}, ["dan"]),
        ({"q": True, "dan": " "}, ["dan"]),
        ({"q": True, "dan": "ja"}, []),
        ({"q": False, "t": [{"a": "x"}]}, ["t"]),
        ({"q": False, "t": [{"a": "x"}, {"b": "y"}]}, ["t"]),
        ({"q": False, "t": [{"a": "x"}, {"a": "y"}]}, []),
    ],
)
def test_missing_is_what_is_asked_required_and_open(answers: dict[str, Value], keys: list[str]) -> None:
    gaps = missing(TWO, answers)

    assert [gap.question.key for gap in gaps] == keys
    assert {gap.chapter.key for gap in gaps} <= {"een"}


def test_an_element_is_there_when_one_visible_answer_describes_it() -> None:
    elements = ("ambitions", "extra-support", "training-consequences")

    assert missing_elements(TWO, {"q": True, "dan": "Ambitie"}, elements) == (
        "extra-support",
        "training-consequences",
    )
    assert missing_elements(TWO, {"q": False, "dan": "Ambitie"}, elements) == elements, (
        "a hidden answer says nothing"
    )
    assert missing_elements(TWO, {"ook": "Alles"}, elements) == ("training-consequences",)
    assert missing_elements(TWO, {}, ()) == ()


def test_progress_counts_what_is_answered_and_what_is_open() -> None:
    (chapter,) = progress(TWO, {"q": True, "ook": "Alles"}).chapters

    assert (chapter.answered, chapter.total, chapter.is_done) == (2, 3, False)
    assert (chapter.key, chapter.number, chapter.title) == ("een", "1", "Een")


@given(answers=any_answers)
def test_progress_is_done_exactly_when_nothing_is_missing(answers: dict[str, Value]) -> None:
    done = progress(WIDE, answers)

    assert done.is_done is (missing(WIDE, answers) == ())
    assert 0 <= done.answered <= done.total <= len(visible_keys(WIDE, answers))
