"""What stands beside an answer: the figure of the source, what the school says instead, and why."""

import re

import pytest

from levend.formats.engine.beside import BESIDE, Fact, beside, without_reason
from levend.formats.engine.definition import KEY_PATTERN
from levend.formats.engine.display import display_register, display_with
from levend.formats.engine.extra import extra_questions, figure_codes
from levend.formats.engine.kinds import RegisterName
from levend.formats.engine.loading import load_definition
from levend.formats.engine.values import Answers, Value

FORMAT = load_definition(
    """\
key: tellen
version: 1
title: Format met een kengetal
chapters:
  - key: kort
    title: In het kort
    items:
      - {type: register, field: name, label: Naam}
      - {type: register, field: code, label: Code}
      - {type: register, field: pupils, label: Aantal leerlingen}
      - {key: telling, type: number, label: Leerlingen, tags: ["keyfigure:KG-LL"]}
      - {key: jongens, type: number, label: Jongens, tags: ["keyfigure:KG-OPP"]}
      - {key: meisjes, type: number, label: Meisjes, tags: ["keyfigure:KG-OPP"]}
""",
    "tellen",
)
DUO = {"KG-LL": Fact("DUO", "2025-10-01", 214), "KG-OPP": Fact("DUO", "2025-10-01", 30)}
HIDDEN = {"KG-LL": Fact("DUO", "2025-10-01", None)}
REGISTER: dict[str, object] = {"name": "De Linde", "pupils": 214, "pupils_on": "2025-10-01"}


def texts(
    answers: Answers, facts: dict[str, Fact], register: dict[str, object] = REGISTER
) -> tuple[str, ...]:
    location = {**register, BESIDE: beside(FORMAT, answers, facts, register)}
    return (
        display_with(FORMAT.question("telling"), answers.get("telling"), location),
        display_register(RegisterName.PUPILS, location),
        display_register(RegisterName.NAME, location),
    )


def test_a_figure_fills_in_the_one_number_that_asks_for_it() -> None:
    assert figure_codes(FORMAT) == {"telling": "KG-LL"}
    assert list(extra_questions(FORMAT)) == [
        "register--name", "register--name--reason", "register--pupils", "register--pupils--reason", "telling--reason"
    ]  # fmt: skip
    assert not any(re.match(KEY_PATTERN, key) for key in extra_questions(FORMAT))


def test_without_figures_nothing_stands_beside_a_text() -> None:
    assert beside(FORMAT, {"telling": 214}, {}, REGISTER) == {}
    assert texts({"telling": 214}, {}) == ("214", "214 (1 oktober 2025)", "De Linde")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"telling": 214}, "214 (DUO, 1 oktober 2025)"),
        ({"telling": 220}, "De school telt 220; DUO 1 oktober 2025: 214"),
        (
            {"telling": 220, "telling--reason": "Er kwam\neen groep bij."},
            "De school telt 220: Er kwam een groep bij; DUO 1 oktober 2025: 214",
        ),
        ({"telling": 214, "telling--reason": "Dat was vorig jaar."}, "214 (DUO, 1 oktober 2025)"),
        ({"telling--reason": "Nog niets."}, ""),
    ],
)
def test_an_answer_stands_with_its_source_and_another_number_with_both(answers: Answers, told: str) -> None:
    assert texts(answers, DUO)[0] == told


def test_what_a_school_says_of_the_register_stands_beside_it() -> None:
    said: dict[str, Value] = {
        "register--pupils": 220,
        "register--pupils--reason": "Wij groeien.",
        "register--name": "De Lindeboom",
    }

    assert texts(said, DUO)[1:] == (
        "De school telt 220: Wij groeien; DUO 1 oktober 2025: 214",
        "De school schrijft “De Lindeboom”; register: De Linde",
    )
    assert texts({"register--pupils": 214, "register--name": "De Linde"}, DUO)[1:] == (
        "214 (DUO, 1 oktober 2025)",
        "De Linde",
    )


def test_a_hidden_count_is_no_number() -> None:
    register: dict[str, object] = {"name": "De Linde"}

    assert beside(FORMAT, {"telling": 3}, HIDDEN, register)["telling"] == {
        "source": "DUO",
        "on": "2025-10-01",
    }
    assert texts({"telling": 7}, HIDDEN, register)[:2] == (
        "De school telt 7; DUO 1 oktober 2025: minder dan 5",
        "minder dan 5 (DUO, 1 oktober 2025)",
    )


def test_a_reason_is_asked_where_the_numbers_differ() -> None:
    answers: dict[str, Value] = {
        "telling": 220,
        "register--name": "Linde",
        "register--name--reason": "Zo heten wij.",
    }
    found = beside(FORMAT, answers, DUO, REGISTER)

    assert without_reason(found, answers) == ("telling",)
    assert without_reason(beside(FORMAT, {"telling": 214}, DUO, REGISTER), {"telling": 214}) == ()
