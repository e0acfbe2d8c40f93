"""Answers, a form, filled in by the programs that people have, and the same answers again: every kind of question.

Empty forms are filled in whole; on forms filled in beforehand one answer of every kind is changed. A form that came
back still knows what it began with, whatever program saved it. A small form holds every part of an answer about a kind
of support: one kind is filled in beforehand and changed, the other is filled in.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from levend.cli.main import main
from levend.documents.reading.read import read_pdf
from levend.documents.services import typeset_form
from levend.formats.engine.answers import length_limit, parse_value
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.kinds import QuestionType, Telling
from levend.formats.engine.loading import load_definition
from levend.formats.engine.paper import NO, YES, field_name, field_texts, paper_answers
from levend.formats.engine.values import Value
from levend.formats.shipped import shipped_definition
from levend.publication.engine.form_back import Kind, form_back
from levend.publication.render.form import FormEdition, form_document
from tests.support.fillers import ENGINES, fill

pytestmark = [pytest.mark.pdf, pytest.mark.slow]
KEY = "passenderwijs"
SLOW = frozenset({"poppler"})
"""A program that takes half a minute for a whole form; it fills in one answer of every kind."""
WORDS = "“Krul” en ‘enkel’ – Daniëlle, Şeyma Ünal, één ï ğ Ğ ł ő € … "
LINES = f"{WORDS}\n\n- regel één\n- regel twee\n\nWit erboven. "


SUPPORT = load_definition("""\
key: hulp
version: 1
title: Hulp
chapters:
  - key: hulp
    title: Welke hulp biedt u?
    items:
      - type: support
        key: hulp
        parts: [by, state, capacity, words, others, fields]
        entries:
          - {code: TAAL-DYS, label: Dyslexie}
          - {code: MED-VERZ, label: Verzorging}
""")


def answered(
    definition: FormatDefinition, text: Callable[[int], str], *, first: int, times: int
) -> dict[str, Value]:
    """Every question of the format answered, hidden ones too, every box ticked; numbers count from `first`."""
    numbers = count(first)

    def answer(question: Question) -> Any:  # JSON of every kind
        number = next(numbers)
        match question.type:
            case QuestionType.LONG_TEXT:
                return (text(number) * times)[: min(length_limit(question) or 0, 4000)]
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

    return {question.key: parse_value(question, answer(question)) for question in definition.questions}


def before(definition: FormatDefinition, times: int = 80) -> dict[str, Value]:
    return answered(definition, lambda number: f"Eerst {number}. ", first=0, times=times)


def after(definition: FormatDefinition, times: int = 80) -> dict[str, Value]:
    return answered(definition, lambda number: f"{number}: {LINES}", first=1, times=times)


BEFORE = before(shipped_definition(KEY))
AFTER = after(shipped_definition(KEY))
SUPPORT_BEFORE = {key: value for key, value in before(SUPPORT, 1).items() if key.startswith("hulp-taal-dys")}
SUPPORT_AFTER = after(SUPPORT, 1)
"""Short: long texts are in the other form, and a program takes long over them."""


def fields_of(definition: FormatDefinition, answers: Mapping[str, Value]) -> dict[str, str]:
    return {
        name: text
        for question in definition.questions
        for name, text in field_texts(question, answers.get(question.key)).items()
    }


@cache
def states(definition: FormatDefinition) -> dict[str, str]:
    """The states that the words beside a button or in a list stand for."""

    def of(question: Question, name: str) -> Iterator[tuple[str, str]]:
        for option in question.options:
            yield f"{name}: {option.label}", option.key
        if question.type is QuestionType.BOOLEAN:
            yield from ((f"{name}: Ja", YES), (f"{name}: Nee", NO))

    found: dict[str, str] = {}
    for question in definition.questions:
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
    definition = shipped_definition(KEY)
    begun = {} if kind == "empty" else fields_of(definition, BEFORE)
    changed = {
        name: text for name, text in fields_of(definition, expected).items() if begun.get(name) != text
    }
    out = tmp_path / "back.pdf"

    fill(engine, forms[kind], out, changed, states(definition))

    capsys.readouterr()
    code = main(["profile", "read", str(out), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (code, found["source"], found["format"]) == (0, "form", KEY)
    assert found["location"] == ({} if kind == "empty" else {"code": "12AB00"})
    assert found["answers"] == expected
    assert form_back(read_pdf(out.read_bytes())).base == begun


@pytest.fixture(scope="module")
def support_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form about two kinds of support; the first is filled in beforehand."""
    out = tmp_path_factory.mktemp("support") / "form.pdf"
    document = form_document(
        SUPPORT,
        location={"code": "12AB00", "name": "De Linde"},
        answers=SUPPORT_BEFORE,
        edition=FormEdition(on=date(2026, 11, 22)),
    )
    out.write_bytes(typeset_form(document))
    return out


@pytest.mark.parametrize("engine", ENGINES)
def test_every_part_of_an_answer_about_support_comes_back(
    engine: str, support_form: Path, tmp_path: Path
) -> None:
    expected, begun = SUPPORT_AFTER, fields_of(SUPPORT, SUPPORT_BEFORE)
    changed = {name: text for name, text in fields_of(SUPPORT, expected).items() if begun.get(name) != text}
    out = tmp_path / "back.pdf"

    fill(engine, support_form, out, changed, states(SUPPORT))

    back = form_back(read_pdf(out.read_bytes()))
    assert (back.kind, back.base) == (Kind.FORM, begun)
    assert back.mark is not None
    assert (back.mark.format, back.mark.version, back.mark.location) == ("hulp", 1, "12AB00")
    found = paper_answers(SUPPORT, back.fields or {})
    assert {key: each.value for key, each in found.items()} == expected
    assert not any(each.fault for each in found.values())
    parts = {key.removeprefix("hulp-med-verz") for key in expected if key.startswith("hulp-med-verz")}
    assert len(parts) == len(["level", "by", "state", "capacity", *Telling])


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
