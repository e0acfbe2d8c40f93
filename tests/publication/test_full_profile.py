"""The document says everything that was answered, in the order of the format, and how the text came to hold."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from levend.cli.main import main
from levend.documents.services import typeset_pdf
from levend.documents.values import Callout, Checklist, Document, Heading, KeyValues, block_texts, texts
from levend.formats.engine.definition import Question
from levend.formats.engine.kinds import Audience, QuestionType
from levend.formats.engine.loading import load_definition
from levend.formats.engine.values import Value
from levend.publication.render.full import full_profile
from levend.publication.values import Edition
from tests.factories.formats import SMALL
from tests.factories.profiles import ANSWERS
from tests.publication.editions import CONCEPT, EDITION, OFFICIAL
from tests.publication.situations import EXAMPLE, definition, example
from tests.support.verapdf import assert_conforms

HOSTILE = "#panic() *vet* $a$ @bron </p> " + "x" * 220 + " 😀🌳 שלום e\u0323\u0301"


FILLED: dict[str, Value] = json.loads(json.dumps(ANSWERS))
"""Answers to the small format."""


def document_of(edition: Edition = EDITION, /, **changes: Value) -> Document:
    about = example(**changes)
    return full_profile(definition(), location=about.location, answers=about.answers, edition=edition)


def small(answers: dict[str, Value]) -> Document:
    location = {"name": "De Linde", "code": "12AB00"}
    return full_profile(load_definition(SMALL, "klein"), location=location, answers=answers, edition=EDITION)


def test_every_public_answer_of_a_complete_file_is_printed_under_its_question() -> None:
    document = document_of()
    text = " ".join("\n".join(texts(document)).split())

    for key, value in example().answers.items():
        question = definition().question(key)
        if question.audience is Audience.PUBLIC and isinstance(value, str) and not question.options:
            first = value.replace("**", "").split("\n")[0].removeprefix("- ")
            assert (first in text) or question.type is QuestionType.DATE, key


def test_chapters_stand_in_the_order_of_the_format_with_their_numbers() -> None:
    chapters = [block for block in document_of().blocks if isinstance(block, Heading) and block.level == 1]

    assert [(block.number, block.text) for block in chapters] == [
        (chapter.number, chapter.title) for chapter in definition().chapters
    ]


def test_a_namely_text_stands_with_its_option() -> None:
    lists = [
        block for block in document_of(kleutervolgsysteem="BOSOS").blocks if isinstance(block, Checklist)
    ]

    assert any(
        item.on and item.note == "BOSOS" and "kleutervolgsysteem" in item.label
        for each in lists
        for item in each.items
    )


def test_a_short_list_shows_what_was_not_chosen_too() -> None:
    document = document_of(in_en_uitstroom=["povo-procedure"])

    shown = {
        item.label: item.on
        for block in document.blocks
        if isinstance(block, Checklist)
        for item in block.items
    }
    assert shown["Het regionale thuiszitters- en plaatsingsprotocol"] is False
    assert shown["De regionale POVO-procedure, voor de overstap naar het voortgezet onderwijs"] is True


def test_a_long_list_shows_what_was_chosen_only() -> None:
    text = "\n".join(texts(document_of(gebouw=["f-lift"])))

    assert "Lift" in text
    assert "Time-outruimte" not in text


def test_an_option_that_goes_with_no_other_is_shown_only_when_chosen() -> None:
    assert "Niets daarvan" not in "\n".join(texts(small(FILLED)))
    assert "Niets daarvan" in "\n".join(texts(small({**FILLED, "methoden": ["geen"]})))


def test_a_question_that_must_be_answered_says_so_when_it_is_not() -> None:
    text = "\n".join(
        texts(small({key: value for key, value in FILLED.items() if key not in {"missie", "motto"}}))
    )

    assert "Wat is uw missie?\nNiet ingevuld." in text
    assert "Wat is uw motto?" not in text


def test_a_heading_with_nothing_under_it_is_left_out() -> None:
    body = SMALL.replace(
        "      - key: missie", "      - {type: heading, text: Leeg kopje}\n      - key: missie", 1
    )
    body = body.replace(
        "        label: Wat is uw missie?", "        label: Wat is uw missie?\n        audience: internal"
    )
    location = {"name": "De Linde", "code": "12AB00"}

    document = full_profile(load_definition(body, "klein"), location=location, answers={}, edition=EDITION)

    assert "Leeg kopje" not in "\n".join(texts(document))
    assert "Hulp van buiten" in "\n".join(texts(document))


def test_a_format_without_register_fields_still_shows_whose_profile_it_is() -> None:
    body = SMALL.replace(
        "      - type: register\n        field: name\n        label: Naam van de school\n", ""
    )
    location = {"name": "De Linde", "code": "12AB00", "board": "Stichting Waterkant", "school_type": "BAO"}

    document = full_profile(
        load_definition(body, "klein"), location=location, answers=FILLED, edition=EDITION
    )

    rows = [row for block in document.blocks if isinstance(block, KeyValues) for row in block.rows]
    assert ("Bestuur", "Stichting Waterkant") in rows


def test_duty_of_care_stands_on_the_cover_and_before_the_first_chapter() -> None:
    document = document_of()

    assert "Een school mag uw kind niet weigeren" in document.cover_note
    first = document.blocks[0]
    assert isinstance(first, Callout)
    assert "Een school mag uw kind niet weigeren" in "\n".join(block_texts(first))


def test_the_official_document_tells_advice_adoption_and_declaration() -> None:
    document = document_of(OFFICIAL)
    text = "\n".join(texts(document))

    for expected in (
        "positief, met voorwaarden, 12 januari 2027", "rust in de groepen", "Dat nemen wij over.",
        "Stichting Waterkant, 19 januari 2027", "1 augustus 2027", "De directeur verklaart", "9f2c41ab 9f2c41ab",
    ):  # fmt: skip
        assert expected in text


def test_a_concept_tells_no_procedure() -> None:
    document = document_of(CONCEPT)

    assert "Vastgesteld op" not in dict(document.meta)
    assert "Advies, vaststelling en verklaring" not in "\n".join(texts(document))


def test_the_same_profile_gives_the_same_bytes() -> None:
    assert typeset_pdf(document_of()) == typeset_pdf(document_of())


def test_a_hostile_text_is_printed_literally_in_every_field() -> None:
    hostile: dict[str, Value] = {
        question.key.replace("-", "_"): HOSTILE[: question.max_length or 400]
        for question in definition().questions
        if question.type in {QuestionType.TEXT, QuestionType.LONG_TEXT}
    }

    pdf = typeset_pdf(document_of(**hostile))

    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert text.count("#panic() *vet* $a$ @bron </p>") > 10


def test_the_command_line_renders_an_answers_file_as_a_concept(tmp_path: Path) -> None:
    out = tmp_path / "profiel.pdf"

    code = main(
        ["profile", "render", str(EXAMPLE), "--format", "passenderwijs", "--kind", "full", "-o", str(out)]
    )

    pages = [page.extract_text() for page in pypdf.PdfReader(out).pages]
    assert code == 0
    assert all("Concept" in page for page in pages)
    assert any("Kanjertraining" in page for page in pages)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda file: file["answers"].update({"verzonnen": "x"}), "verzonnen"),
        (lambda file: file["answers"].update({"missie": 12}), "missie"),
        (lambda file: file["location"].update({"code": "x"}), "code"),
    ],
)
def test_the_command_line_refuses_a_wrong_file_by_the_key(
    change: Callable[[dict[str, dict[str, object]]], None],
    named: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = json.loads(EXAMPLE.read_text())
    change(file)
    source, out = tmp_path / "antwoorden.json", tmp_path / "uit.pdf"
    source.write_text(json.dumps(file))

    code = main(["profile", "render", str(source), "--format", "passenderwijs", "-o", str(out)])

    assert code == 1
    assert named in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments", [["--format", "onbekend", "-o", "uit.pdf"], ["--format", "passenderwijs", "-o", "uit.exe"]]
)
def test_the_command_line_says_what_it_cannot_make(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["profile", "render", str(EXAMPLE), *arguments]) == 2
    assert capsys.readouterr().err


def test_every_question_type_has_a_place_in_the_document() -> None:
    text = "\n".join(texts(small(FILLED)))

    for question in load_definition(SMALL, "klein").questions:
        assert isinstance(question, Question)
        if question.key in FILLED and question.namely_for is None:
            assert question.label in text
    assert "Rekenprotocol" in text
    assert "Autisme" in text


@pytest.mark.pdf
def test_profiles_conform_to_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    files = []
    for name, edition in (("concept", CONCEPT), ("official", OFFICIAL)):
        document = document_of(edition)
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(typeset_pdf(document))

    assert_conforms(*files)
