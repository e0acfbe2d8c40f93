from typing import Any

import pytest
from pydantic import TypeAdapter

from levend.formats.engine.condition_words import condition_sentence
from levend.formats.engine.conditions import Condition
from levend.formats.shipped import shipped_definition
from tests.formats.samples import WIDE

_condition: TypeAdapter[Condition] = TypeAdapter(Condition)


def said(condition: dict[str, Any]) -> str:
    question = WIDE.question("naam").model_copy(update={"condition": _condition.validate_python(condition)})
    return condition_sentence(WIDE, question)


@pytest.mark.parametrize(
    ("condition", "clause"),
    [
        ({"eq": ("bezocht", True)}, "u bij “Bezocht” “Ja” kiest"),
        ({"has": ("hulp", "lezen")}, "u bij “Hulp” “Lezen” aankruist"),
        ({"eq": ("aantal", 3)}, "u bij “Aantal” “3” invult"),
        ({"ne": ("soort", "a")}, "u bij “Soort” iets anders invult dan “A”"),
        ({"gt": ("dag", "2026-03-14")}, "u bij “Dag” een latere datum invult dan “14 maart 2026”"),
        ({"lt": ("aantal", 3)}, "u bij “Aantal” minder invult dan “3”"),
        ({"lt": ("oordeel", "goed")}, "u bij “Oordeel” iets lagers kiest dan “Goed”"),
        ({"empty": "naam"}, "u “Naam” leeg laat"),
        ({"not": {"empty": "naam"}}, "u bij “Naam” iets invult"),
        ({"not": {"eq": ("soort", "a")}}, "het niet zo is dat u bij “Soort” “A” kiest"),
        (
            {"any": [{"eq": ("soort", "a")}, {"eq": ("soort", "b")}, {"eq": ("bezocht", False)}]},
            "u bij “Soort” “A” of “B” kiest of u bij “Bezocht” “Nee” kiest",
        ),
        (
            {"all": [{"eq": ("bezocht", True)}, {"has": ("hulp", "lezen")}]},
            "u bij “Bezocht” “Ja” kiest en u bij “Hulp” “Lezen” aankruist",
        ),
    ],
)
def test_a_condition_is_a_sentence(condition: dict[str, Any], clause: str) -> None:
    assert said(condition) == f"Vul dit alleen in als {clause}."


def test_a_question_that_is_always_asked_has_none() -> None:
    assert condition_sentence(WIDE, WIDE.question("naam")) == ""


def test_a_namely_text_names_its_option() -> None:
    definition = shipped_definition("passenderwijs")
    namely = next(question for question in definition.questions if question.namely_for)
    assert namely.namely_for is not None

    sentence = condition_sentence(definition, namely)

    assert sentence.startswith("Vul dit alleen in als u bij “")
    assert definition.question(namely.namely_for[0]).label in sentence


def test_levels_of_one_offer_are_said_together() -> None:
    definition = shipped_definition("bao")

    assert condition_sentence(definition, definition.question("hulp-taal-begr-anderen")) == (
        "Vul dit alleen in als u bij “Begrijpend lezen” “Aanvullend” of “Extra ondersteuning” kiest."
    )
