from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levend.formats.engine.answers import Value, ValueFault, is_empty, length_limit, parse_form, parse_value
from levend.formats.engine.definition import Question
from levend.formats.engine.display import display
from tests.formats.samples import WIDE, question_of
from tests.formats.strategies import words

NUMBER = question_of("{type: number, key: v, label: V, minimum: -1000000, maximum: 1000000}")
DATE = question_of("{type: date, key: v, label: V}")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1.234", 1234),
        ("1.234,5", 1234.5),
        (" 0 ", 0),
        ("-3", -3),
        ("−3", -3),
        ("12,50000", 12.5),
        (7, 7),
        (7.0, 7),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_read_as_dutch_writes_it(typed: object, value: Value) -> None:
    parsed = parse_value(NUMBER, typed)

    assert (parsed, type(parsed)) == (value, type(value))


@pytest.mark.parametrize(
    "typed", ["veel", "1,2,3", "1.23.456", "١٢", "1e3", "0x10", "nan", True, [1], float("nan"), "9" * 400]
)
def test_what_is_no_number_is_refused_in_words(typed: object) -> None:
    with pytest.raises(ValueFault, match="Vul een getal in"):
        parse_value(NUMBER, typed)


def test_a_number_stays_within_its_bounds() -> None:
    question = question_of("{type: number, key: v, label: V, minimum: 0, maximum: 40}")

    with pytest.raises(ValueFault, match=r"van 0 of meer"):
        parse_value(question, "-1")
    with pytest.raises(ValueFault, match=r"van 40 of minder"):
        parse_value(question, 40.5)
    with pytest.raises(ValueFault, match="of minder"):
        parse_value(question_of("{type: number, key: v, label: V}"), 10**30)


@pytest.mark.parametrize(
    "typed", ["2026-03-04", "4-3-2026", "04-03-2026", "4/3/2026", "4.3.2026", "4 maart 2026", " 4 Maart 2026"]
)
def test_a_date_is_read_in_many_ways(typed: str) -> None:
    assert parse_value(DATE, typed) == "2026-03-04"


@pytest.mark.parametrize(
    "typed", ["31-02-2026", "2026-13-01", "gisteren", "04-03-26", "1-1-0001", 20260304, "2026-03-04T00:00"]
)
def test_what_is_no_date_is_refused_in_words(typed: object) -> None:
    with pytest.raises(ValueFault, match="dag-maand-jaar"):
        parse_value(DATE, typed)


@pytest.mark.parametrize(
    ("typed", "value"), [("ja", True), ("Nee", False), ("true", True), ("false", False), (False, False)]
)
def test_yes_and_no(typed: object, value: bool) -> None:
    assert parse_value(question_of("{type: boolean, key: v, label: V}"), typed) is value


@pytest.mark.parametrize("typed", ["misschien", 1, 0, ["ja"]])
def test_what_is_neither_yes_nor_no_is_refused(typed: object) -> None:
    with pytest.raises(ValueFault, match="Kies ja of nee"):
        parse_value(question_of("{type: boolean, key: v, label: V}"), typed)


@pytest.mark.parametrize("key", ["soort", "oordeel"])
@pytest.mark.parametrize("typed", ["c", "A", 1, True, ["a"], {"a": 1}])
def test_an_option_that_is_not_there_is_refused(key: str, typed: object) -> None:
    with pytest.raises(ValueFault, match="Kies een van de antwoorden"):
        parse_value(WIDE.question(key), typed)


def test_ticked_options_come_in_the_order_of_the_format() -> None:
    assert parse_value(WIDE.question("hulp"), ["rekenen", "lezen", "rekenen"]) == ["lezen", "rekenen"]


def test_an_exclusive_option_goes_with_no_other() -> None:
    assert parse_value(WIDE.question("hulp"), ["geen"]) == ["geen"]
    with pytest.raises(ValueFault, match="‘Geen’ gaat niet samen"):
        parse_value(WIDE.question("hulp"), ["lezen", "geen"])


@pytest.mark.parametrize("typed", [["schrijven"], "lezen", [1], [["lezen"]], ["lezen", "schrijven"]])
def test_ticked_options_that_are_not_there_are_refused(typed: object) -> None:
    with pytest.raises(ValueFault, match="Kies alleen antwoorden uit de lijst"):
        parse_value(WIDE.question("hulp"), typed)


def test_one_line_of_text_stays_one_line() -> None:
    assert parse_value(WIDE.question("naam"), "  De\r\nLinde\t in  Woerden ") == "De Linde in Woerden"


def test_a_long_text_keeps_its_paragraphs() -> None:
    typed = "Eerste.  \r\n\r\n\r\n\r\n- een\r\n- twee\u0007\r\n\r\n"

    assert parse_value(WIDE.question("verhaal"), typed) == "Eerste.\n\n- een\n- twee"


