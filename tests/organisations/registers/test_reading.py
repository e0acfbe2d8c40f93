"""Files of open data: both dialects say the same, and a bad row or file is told in a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.core.errors import Invalid
from levend.organisations.engine.registers.reading import LARGEST, location_code, read_register
from levend.organisations.errors import RefusedRow, RegisterFault, UnreadableRegister
from tests.organisations.registers.samples import HEADER, catalogue, classic, school

ROWS = [school("56GH00", 'Basisschool "De Maasparel"'), school("56GH01", "Het Ruim’ Sop", INTERNETADRES="")]


def test_both_dialects_give_the_same() -> None:
    assert read_register(classic(ROWS)) == read_register(catalogue(ROWS))
    file = read_register(classic(ROWS))
    assert file.header == HEADER
    assert [row.line for row in file.rows] == [2, 3]
    assert file.rows[0].cells["VESTIGINGSNAAM"] == 'Basisschool "De Maasparel"'
    assert file.rows[1].cells["VESTIGINGSNAAM"] == "Het Ruim’ Sop"
    assert file.rows[1].cells["INTERNETADRES"] == ""


def test_names_of_columns_are_one_spelling_and_cells_one_line() -> None:
    file = read_register("brin_nummer; Naam \n 12AB ;\u202eA\u00a0 B\n\n;\n12CD;Z\n".encode())

    assert file.header == ("BRIN NUMMER", "NAAM")
    assert [(row.line, row.cells["NAAM"]) for row in file.rows] == [(2, "A B"), (5, "Z")]


def test_a_row_with_other_cells_than_columns_is_set_apart() -> None:
    file = read_register(b"CODE;NAAM\n12AB00;A;B\n12AB01\n12AB02;C;;\n")

    assert file.misfits == (2, 3)
    assert {"12AB00", "12AB01"} <= file.stray
    assert [row.cells["CODE"] for row in file.rows] == ["12AB02"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", RegisterFault.EMPTY),
        (b"\xef\xbb\xbf \r\n", RegisterFault.EMPTY),
        (b"PK\x03\x04\x00\x00", RegisterFault.BINARY),
        (b"\x81;\x8d\n", RegisterFault.BINARY),
        (b'A;B\n"' + b"x" * 200_000 + b'";1\n', RegisterFault.BINARY),
        (b"zomaar een zin\n", RegisterFault.NO_HEADER),
        (b"3511;52.1;5.1\n", RegisterFault.NO_HEADER),
        (b"A;B\n" + b" " * LARGEST, RegisterFault.TOO_LARGE),
    ],
)
def test_what_is_no_such_file_is_refused_in_words(data: bytes, fault: RegisterFault) -> None:
    with pytest.raises(UnreadableRegister) as refused:
        read_register(data)

    assert refused.value.fault is fault
    assert isinstance(refused.value, Invalid)
    assert len(str(refused.value)) > 15


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"INSTELLINGSCODE": "12AB", "VESTIGINGSCODE": "12AB03"}, "12AB03"),
        ({"INSTELLINGSCODE": "12AB", "VESTIGINGSCODE": "3"}, "12AB03"),
        ({"BRIN NUMMER": "12ab", "VESTIGINGSNUMMER": "00"}, "12AB00"),
        ({"VESTIGINGSCODE": "12AB10"}, "12AB10"),
    ],
)
def test_a_code_has_six_characters_or_two(cells: dict[str, str], code: str) -> None:
    assert location_code(cells) == code


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"INSTELLINGSCODE": "12AB"},
        {"VESTIGINGSCODE": "AB1200"},
        {"INSTELLINGSCODE": "34EF", "VESTIGINGSCODE": "12AB00"},
        {"INSTELLINGSCODE": "x" * 500, "VESTIGINGSCODE": "1"},
        {"VESTIGINGSCODE": "١٢AB٠٠"},
    ],
)
def test_what_is_no_code_is_refused_in_words(cells: dict[str, str]) -> None:
    with pytest.raises(RefusedRow) as refused:
        location_code(cells)

    assert "code" in refused.value.reason
    assert len(refused.value.reason) < 200


@settings(max_examples=50)
@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        file = read_register(b"CODE;NAAM\n" + data)
    except UnreadableRegister:
        return
    assert all(set(row.cells) == {"CODE", "NAAM"} for row in file.rows)
    assert all(cell == " ".join(cell.split()) for row in file.rows for cell in row.cells.values())
