"""Rows of an address file as facts of a location."""

from pathlib import Path

import pytest

from levend.organisations.engine.registers.addresses import read_addresses
from levend.organisations.engine.registers.comparing import differences
from levend.organisations.engine.registers.names import readable_place, whole_address
from levend.organisations.engine.registers.reading import read_register
from levend.organisations.errors import UnreadableRegister
from tests.organisations.registers.samples import HEADER, classic, school

REAL = Path(__file__).resolve().parents[4] / "shared/data/duo/bo_vestigingen_classic_cp1252.csv"


@pytest.mark.parametrize(
    ("register", "shown"),
    [
        ("S GRAVENHAGE", "'s-Gravenhage"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("'S GRAVENMOER", "'s Gravenmoer"),
        ("'T LOO OLDEBROEK", "'t Loo Oldebroek"),
        ("STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("ALTEVEER GEM NOORDENVELD", "Alteveer gem. Noordenveld"),
        ("BERGEN NH", "Bergen NH"),
        ("ELST GLD", "Elst Gld"),
        ("NUENEN CA", "Nuenen ca"),
        ("HEI- EN BOEICOP", "Hei- en Boeicop"),
        ("HENDRIK-IDO-AMBACHT", "Hendrik-Ido-Ambacht"),
        ("2E EXLOERMOND", "2e Exloermond"),
        ("DE BILT", "De Bilt"),
        ("SUDWEST-FRYSLAN", "Súdwest-Fryslân"),
        ("Den Haag", "Den Haag"),
    ],
)
def test_names_of_places_are_readable(register: str, shown: str) -> None:
    assert readable_place(register) == shown


@pytest.mark.parametrize(
    ("register", "shown"),
    [
        ("www.school.nl", "https://www.school.nl"),
        ("HTTP://School.nl/Pad", "http://school.nl/Pad"),
        ("school@post.nl", ""),
        ("nog niet", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_web_addresses_are_whole_or_nothing(register: str, shown: str) -> None:
    assert whole_address(register) == shown


def test_a_row_becomes_facts_and_a_bad_one_stops_nothing() -> None:
    rows = [
        school("56GH00", "De Es"),
        school("56GH00", "Nog eens"),
        school("56GH01", "Elders", BEVOEGD_GEZAG_NUMMER="41002"),
        school("78JK00", "Zonder naam van gemeente", GEMEENTENAAM="", BEVOEGD_GEZAG_NUMMER="234"),
        school("90LM00", "", POSTCODE="9451 AA"),
        school("91LM00", "Postcode", POSTCODE="0000 XX"),
        school("92LM00", "Bestuur", BEVOEGD_GEZAG_NUMMER="x"),
        school("93LM00", "Straat", STRAATNAAM=""),
    ]
    file = read_addresses(read_register(classic(rows)))

    first, second = (row.facts for row in file.rows)
    assert (first.street, first.postcode, first.city) == ("Brink 1-A", "9451 AA", "Rolde")
    assert (first.website, first.school_type) == ("https://www.school.example", "bao")
    assert (second.municipality_code, second.municipality) == ("1680", "Aa en Hunze")
    assert second.board_code == "00234"
    assert [line for line, _fault in file.refused] == [3, 4, 6, 7, 8, 9]
    assert all(len(fault.reason) > 10 for _line, fault in file.refused)
    assert {"90LM00", "91LM00"} <= file.seen  # refused, but not gone
    assert not file.whole_country


def test_the_header_says_which_schools_it_holds() -> None:
    special = [
        {**school(f"5{n}GH00", "S"), "SOORT PRIMAIR ONDERWIJS": word}
        for n, word in enumerate(("SBAO", "SO", "VSO", "(V)SO", "HBO"))
    ]
    secondary = [
        {**school("56GH00", "V"), "ONDERWIJSSTRUCTUUR": "PRO"},
        {**school("57GH00", "W"), "ONDERWIJSSTRUCTUUR": "PRO/VBO/HAVO"},
    ]
    of_special = read_addresses(read_register(classic(special, ("SOORT PRIMAIR ONDERWIJS", *HEADER))))
    of_secondary = read_addresses(read_register(classic(secondary, (*HEADER, "ONDERWIJSSTRUCTUUR"))))

    assert [row.facts.school_type for row in of_special.rows] == ["sbo", "so", "vso", "so"]
    assert [line for line, _fault in of_special.refused] == [6]
    assert of_special.types == {"sbo", "so", "vso"}
    assert [row.facts.school_type for row in of_secondary.rows] == ["pro", "vo"]
    with pytest.raises(UnreadableRegister, match="POSTCODE"):
        read_addresses(read_register(b"VESTIGINGSNAAM;NAAM\nA;B\n"))


def test_only_what_says_something_else_is_a_difference() -> None:
    one, other = read_addresses(
        read_register(
            classic(
                [
                    school("56GH00", "De Es"),
                    school(
                        "57GH00",
                        "De Es",
                        TELEFOONNUMMER="",
                        INTERNETADRES="school.example/",
                        PLAATSNAAM="ASSEN",
                    ),
                ]
            )
        )
    ).rows

    found = differences(one.facts, other.facts)

    assert [(each.field, each.before, each.after) for each in found] == [
        ("city", "Rolde", "Assen"),
        ("website", "https://www.school.example", "https://school.example/"),
    ]


@pytest.mark.skipif(not REAL.exists(), reason="the real file is not here")
def test_the_real_file_is_read_without_a_refusal() -> None:
    file = read_addresses(read_register(REAL.read_bytes()))

    assert len(file.rows) == 6122
    assert file.refused == ()
    assert file.whole_country
    assert file.municipalities["1948"] == "Meierijstad"
    assert not [
        row for row in file.rows if row.facts.city.upper() == row.facts.city and len(row.facts.city) > 2
    ]
