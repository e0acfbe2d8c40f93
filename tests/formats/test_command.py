"""`levend format …` as an operator and a script use it."""

import json
from pathlib import Path

import pytest
from jsonschema import validate

from levend.accounts.actor import Actor
from levend.cli.main import main
from levend.formats.models import FormatVersion
from levend.formats.services import import_format, install_shipped
from levend.formats.shipped import shipped_text
from tests.formats.samples import HEAD

TEXT = HEAD + "      - {type: text, key: missie, label: Missie}\n"
BROKEN = Path(__file__).parent / "broken"

QUESTION = {
    "type": "object",
    "required": ["key", "type", "label", "required", "options", "columns", "condition", "tags", "audience", "exclusive", "max_length"],
    "properties": {
        "key": {"type": "string"},
        "type": {"enum": ["text", "long_text", "number", "date", "boolean", "choice", "choices", "rating", "table"]},
        "label": {"type": "string"},
        "required": {"type": "boolean"},
        "options": {"type": "array", "items": {"required": ["key", "label"]}},
        "columns": {"type": "array", "items": {"$ref": "#/$defs/question"}},
        "condition": {"type": ["object", "null"]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "audience": {"enum": ["public", "consortium", "internal"]},
        "exclusive": {"type": "array"},
        "max_length": {"type": ["integer", "null"]},
    },
}  # fmt: skip
SHAPE = {
    "$defs": {"question": QUESTION},
    "type": "object",
    "required": ["key", "version", "title", "questions"],
    "properties": {
        "questions": {
            "type": "array",
            "items": {"allOf": [{"$ref": "#/$defs/question"}, {"required": ["chapter"]}]},
        }
    },
}


def test_show_gives_the_promised_shape_without_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "show", "passenderwijs", "--json"]) == 0

    shown = json.loads(capsys.readouterr().out)
    validate(shown, SHAPE)
    questions = {question["key"]: question for question in shown["questions"]}
    assert (shown["key"], shown["version"]) == ("passenderwijs", 1)
    assert questions["inspectie-op2"]["condition"] == {"eq": ["inspectie-onderzoekskader", True]}
    assert questions["leerlingvolgsysteem"]["namely_for"] == ["preventief-handelen", "leerlingvolgsysteem"]
    assert [column["key"] for column in questions["deskundigheid-aanwezig"]["columns"]] == [
        "soort", "dagdelen", "toelichting",
    ]  # fmt: skip


def test_show_tells_a_reader_what_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "show", "passenderwijs"]) == 0

    shown = capsys.readouterr().out
    assert "Datum laatste inspectiebezoek" in shown
    assert "6 Ambities van de school" in shown


def test_check_is_silent_about_a_good_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = tmp_path / "goed.yaml"
    good.write_text(TEXT)

    assert main(["format", "check", str(good)]) == 0
    assert capsys.readouterr().out == ""


def test_check_lists_every_fault_of_every_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = tmp_path / "goed.yaml"
    good.write_text(TEXT)
    broken = BROKEN / "missing-and-unknown.yaml"

    assert main(["format", "check", str(broken), str(good), str(BROKEN / "tab.yaml")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{broken}:3:1: ‘chapters’ ontbreekt",
        f"{broken}:3:1: ‘title’ ontbreekt",
        f"{broken}:6:1: ‘titel’ bestaat hier niet",
        f"{BROKEN / 'tab.yaml'}:6:1: dit is geen geldige YAML: spring in met spaties, niet met een tab",
    ]


def test_check_of_a_file_that_is_not_there_is_a_misuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["format", "check", str(tmp_path / "weg.yaml")]) == 2
    assert "weg.yaml" in capsys.readouterr().err


@pytest.mark.django_db
def test_import_publishes_and_export_gives_the_same_file_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, back = tmp_path / "proef.yaml", tmp_path / "terug.yaml"
    file.write_text(TEXT)

    assert main(["format", "import", str(file)]) == 0
    assert main(["format", "export", "proef", "-o", str(back)]) == 0
    assert main(["format", "import", str(back)]) == 0

    assert capsys.readouterr().out == "proef 1\nproef 1\n"
    assert back.read_bytes() == file.read_bytes()
    assert FormatVersion.objects.get().body == TEXT


@pytest.mark.django_db
def test_import_of_a_faulty_file_stores_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "import", str(BROKEN / "duplicate-key.yaml")]) == 1

    assert "5:1: ‘title’ staat hier voor de tweede keer" in capsys.readouterr().err
    assert not FormatVersion.objects.exists()


@pytest.mark.django_db
def test_import_of_another_text_under_a_published_number_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_format(actor=Actor.system(), text=TEXT)
    file = tmp_path / "proef.yaml"
    file.write_text(TEXT.replace("Missie", "Opdracht"))

    assert main(["format", "import", str(file)]) == 1
    assert "al gepubliceerd met een andere tekst" in capsys.readouterr().err
    assert FormatVersion.objects.get().body == TEXT


@pytest.mark.django_db
def test_a_shipped_format_can_be_exported_before_it_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "export", "passenderwijs"]) == 0
    assert capsys.readouterr().out == shipped_text("passenderwijs")


@pytest.mark.django_db
def test_an_imported_format_is_listed_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install_shipped()
    import_format(actor=Actor.system(), text=TEXT)

    assert main(["format", "list", "--json"]) == 0
    listed = {(row["key"], row["version"], row["from"]) for row in json.loads(capsys.readouterr().out)}
    assert {("passenderwijs", 1, "shipped"), ("passenderwijs", 1, "stored"), ("proef", 1, "stored")} <= listed

    assert main(["format", "show", "proef", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["questions"][0]["key"] == "missie"


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["show", "export"])
def test_a_format_that_is_not_there_is_a_misuse(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", command, "nergens"]) == 2
    assert "Er is geen format “nergens”. Er zijn: bao, passenderwijs" in capsys.readouterr().err
