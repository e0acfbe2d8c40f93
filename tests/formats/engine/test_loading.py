import re
from pathlib import Path

import pytest

from levend.formats.engine.judging import judge
from levend.formats.engine.loading import Fault, FormatFaults, load_definition
from tests.formats.samples import HEAD, WIDE

BROKEN = sorted((Path(__file__).parent.parent / "broken").glob("*.yaml"))


def faults_in(text: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(FormatFaults) as caught:
        load_definition(text)
    return caught.value.faults


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_fault_stands_at_its_line_and_column(path: Path) -> None:
    """Each file lists its own faults in comments."""
    expected = re.findall(r"^# (\d+:\d+: .*)$", path.read_text(encoding="utf-8"), re.MULTILINE)

    with pytest.raises(FormatFaults) as caught:
        judge(path.read_bytes())
    assert [str(fault) for fault in caught.value.faults] == expected
    assert expected


def test_there_are_enough_broken_files_to_mean_something() -> None:
    assert len(BROKEN) >= 30


def test_faults_are_listed_under_the_name_of_the_file() -> None:
    with pytest.raises(FormatFaults) as caught:
        load_definition("key: proef\n", "vragen.yaml")

    assert str(caught.value).splitlines()[0] == "vragen.yaml:1:1: ‘chapters’ ontbreekt"


def test_a_file_of_more_than_512_kilobytes_is_refused() -> None:
    assert faults_in("# " + "x" * 600_000)[0].what == "het bestand is groter dan 512 kB"


def test_a_file_that_is_no_utf_8_is_refused_at_the_byte() -> None:
    assert faults_in(b"key: proef\ntitle: caf\xe9\n") == (Fault(2, 11, "dit is geen tekst in UTF-8"),)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 50_000,
        "? " * 50_000,
        "a: 1\n" * 60_000,
        "a: [" + "x, " * 60_000 + "]",
        'key: "\\UFFFFFFFF"',
        'key: "\\0"',
        "\x00",
        "key: \ud800",
        "%YAML 1.1\n---\nkey: a",
        "%TAG ! tag:x,2000:\n---\nkey: a",
        "<<: {key: a}",
        "<question>: 1",
        "int: 1\nchapters: [{items: [{minimum: {int: 1}, int: 2, <text>: 3}]}]",
        "chapters: [{items: [{condition: {eq: {0: a}}}]}]",
        "key: 1\n...\nkey: 2",
        "version: 99999999999999999999999999",
        "version: 1e400",
        "version: .nan",
        "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]",
        "key: !!python/object/apply:os.system [ls]",
        "title: '" + "x" * 400_000 + "'",
        "chapters: " + "[{items: " * 30 + "1" + "}]" * 30,
    ],
    ids=lambda text: repr(text[:16]),
)
def test_a_hostile_file_gives_faults_and_nothing_else(text: str) -> None:
    assert faults_in(text)


def test_words_that_yaml_would_turn_into_something_else_stay_text() -> None:
    text = (
        HEAD
        + "      - {type: choice, key: v, label: 2026-01-01, options: [{key: ja, label: yes}, {key: nee, label: no}]}\n"
    )

    question = load_definition(text).questions[0]

    assert question.label == "2026-01-01"
    assert [option.label for option in question.options] == ["yes", "no"]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text = HEAD + "      - {type: text, key: v, label: Vraag}\n"

    assert (
        load_definition("\ufeff" + text) == load_definition(text.encode("utf-8-sig")) == load_definition(text)
    )


def test_a_definition_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        WIDE.questions[0].label = "Anders"  # type: ignore[misc]


def test_the_example_in_the_manual_is_a_format() -> None:
    manual = Path(__file__).parents[3] / "docs" / "formats.md"
    example = re.search(r"```yaml\n(key: .*?)```", manual.read_text(encoding="utf-8"), re.DOTALL)

    assert example is not None
    assert [question.key for question in judge(example[1]).questions] == ["lezen", "software"]


@pytest.mark.parametrize(
    "text",
    [
        "<b>Let op</b>",
        "< script src=x>",
        "</p>",
        "<!-- weg -->",
        "Klik [hier](JavaScript:alert(1))",
        "vbscript :x",
        "data:text/html,x",
    ],
)
def test_markup_is_refused_in_a_format_that_is_about_to_be_used_and_stays_readable_in_one_that_is(
    text: str,
) -> None:
    format_ = (
        HEAD + f"      - {{type: fixed_text, text: {text!r}}}\n      - {{type: text, key: v, label: Vraag}}\n"
    )

    with pytest.raises(FormatFaults) as refused:
        judge(format_)
    assert [(fault.line, fault.column) for fault in refused.value.faults] == [(9, 34)]
    assert load_definition(format_).questions[0].key == "v"


@pytest.mark.parametrize(
    "text", ["<5 leerlingen", "3 < 4", "De data: 1 mei en 2 juni", "https://levend.example/a?b=c"]
)
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    judge(HEAD + f"      - {{type: text, key: v, label: Vraag, help: {text!r}}}\n")
