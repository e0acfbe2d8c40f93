"""From answers to a document and back, and what is said of it on the way."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import LazySettings

from levend.cli.main import main
from levend.formats import shipped
from tests.documents.sealing.copies import attachment_swapped, rewritten_by_qpdf, sealed_by_another

pytestmark = pytest.mark.django_db
EXAMPLE = Path(shipped.__file__).parent / "examples" / "passenderwijs.json"


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> None:
    settings.LEVEND_DATA = tmp_path / "data"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "profiel.pdf"
    assert main(["profile", "render", str(EXAMPLE), "--format", "passenderwijs", "-o", str(path)]) == 0
    return path


class Said:
    """What a command printed, its exit code, and its data."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        capsys.readouterr()
        self.code = main(list(words))
        printed = capsys.readouterr()
        self.errors = printed.err
        self.data: Mapping[str, object] = json.loads(printed.out) if printed.out else {}


def test_a_rendered_document_gives_its_public_answers_back(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = Said(capsys, "profile", "read", str(document), "--json")

    given = json.loads(EXAMPLE.read_text())
    definition = shipped.shipped_definition("passenderwijs")
    expected = {
        key: value
        for key, value in given["answers"].items()
        if definition.question(key).audience == "public" and definition.question(key).condition is None
    }
    answers = said.data["answers"]
    assert said.code == 0
    assert isinstance(answers, dict)
    assert (said.data["source"], said.data["integrity"]) == ("attachment", "authentic")
    assert (said.data["format"], said.data["version"]) == ("passenderwijs", 1)
    assert answers.keys() >= {key for key in expected if not definition.question(key).tag_values("keyfigure")}
    assert answers["missie"] == expected["missie"]


def test_a_rendered_document_is_an_authentic_concept(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = Said(capsys, "verify", str(document), "--json")

    assert said.code == 0
    assert (said.data["integrity"], said.data["status"]) == ("authentic", "concept")
    assert len(str(said.data["sha256"])) == 64


def test_an_altered_document_is_told_and_its_data_are_not_taken(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document.write_bytes(attachment_swapped(document.read_bytes()))

    verdict = Said(capsys, "verify", str(document), "--json")
    read = Said(capsys, "profile", "read", str(document), "--json")

    assert (verdict.code, verdict.data["integrity"]) == (1, "altered")
    assert (read.code, read.data["source"], read.data["answers"]) == (1, "none", {})
    assert "gewijzigd" in read.errors


def test_data_under_the_seal_of_another_are_read_and_said_to_be_unknown(
    document: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    original = document.read_bytes()
    unsealed = original[: original.index(b"%%EOF") + len(b"%%EOF")]
    document.write_bytes(sealed_by_another(unsealed, tmp_path / "elsewhere"))

    verdict = Said(capsys, "verify", str(document), "--json")
    read = Said(capsys, "profile", "read", str(document), "--json")

    assert (verdict.code, verdict.data["integrity"]) == (1, "unknown")
    assert (read.code, read.data["source"], read.data["integrity"]) == (0, "attachment", "unknown")


def test_a_document_without_any_seal_gives_no_data(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = document.read_bytes()
    document.write_bytes(rewritten_by_qpdf(original[: original.index(b"%%EOF") + len(b"%%EOF")]))

    read = Said(capsys, "profile", "read", str(document), "--json")

    assert (read.code, read.data["source"], read.data["integrity"]) == (1, "none", "unknown")


def test_what_is_no_document_is_said_without_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "foto.pdf").write_bytes(b"GIF89a")

    for command in (["verify"], ["profile", "read"]):
        said = Said(capsys, *command, str(tmp_path / "foto.pdf"), "--json")
        assert said.code == 1
        assert "niet te lezen" in said.errors


def test_a_file_that_is_not_there_is_a_misuse(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for command in (["verify"], ["profile", "read"]):
        assert Said(capsys, *command, str(tmp_path / "weg.pdf"), "--json").code == 2
