"""Answers in the cells of a spreadsheet, and the columns that they stand in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.formats.engine.cells import IN_CELLS, CellFault, cell_value
from levend.formats.engine.columns import guess_code_column, guess_columns, location_code
from levend.formats.engine.definition import Option, Question
from levend.formats.engine.display import display
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.sample_answers import sample_answers
from levend.formats.engine.values import ValueFault
from levend.formats.shipped import shipped_definition, shipped_keys

OPTIONS = (
    Option(key="arts", label="Arts; of verpleegkundige"),
    Option(key="gemeente", label="Gemeente"),
    Option(key="anders", label="Anders | namelijk"),
)


def question(kind: str) -> Question:
    options = OPTIONS if kind in {"choice", "choices", "rating"} else ()
    return Question(key="vraag", type=QuestionType(kind), label="Vraag", options=options)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("boolean", "Ja", True),
        ("boolean", "nee", False),
        ("boolean", 1, True),
        ("boolean", "x", True),
        ("boolean", False, False),
        ("boolean", "  ", None),
        ("date", "14-3-2026", "2026-03-14"),
        ("date", "2026-03-14", "2026-03-14"),
        ("date", "2026-03-14 00:00:00", "2026-03-14"),
        ("date", 46095, "2026-03-14"),
        ("number", "1.234,5", 1234.5),
        ("number", 12, 12),
        ("text", 3.5, "3,5"),
        ("text", "a\u202e\nb", "a b"),
        ("long_text", " a\r\nb ", "a\nb"),
        ("choice", "GEMEENTE ", "gemeente"),
        ("rating", "Anders | namelijk", "anders"),
        ("choices", "gemeente;arts", ["arts", "gemeente"]),
        ("choices", "Gemeente | Arts; of verpleegkundige", ["arts", "gemeente"]),
        ("choices", "Anders | namelijk\nGemeente;", ["gemeente", "anders"]),
    ],
)
def test_a_cell_gives_an_answer(kind: str, cell: str | float | None, value: object) -> None:
    found = cell_value(question(kind), cell)
    assert found == value
    assert isinstance(found, bool) == isinstance(value, bool)


@pytest.mark.parametrize(
    ("kind", "cell", "words"),
    [
        ("boolean", "misschien", "geen ja of nee: misschien"),
        ("choice", "Politie", "de antwoorden van deze vraag: Politie"),
        ("choices", "Gemeente; Politie", "vraag: Politie"),
        ("date", 3, "datum"),
        ("date", "31-2-2026", "datum"),
        ("number", "veel", "getal"),
        ("number", True, "getal"),
        ("text", "x" * 301, "301"),
        ("table", "iets", "tabel"),
    ],
)
def test_what_a_question_cannot_take_is_said_in_words(kind: str, cell: str | int, words: str) -> None:
    with pytest.raises(ValueFault) as refused:
        cell_value(question(kind), cell)
    fault = refused.value
    said = f"{fault.message[:-1]}: {fault.text}" if isinstance(fault, CellFault) else fault.message
    assert words in said


@pytest.mark.parametrize("key", shipped_keys())
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_what_a_format_says_in_words_comes_back(key: str, data: st.DataObject) -> None:
    definition = shipped_definition(key)
    asked = [each for each in definition.questions if each.type in IN_CELLS]
    one = data.draw(st.sampled_from(asked))
    value = sample_answers(definition).get(one.key)
    if one.type is QuestionType.CHOICES:
        free = [each.key for each in one.options if each.key not in one.exclusive]
        value = sorted(data.draw(st.sets(st.sampled_from(free), min_size=1)), key=free.index)
    elif one.options:
        value = data.draw(st.sampled_from(one.options)).key
    between = data.draw(st.sampled_from(["\n", ";", " | "]))
    assert (
        cell_value(one, display(one, value).replace("\n", between) if one.options else display(one, value))
        == value
    )
    assert cell_value(one, between.join(value) if isinstance(value, list) else display(one, value)) == value


def test_columns_find_their_questions() -> None:
    definition = shipped_definition("bao")
    asked = [each for each in definition.questions if each.type in IN_CELLS]
    headers = [each.label.upper() for each in asked]
    assert guess_columns(definition, headers) == {place: each.key for place, each in enumerate(asked)}
    assert guess_columns(definition, [asked[3].key, "Iets heel anders", ""]) == {0: asked[3].key}


@pytest.mark.parametrize(
    ("rows", "column"), [([["De Es", "12ab-0"], ["x", "12AB|01"]], 1), ([["De Es", ""]], None)]
)
def test_the_column_with_codes_is_found(rows: list[list[str]], column: int | None) -> None:
    assert guess_code_column(["School", "Nummer"], rows) == column


@pytest.mark.parametrize(
    ("text", "code"), [("12ab-0", "12AB00"), ("12AB|01", "12AB01"), ("12AB", "12AB"), (5, "")]
)
def test_codes_are_read_as_people_write_them(text: str | int, code: str) -> None:
    assert location_code(text) == code
