"""Answers files of every shipped format become documents that conform, and give the same answers back.

*The same* is as entry takes them: composed (NFC), without control and direction characters, one kind of line end,
spaces of a short text made one, empty cells and rows left out. What the public may not read is not in the document.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdf
import pytest
from django.conf import LazySettings

from levend.cli.main import main
from levend.formats.engine.answers import parse_value
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Audience
from levend.formats.shipped import shipped_definition, shipped_keys
from tests.conformance.answers import SNIPPETS, hostile, longest, plain
from tests.support.verapdf import assert_conforms

KINDS: dict[str, Callable[[FormatDefinition], dict[str, object]]] = {
    "plain": plain,
    "longest": longest,
    "hostile": hostile,
}
LOCATION = {
    "code": "12AB00",
    "name": "#De *Linde* <b> {{ x }} =1+1",
    "street": "Lindelaan 14",
    "city": "Woerden",
    "board": "Stichting De Groene Bomen",
    "consortium": "Het Groene Verbond",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where documents lie, each made once, beside the key that sealed them."""
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, folder: Path) -> None:
    settings.LEVEND_DATA = folder / "data"


@cache
def definition_of(key: str) -> FormatDefinition:
    return shipped_definition(key)


def rendered(key: str, kind: str, folder: Path) -> Path:
    """The document that the command makes."""
    definition = definition_of(key)
    source, out = folder / f"{key}-{kind}.json", folder / f"{key}-{kind}.pdf"
    if out.exists():
        return out
    file = {
        "format": key,
        "version": definition.version,
        "location": LOCATION,
        "answers": KINDS[kind](definition),
    }
    source.write_text(json.dumps(file))
    assert main(["profile", "render", str(source), "--format", key, "--kind", "full", "-o", str(out)]) == 0
    return out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", shipped_keys())
def test_a_document_gives_every_public_answer_back(
    key: str, kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = rendered(key, kind, folder)
    capsys.readouterr()

    assert main(["profile", "read", str(document), "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    definition = definition_of(key)
    expected = {
        question.key: parse_value(question, KINDS[kind](definition)[question.key])
        for question in definition.questions
        if question.condition is None and question.audience is Audience.PUBLIC
    }
    assert (found["source"], found["integrity"], found["format"]) == ("attachment", "authentic", key)
    assert {name: found["answers"].get(name) for name in expected} == expected
    assert found["location"]["name"] == LOCATION["name"]


def test_what_looks_like_a_language_is_printed_letter_by_letter(folder: Path) -> None:
    """No typesetter, browser, template or spreadsheet had a say: the first words of every kind stand on paper."""
    reader = pypdf.PdfReader(rendered("passenderwijs", "hostile", folder))
    text = "".join("".join(page.extract_text() for page in reader.pages).split())

    for snippet in (*SNIPPETS[:4], SNIPPETS[12]):
        assert "".join(snippet.split())[:24] in text
    assert "49" not in "".join(part for part in text.split("{{7*7}}")[1:2])[:2]


@pytest.mark.pdf
@pytest.mark.parametrize("key", shipped_keys())
def test_documents_of_every_format_conform_to_pdf_ua_and_pdf_a(key: str, folder: Path) -> None:
    assert_conforms(*(rendered(key, kind, folder) for kind in KINDS))
