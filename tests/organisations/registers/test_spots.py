"""Coordinates and postcode areas out of tables and JSON."""

import json

import pytest

from levend.organisations.engine.registers.areas import consortium_code, read_areas
from levend.organisations.engine.registers.coordinates import house_number, read_spots
from levend.organisations.errors import RefusedRow, UnreadableRegister

TABLE = b"""ONDERWIJSLOCATIECODE,STRAATNAAM,HUISNUMMER,HUISNUMMERTOEVOEGING,POSTCODE,GPS_LATITUDE,GPS_LONGITUDE,EINDDATUM
100X001,Brink,1,A,9451AA,52.98,6.64,
100X002,Brink,3,,9451AA,52.981,6.641,
100X003,Brink,5,,9451AA,52.99,6.65,2020-01-01
100X004,Es,2,,9452AB,0,0,
100X005,Es,2,,9452AB,6.64,52.98,
100X006,Es,9,,9453AC,"52,97","6,63",
"""


def test_a_school_is_found_by_its_address_or_as_the_only_one_there() -> None:
    spots = read_spots(TABLE)

    def latitude(street: str, postcode: str) -> float | None:
        spot = spots.find(code="56GH00", street=street, postcode=postcode)
        return None if spot is None else spot.degrees.latitude

    assert latitude("Brink 1-A", "9451 AA") == 52.98
    assert latitude("Brink 3-B", "9451 AA") == 52.981
    assert latitude("Brink 7", "9451 AA") is None
    assert latitude("Andere naam", "9453 AC") == 52.97
    assert [line for line, _fault in spots.refused] == [5, 6]


def test_json_and_a_plain_list_say_the_same() -> None:
    wrapped = {
        "_embedded": {
            "onderwijslocaties": [
                {"gpsLatitude": 52.98, "gpsLongitude": 6.64, "huisnummer": 1, "postcode": "9451AA"},
                {"gpsLatitude": None, "gpsLongitude": 6.64, "postcode": "9451AB"},
            ]
        }
    }
    spots = read_spots(json.dumps(wrapped).encode())
    plain = read_spots(b"code;latitude;longitude\n56gh00;52.98;6.64\n56GH;52.98;6.64\n56GH02;nan;6\n")

    found = spots.find(code="", street="Brink 1", postcode="9451 AA")
    assert found is not None
    assert found.degrees == plain.rows[0].degrees
    assert [line for line, _fault in spots.refused] == [2]
    assert plain.rows[0].code == "56GH00"
    assert [line for line, _fault in plain.refused] == [3, 4]
    for other in (b"[]", b"{", b'{"a": 1}', b"A;B\n1;2\n"):
        with pytest.raises(UnreadableRegister):
            read_spots(other)


@pytest.mark.parametrize(
    ("street", "number"),
    [("Brink 1-A", "1A"), ("Plein 1940 12", "12"), ("Laan 3 bis", "3BIS"), ("Brink", "")],
)
def test_the_number_stands_at_the_end(street: str, number: str) -> None:
    assert house_number(street) == number


def test_areas_of_consortia_come_from_the_register_and_points_from_a_list() -> None:
    recognitions = [
        {
            "type": "ERKENDE_SAMENWERKING",
            "soort": kind,
            "code": code,
            "einddatum": end,
            "_embedded": {"regioErkendeSamenwerking": [{"postcodecijfers": pc4} for pc4 in areas]},
        }
        for kind, code, end, areas in (
            ("PAPO", "26.04", None, ["3511", "3512", "3511"]),
            ("PAVO", "VO-25-07", None, ["3511", "12"]),
            ("PAPO", "PO9999", "2020-01-01", ["1000"]),
            ("RMC", "1", None, ["1000"]),
        )
    ]
    areas = read_areas(json.dumps({"_embedded": {"erkenningen": recognitions}}).encode())
    table = read_areas(
        b"CODE;SOORT;POSTCODECIJFERS\n26.04;PAPO;3511\nPO 26.04;PAPO;3512\nx;PAPO;3513\n7;RMC;1\n"
    )
    points = read_areas(b"pc4;latitude;longitude\n3511;52.09;5.12\n3511;52.1;5.1\n0511;52;5\n3512;0;0\n")

    found = [(row.consortium, row.pc4) for row in areas.areas]
    assert found == [("PO2604", "3511"), ("PO2604", "3512"), ("VO2507", "3511")]
    assert [line for line, _fault in areas.refused] == [2]
    assert [(row.consortium, row.pc4) for row in table.areas] == [("PO2604", "3511"), ("PO2604", "3512")]
    assert [line for line, _fault in table.refused] == [4]
    assert [(row.pc4, row.degrees.latitude) for row in points.points] == [("3511", 52.09)]
    assert [line for line, _fault in points.refused] == [3, 4, 5]


def test_a_number_without_its_sector_is_no_code() -> None:
    with pytest.raises(RefusedRow):
        consortium_code("26.04")
    assert consortium_code("swv 25-06", "VO") == "VO2506"