def test_a_text_that_is_too_long_says_how_much() -> None:
    with pytest.raises(ValueFault) as caught:
        parse_value(WIDE.question("verhaal"), "a" * 20_000)

    assert caught.value.message == "Deze tekst is te lang: 20000 tekens. Maak er hoogstens 6000 van."
    assert parse_value(WIDE.question("verhaal"), "a" * 6_000) == "a" * 6_000


def test_every_text_has_a_limit() -> None:
    assert [length_limit(WIDE.question(key)) for key in ("naam", "verhaal", "aantal")] == [300, 6_000, None]
    assert length_limit(question_of("{type: text, key: v, label: V, max_length: 20}")) == 20


@pytest.mark.parametrize("typed", [12, True, ["a"], {"a": "b"}])
def test_what_is_no_text_is_refused(typed: object) -> None:
    with pytest.raises(ValueFault, match="Vul hier tekst in"):
        parse_value(WIDE.question("naam"), typed)


def test_a_table_leaves_empty_cells_and_rows_out() -> None:
    typed = [{"wie": " ", "uren": ""}, {"wie": "Team", "uren": "12,5"}, {}, {"wie": "IB", "uren": None}]

    assert parse_value(WIDE.question("scholing"), typed) == [{"wie": "Team", "uren": 12.5}, {"wie": "IB"}]


def test_a_wrong_cell_is_named() -> None:
    with pytest.raises(ValueFault) as caught:
        parse_value(WIDE.question("scholing"), [{"wie": "Team"}, {"wie": "IB", "uren": "veel"}])

    assert caught.value.message.startswith("Rij 2, Uren: Vul een getal in")
    assert (caught.value.row, caught.value.column) == (1, "uren")


def test_a_table_has_a_most_of_rows() -> None:
    with pytest.raises(ValueFault, match="hoogstens 4 rijen"):
        parse_value(WIDE.question("scholing"), [{"wie": str(number)} for number in range(5)])


@pytest.mark.parametrize("typed", ["Team", {"wie": "Team"}, ["Team"], [["Team"]]])
def test_a_table_of_another_shape_is_refused(typed: object) -> None:
    with pytest.raises(ValueFault, match="Vul de tabel in per rij"):
        parse_value(WIDE.question("scholing"), typed)


def test_a_table_with_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueFault, match="geen kolom ‘waar’"):
        parse_value(WIDE.question("scholing"), [{"wie": "Team", "waar": "hier"}])


def test_a_form_is_read_by_the_names_of_its_fields() -> None:
    post = {
        "naam": ["De Linde"],
        "aantal": ["214"],
        "bezocht": ["false"],
        "hulp": ["", "rekenen", "lezen"],
        "scholing.3.wie": ["Team"],
        "scholing.3.uren": ["2,5"],
        "scholing.0.wie": ["IB"],
        "scholing.1.wie": [""],
        "scholing.x.wie": ["niemand"],
        "scholing.0.weg": ["x"],
    }

    read = {question.key: parse_form(question, post) for question in WIDE.questions}

    assert {key: value for key, value in read.items() if value is not None} == {
        "naam": "De Linde",
        "aantal": 214,
        "bezocht": False,
        "hulp": ["lezen", "rekenen"],
        "scholing": [{"wie": "IB"}, {"wie": "Team", "uren": 2.5}],
    }


def test_a_form_may_put_a_prefix_before_its_fields() -> None:
    assert (
        parse_form(WIDE.question("naam"), {"vraag-naam": ["De Linde"], "naam": ["x"]}, prefix="vraag-")
        == "De Linde"
    )


@given(
    raw=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_input_gives_a_value_or_a_dutch_sentence(raw: object) -> None:
    for question in WIDE.questions:
        outcome = value_or_sentence(question, raw)
        if isinstance(outcome, ValueFault):
            assert outcome.message.endswith(".")
        else:
            assert parse_value(question, outcome) == outcome, "a value reads back as itself"


def value_or_sentence(question: Question, raw: object) -> Value | ValueFault:
    try:
        return parse_value(question, raw)
    except ValueFault as fault:
        return fault


@given(value=st.integers(-1_000_000, 1_000_000) | st.decimals(-9999, 9999, places=3).map(float))
def test_a_displayed_number_reads_back_as_itself(value: int | float) -> None:
    assert parse_value(NUMBER, display(NUMBER, value)) == value


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_displayed_date_reads_back_as_itself(day: date) -> None:
    assert parse_value(DATE, display(DATE, str(day))) == str(day)


@given(typed=words)
def test_a_displayed_text_reads_back_as_itself(typed: str) -> None:
    question = WIDE.question("verhaal")
    value = parse_value(question, typed)

    assert parse_value(question, display(question, value)) == value


@pytest.mark.parametrize("value", [None, "", "  \n", "\u200d\u00ad", [], [""], [{}], [{"wie": ""}]])
def test_nothing_counts_as_unanswered(value: object) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", [False, 0, 0.0, "0", ["a"], [{"wie": False}], "👩‍👧"])
def test_no_and_nought_are_answers(value: object) -> None:
    assert not is_empty(value)
