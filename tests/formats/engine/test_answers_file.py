import json
from typing import Any

import pytest

from levend.formats.engine.answers_file import AnswersFault, read_answers_file, take_answers
from tests.formats.samples import WIDE

LOCATION = {"code": "12AB00", "name": "De Linde"}
# JSON made wrong on purpose has no better type.
FILE: dict[str, Any] = {
    "format": "proef",
    "version": 1,
    "location": LOCATION,
    "answers": {"naam": "De Linde"},
}


def fault_of(data: object) -> AnswersFault:
    with pytest.raises(AnswersFault) as caught:
        take_answers(WIDE, read_answers_file(data if isinstance(data, str | bytes) else json.dumps(data)))
    return caught.value


def test_a_file_gives_location_and_answers() -> None:
    answers = {
        "naam": "De Linde", "verhaal": None, "aantal": 12, "dag": "2026-03-14", "bezocht": True, "soort": "a",
        "hulp": ["lezen"], "oordeel": "goed", "scholing": [{"wie": "Team", "uren": 2.5}],
    }  # fmt: skip
    file = read_answers_file(json.dumps({**FILE, "answers": answers}))

    assert (file.format, file.version, file.location.name) == ("proef", 1, "De Linde")
    assert take_answers(WIDE, file) == {key: value for key, value in answers.items() if value is not None}


def test_address_board_and_consortium_may_be_objects() -> None:
    location = {
        **LOCATION,
        "address": {"street": "Lindelaan 14", "postcode": "3441 XA", "city": "Woerden"},
        "board": {"code": "40123", "name": "De Groene Bomen"},
        "consortium": "Het Groene Verbond",
        "contacts": [{"function": "directeur", "name": "Ellen Verhoef"}],
        "pupils": 214,
    }

    register = read_answers_file(json.dumps({**FILE, "location": location})).register

    assert register["street"] == "Lindelaan 14"
    assert register["city"] == "Woerden"
    assert (register["board"], register["board_code"]) == ("De Groene Bomen", "40123")
    assert register["consortium"] == "Het Groene Verbond"
    assert register["contacts"] == [
        {"function": "directeur", "name": "Ellen Verhoef", "phone": "", "email": "", "reachable": ""}
    ]


def test_an_address_may_be_one_line() -> None:
    location = {**LOCATION, "address": "Lindelaan 14, Woerden"}

    assert (
        read_answers_file(json.dumps({**FILE, "location": location})).location.street
        == "Lindelaan 14, Woerden"
    )


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"format": None}, "format"),
        ({"version": "1"}, "version"),
        ({"version": 2}, "version"),
        ({"format": "anders"}, "format"),
        ({"antwoorden": {}}, "antwoorden"),
        ({"location": {"name": "De Linde"}}, "location.code"),
        ({"location": {**LOCATION, "code": "12AB"}}, "location.code"),
        ({"location": {**LOCATION, "pupils": "veel"}}, "location.pupils"),
        ({"location": {**LOCATION, "directeur": "X"}}, "location.directeur"),
        ({"location": {**LOCATION, "contacts": [{"naam": "X"}]}}, "location.contacts.0.naam"),
        ({"location": {**LOCATION, "board": {"nummer": 1}}}, "location.board"),
        ({"location": []}, "location"),
        ({"answers": []}, "answers"),
        ({"answers": {"missie": "x"}}, "missie"),
        ({"answers": {"naam": 12}}, "naam"),
        ({"answers": {"naam": "a" * 301}}, "naam"),
        ({"answers": {"aantal": "12"}}, "aantal"),
        ({"answers": {"aantal": True}}, "aantal"),
        ({"answers": {"aantal": -1}}, "aantal"),
        ({"answers": {"dag": "morgen"}}, "dag"),
        ({"answers": {"bezocht": "ja"}}, "bezocht"),
        ({"answers": {"bezocht": 1}}, "bezocht"),
        ({"answers": {"soort": ["a"]}}, "soort"),
        ({"answers": {"soort": "z"}}, "soort"),
        ({"answers": {"hulp": "lezen"}}, "hulp"),
        ({"answers": {"hulp": ["lezen", 1]}}, "hulp"),
        ({"answers": {"hulp": ["lezen", "geen"]}}, "hulp"),
        ({"answers": {"scholing": {"wie": "x"}}}, "scholing"),
        ({"answers": {"scholing": [{"waar": "x"}]}}, "scholing"),
        ({"answers": {"scholing": [{"wie": "x", "uren": "veel"}]}}, "scholing"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_key(change: dict[str, Any], key: str) -> None:
    fault = fault_of({**FILE, **change})

    assert fault.key == key
    assert key in fault.message or key in {"format", "version"}


@pytest.mark.parametrize("name", ["format", "version", "location", "answers"])
def test_what_is_missing_is_named(name: str) -> None:
    fault = fault_of({key: value for key, value in FILE.items() if key != name})

    assert fault.message == f"‘{name}’ ontbreekt in het bestand met antwoorden."


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": NaN}', b"\xff\xfe", "[" * 100_000, '{"version": ' + "9" * 5000 + "}", '"\\ud800"', " " * 5_000_000],
    ids=lambda text: repr(text[:14]),
)  # fmt: skip
def test_a_file_that_is_no_answers_file_gives_a_sentence(text: str | bytes) -> None:
    assert fault_of(text).message.endswith(".")


def test_broken_json_is_placed() -> None:
    assert "regel 2, teken 3" in fault_of('{"format": "proef",\n  ]').message


def test_an_answer_that_stands_twice_is_refused() -> None:
    text = json.dumps(FILE).replace('"naam": "De Linde"', '"naam": "a", "naam": "b"')

    assert fault_of(text).key == "naam"
