"""A form by the command line: made with or without answers, read back, and told from other files."""

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from levend.cli.main import main
from levend.formats import shipped
from levend.formats.engine.answers_file import read_answers_file, take_answers
from levend.formats.shipped import shipped_definition

EXAMPLE = Path(shipped.__file__).parent / "examples" / "passenderwijs.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


def made(folder: Path, *answers: str) -> Path:
    out = folder / f"formulier-{len(answers)}.pdf"
    if not out.exists():
        assert (
            main(
                ["profile", "render", *answers, "--format", "passenderwijs", "--kind", "form", "-o", str(out)]
            )
            == 0
        )
    return out


def read(file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any], str]:
    capsys.readouterr()
    code = main(["profile", "read", str(file), "--json"])
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_a_form_filled_in_beforehand_gives_every_answer_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found, errors = read(made(folder, str(EXAMPLE)), capsys)

    file = json.loads(EXAMPLE.read_text())
    assert (code, errors) == (0, "")
    assert (found["source"], found["format"], found["version"]) == ("form", "passenderwijs", 1)
    assert found["location"] == {"code": file["location"]["code"]}
    taken = take_answers(shipped_definition("passenderwijs"), read_answers_file(EXAMPLE.read_text()))
    assert found["answers"] == taken


def test_an_empty_form_is_of_no_school_and_gives_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found, _errors = read(made(folder), capsys)

    assert (code, found["source"], found["location"], found["answers"]) == (0, "form", {}, {})


def test_only_a_form_can_do_without_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "render", "--format", "vo", "-o", str(tmp_path / "uit.pdf")]) == 2
    assert "Alleen een formulier" in capsys.readouterr().err


def test_a_value_that_a_question_cannot_take_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = folder / "verkeerd.pdf"
    with pikepdf.open(made(folder)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if field.T == "inspectie-datum":
                field.V = pikepdf.String("ooit")
        pdf.save(changed)

    code, found, errors = read(changed, capsys)

    assert code == 1
    assert list(found["faults"]) == ["inspectie-datum"]
    assert "inspectie-datum" in errors


def test_a_form_without_its_fields_and_a_file_of_others_are_told_apart(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flat, foreign = folder / "plat.pdf", folder / "vreemd.pdf"
    with pikepdf.open(made(folder, str(EXAMPLE))) as pdf:
        del pdf.Root.AcroForm
        for page in pdf.pages:
            page.obj.Annots = pikepdf.Array()
        pdf.save(flat)
    empty = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(empty)
    foreign.write_bytes(empty.getvalue())

    code, found, errors = read(flat, capsys)
    assert (code, found["source"]) == (1, "none")
    assert "de vakken zijn eruit" in errors
    code, found, errors = read(foreign, capsys)
    assert (code, found["source"]) == (1, "none")
    assert "geen antwoorden" in errors
