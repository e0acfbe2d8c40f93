import pytest
from hypothesis import given

from levend.formats.engine.display import display, display_register
from levend.formats.engine.kinds import RegisterName
from levend.formats.engine.values import Value
from tests.formats.samples import WIDE
from tests.formats.strategies import any_answers


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("naam", "De Linde", "De Linde"),
        ("naam", None, ""),
        ("aantal", 0, "0"),
        ("aantal", 1234.5, "1234,5"),
        ("aantal", 1234567, "1.234.567"),
        ("aantal", -0.25, "-0,25"),
        ("dag", "2026-03-14", "14 maart 2026"),
        ("bezocht", False, "Nee"),
        ("soort", "a", "A"),
        ("soort", "vervallen", "vervallen"),
        ("hulp", ["lezen", "rekenen"], "Lezen\nRekenen"),
        ("oordeel", "goed", "Goed"),
        ("scholing", [{"wie": "Team", "uren": 2.5}, {"wie": "IB"}], "Wie: Team; Uren: 2,5\nWie: IB"),
        ("scholing", [], ""),
    ],
)
def test_an_answer_reads_as_dutch(key: str, value: Value, text: str) -> None:
    assert display(WIDE.question(key), value) == text


@given(answers=any_answers)
def test_any_stored_value_can_be_shown(answers: dict[str, Value]) -> None:
    for question in WIDE.questions:
        assert isinstance(display(question, answers.get(question.key)), str)


def test_register_facts_read_as_dutch() -> None:
    location = {
        "code": "12AB00",
        "name": "De Linde",
        "pupils": 214,
        "pupils_on": "2026-10-01",
        "school_type": "SBO",
    }

    shown = {field: display_register(field, location) for field in RegisterName}

    assert shown[RegisterName.BRIN] == "12AB"
    assert shown[RegisterName.PUPILS] == "214 (1 oktober 2026)"
    assert shown[RegisterName.SCHOOL_TYPE] == "school voor speciaal basisonderwijs"
    assert shown[RegisterName.BOARD] == ""
    assert display_register(RegisterName.PUPILS, {"pupils": 12000}) == "12.000"
