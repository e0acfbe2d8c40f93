"""Answers, a form, filled in by the programs that people have, and the same answers again: every kind of question.

Empty forms are filled in whole; on forms filled in beforehand one answer of every kind is changed. A form that came
back still knows what it began with, whatever program saved it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from levend.cli.main import main
from levend.documents.reading.read import read_pdf
from levend.formats.engine.answers import length_limit, parse_value
from levend.formats.engine.definition import Question
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.paper import NO, YES, field_name, field_texts
from levend.formats.engine.values import Value
from levend.formats.shipped import shipped_definition
from levend.publication.engine.form_back import form_back
from tests.support.fillers import ENGINES, fill

pytestmark = [pytest.mark.pdf, pytest.mark.slow]
KEY = "passenderwijs"
SLOW = frozenset({"poppler"})
"""A program that takes half a minute for a whole form; it fills in one answer of every kind."""
WORDS = "“Krul” en ‘enkel’ – Daniëlle, Şeyma Ünal, één ï ğ Ğ ł ő € … "
LINES = f"{WORDS}\n\n- regel één\n- regel twee\n\nWit erboven. "


def answered(text: Callable[[int], str], *, first: int) -> dict[str, Value]:
    """Every question of the format answered, hidden ones too, every box ticked; numbers count from `first`."""
    numbers = count(first)

    def answer(question: Question) -> Any:  # JSON of every kind
        number = next(numbers)
        match question.type:
            case QuestionType.LONG_TEXT:
                return (text(number) * 80)[: min(length_limit(question) or 0, 4000)]
            case QuestionType.TEXT:
                return f"{number}: {WORDS}"[: length_limit(question)]
            case QuestionType.NUMBER:
                return number + 0.5 if question.maximum is None else number % int(question.maximum)
            case QuestionType.DATE:
                return f"2026-03-{number % 28 + 1:02}"
            case QuestionType.BOOLEAN:
                return number % 2 == 0
            case QuestionType.CHOICE | QuestionType.RATING:
                return question.options[number % len(question.options)].key
            case QuestionType.CHOICES:
                return [each.key for each in question.options if each.key not in question.exclusive]
            case QuestionType.TABLE:
                return [{column.key: answer(column) for column in question.columns} for _row in range(2)]

    definition = shipped_definition(KEY)
    return {question.key: parse_value(question, answer(question)) for question in definition.questions}


BEFORE = answered(lambda number: f"Eerst {number}. ", first=0)
AFTER = answered(lambda number: f"{number}: {LINES}", first=1)


def fields_of(answers: Mapping[str, Value]) -> dict[str, str]:
    definition = shipped_definition(KEY)
    return {
        name: text
        for question in definition.questions
        for name, text in field_texts(question, answers.get(question.key)).items()
    }


@cache
def states() -> dict[str, str]:
    """The states that the words beside a button or in a list stand for."""

    def of(question: Question, name: str) -> Iterator[tuple[str, str]]:
        for option in question.options:
            yield f"{name}: {option.label}", option.key
        if question.type is QuestionType.BOOLEAN:
            yield from ((f"{name}: Ja", YES), (f"{name}: Nee", NO))

    found: dict[str, str] = {}
    for question in shipped_definition(KEY).questions:
        found |= dict(of(question, question.key))
        for column in question.columns:
            for row in (1, 2):
                found |= dict(of(column, field_name(question.key, row, column.key)))
    return found


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An empty form of no school, and one that is filled in."""
    folder = tmp_path_factory.mktemp("forms")
    definition = shipped_definition(KEY)
    location = {"code": "12AB00", "name": "De Linde"}
    answers = folder / "answers.json"
    answers.write_text(
        json.dumps({"format": KEY, "version": definition.version, "location": location, "answers": BEFORE})
    )
    made = {"empty": folder / "empty.pdf", "filled": folder / "filled.pdf"}
    for name, arguments in (("empty", []), ("filled", [str(answers)])):
        rendered = ["profile", "render", *arguments, "--format", KEY, "--kind", "form", "-o", str(made[name])]
        assert main(rendered) == 0
    return made


def test_the_answers_are_hard_enough() -> None:
    texts = [value for value in AFTER.values() if isinstance(value, str)]
    assert max(map(len, texts)) > 3900
    definition = shipped_definition(KEY)
    assert {question.type for question in definition.questions} >= set(QuestionType) - {QuestionType.CHOICE}
    assert sum(question.namely_for is not None for question in definition.questions) >= 4


@pytest.mark.parametrize("kind", ["empty", "filled"])
@pytest.mark.parametrize("engine", ENGINES)
def test_answers_come_back_as_they_were_filled_in(
    engine: str, kind: str, forms: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one_of_each = _one_of_each_kind()
    expected = BEFORE | one_of_each
    if kind == "empty":
        expected = one_of_each if engine in SLOW else AFTER
    begun = {} if kind == "empty" else fields_of(BEFORE)
    changed = {name: text for name, text in fields_of(expected).items() if begun.get(name) != text}
    out = tmp_path / "back.pdf"

    fill(engine, forms[kind], out, changed, states())

    capsys.readouterr()
    code = main(["profile", "read", str(out), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (code, found["source"], found["format"]) == (0, "form", KEY)
    assert found["location"] == ({} if kind == "empty" else {"code": "12AB00"})
    assert found["answers"] == expected
    assert form_back(read_pdf(out.read_bytes())).base == begun


def _one_of_each_kind() -> dict[str, Value]:
    """An answer of every kind, and every *namely* text with what it is asked for."""
    seen: set[QuestionType] = set()
    found: dict[str, Value] = {}
    for question in shipped_definition(KEY).questions:
        if question.type not in seen or question.namely_for is not None:
            seen.add(question.type)
            found[question.key] = AFTER[question.key]
    assert len(seen) >= 8
    return found
