"""Answers as fields of a form, and back; and which form it is."""

from typing import Any

import pytest

from levend.formats.engine.paper import (
    NOTHING,
    field_texts,
    own_fields,
    paper_answer,
    paper_answers,
    rows_on_paper,
)
from levend.formats.engine.paper_mark import (
    PaperMark,
    foot_of,
    mark_fields,
    mark_in_fields,
    mark_in_text,
    paper_mark,
)
from tests.formats.samples import WIDE

ANSWERS: dict[str, Any] = {
    "naam": "Daniëlle’s “Şeyma”",
    "verhaal": "Een\n\n- twee\n- drie",
    "aantal": 12345.5,
    "dag": "2026-03-14",
    "bezocht": False,
    "soort": "b",
    "soort-b": "anders dan 0",
    "hulp": ["lezen", "rekenen"],
    "oordeel": "goed",
    "scholing": [{"wie": "Team", "uren": 2.5}, {"wie": "Ş. Ünal"}],
}


def fields_of(answers: dict[str, Any]) -> dict[str, str]:
    return {
        name: text
        for key, value in answers.items()
        for name, text in field_texts(WIDE.question(key), value).items()
    }


def test_answers_become_fields_that_people_can_read() -> None:
    assert fields_of(ANSWERS) == {
        "naam": "Daniëlle’s “Şeyma”",
        "verhaal": "Een\n\n- twee\n- drie",
        "aantal": "12.345,5",
        "dag": "14-03-2026",
        "bezocht": "nee",
        "soort": "b",
        "soort-b": "anders dan 0",
        "hulp:lezen": "Ja",
        "hulp:rekenen": "Ja",
        "oordeel": "goed",
        "scholing:1:wie": "Team",
        "scholing:1:uren": "2,5",
        "scholing:2:wie": "Ş. Ünal",
    }


def test_fields_become_the_same_answers_again() -> None:
    read = paper_answers(WIDE, fields_of(ANSWERS))

    assert {key: each.value for key, each in read.items()} == ANSWERS
    assert not any(each.fault for each in read.values())
    assert all(each.value is None for each in paper_answers(WIDE, {}).values())


@pytest.mark.parametrize(
    ("key", "fields", "value"),
    [
        ("verhaal", {"verhaal": "een\r\rtwee\r\ndrie"}, "een\n\ntwee\ndrie"),
        ("aantal", {"aantal": "0"}, 0),
        ("dag", {"dag": "14 maart 2026"}, "2026-03-14"),
        ("bezocht", {"bezocht": NOTHING}, None),
        ("soort", {"soort": NOTHING}, None),
        ("soort", {"soort": "B"}, "b"),  # the words of a list instead of what they stand for
        ("hulp", {"hulp:lezen": "Off", "hulp:rekenen": "Yes"}, ["rekenen"]),
        ("scholing", {"scholing:3:wie": "Team", "scholing:1:uren": " "}, [{"wie": "Team"}]),
        ("scholing", {"scholing:3:anders": "weg", "elders:1:wie": "weg"}, None),
    ],
)
def test_programs_fill_in_each_in_their_own_way(key: str, fields: dict[str, str], value: object) -> None:
    assert paper_answer(WIDE.question(key), fields).value == value


@pytest.mark.parametrize(
    ("key", "fields", "said"),
    [
        ("aantal", {"aantal": "twaalf"}, "Vul een getal in"),
        ("soort", {"soort": "c"}, "Kies"),
        ("hulp", {"hulp:lezen": "Ja", "hulp:geen": "Ja"}, "Geen"),
        ("scholing", {"scholing:2:uren": "veel"}, "2"),
    ],
)
def test_what_a_question_cannot_take_is_a_sentence(key: str, fields: dict[str, str], said: str) -> None:
    answer = paper_answer(WIDE.question(key), fields)

    assert answer.value is None
    assert said in answer.fault


def test_a_table_has_the_rows_that_are_there_and_some_more_but_never_too_many() -> None:
    scholing = WIDE.question("scholing")

    assert rows_on_paper(scholing, None) == 4
    assert rows_on_paper(scholing, [{"wie": "a"}] * 6) == 6
    assert rows_on_paper(scholing.model_copy(update={"maximum": None}), [{"wie": "a"}] * 6) == 9


def test_an_answer_of_another_shape_leaves_its_fields_empty() -> None:
    assert field_texts(WIDE.question("soort"), "weg") == {}
    assert field_texts(WIDE.question("hulp"), "weg") == {}
    assert field_texts(WIDE.question("scholing"), "weg") == {}
    assert field_texts(WIDE.question("bezocht"), "weg") == {}


def test_the_fields_of_a_question_are_its_own_with_one_kind_of_line_end() -> None:
    assert own_fields(
        WIDE.question("soort"), {"soort": "een\r\n0", "soort-b": "x", "soort:a": "Ja", "hulp:lezen": ""}
    ) == {"soort": "een\n0", "soort:a": "Ja"}


def test_a_form_says_which_one_it_is_in_its_fields_and_on_its_pages() -> None:
    mark = paper_mark(WIDE, "12AB00", ANSWERS)

    assert mark_in_fields(mark_fields(mark)) == mark
    assert mark_in_text(f"Onze school\n{foot_of(mark)}\npagina 1") == mark
    assert paper_mark(WIDE, "12AB00", {**ANSWERS, "aantal": 0}).digest != mark.digest
    blank = paper_mark(WIDE, "", {})
    assert mark_in_fields(mark_fields(blank)) == PaperMark("proef", 1, "", blank.digest)
    assert mark_in_text(foot_of(blank)) == blank


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"levend:format": "proef versie 1"},
        {"levend:format": "proef versie nul", "levend:vestiging": "12AB00"},
        {"levend:format": "proef versie 1", "levend:vestiging": "<script>"},
    ],
)
def test_another_form_is_not_taken_for_ours(fields: dict[str, str]) -> None:
    assert mark_in_fields(fields) is None
    assert mark_in_text("passend onderwijs versie 1") is None
