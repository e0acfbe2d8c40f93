"""Numbers of pupils out of the three shapes of file; `<5` is never a number."""

from datetime import date

import pytest

from levend.keyfigures.engine.planning import plan_counts
from levend.keyfigures.engine.pupils import PupilCounts, read_pupils
from levend.keyfigures.values import Changed, Counted
from levend.organisations.engine.registers.reading import read_register
from levend.organisations.errors import UnreadableRegister

OCTOBER = {year: date(year, 10, 1) for year in range(1996, 2027)}


def read(text: str, encoding: str = "utf-8-sig") -> PupilCounts:
    return read_pupils(read_register(text.encode(encoding)))


def test_the_historical_overview_has_a_column_for_each_year() -> None:
    found = read(
        "INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;LEERLINGEN_2022;LEERLINGEN_2023;LEERLINGEN_2024;LEERLINGEN_2025\n"
        "12AB;12AB00;De Linde;210;;<5;214\n"
        "12CD;12CD00;Nieuw;0;0;12;veel\n"
        "34EF;34EF00;Gesloten;80;7;0;0\n"
        "34EF;35EF00;Scheef;80;7;0;0\n"
    )

    assert found.counted == (
        Counted("12AB00", OCTOBER[2022], 210),
        Counted("12AB00", OCTOBER[2024], None),
        Counted("12AB00", OCTOBER[2025], 214),
        Counted("12CD00", OCTOBER[2024], 12),
        Counted("34EF00", OCTOBER[2022], 80),
        Counted("34EF00", OCTOBER[2023], 7),
        Counted("34EF00", OCTOBER[2024], 0),
        Counted("34EF00", OCTOBER[2025], 0),
    )
    assert [(each.line, "veel" in each.reason) for each in found.refused] == [(3, True), (5, False)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("12AB,0,BO,2025,214\n", [214]),
        ("12AB,00,SO,2025,30\n12AB,00,VSO,2025,12\n", [42]),
        ("12AB,00,SO,2025,<5\n", [None]),
        ("12AB,00,SO,2025,<5\n12AB,00,VSO,2025,0\n", [None]),
        ("12AB,00,SO,2025,<5\n12AB,00,VSO,2025,30\n", []),
        ("12AB,00,SO,2025,<5\n12AB,00,VSO,2025,<5\n", []),
        ("12AB,00,SO,2025,x\n12AB,00,VSO,2025,30\n", []),
        ("12AB,00,SO,vorig jaar,3\n", []),
        ("12AB,00,SO,2025,\n", []),
    ],
)
def test_kinds_of_one_location_add_up_and_what_is_half_hidden_is_not_known(
    rows: str, expected: list[int | None]
) -> None:
    found = read("INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,AANTAL_LEERLINGEN\n" + rows)

    assert [each.value for each in found.counted] == expected
    assert all(each.code == "12AB00" and each.reference_date == OCTOBER[2025] for each in found.counted)
    assert bool(found.refused) == (not expected and ",\n" not in rows)


@pytest.mark.parametrize("day", ["2025-10-01", "20251001", "1-10-2025", "01/10/2025"])
def test_ages_of_one_day_add_up(day: str) -> None:
    header = "PEILDATUM;INSTELLINGSCODE;VESTIGINGSCODE;SOORT_PO;CLUSTER;LEEFTIJD_JONGER;LEEFTIJD_4;LEEFTIJD_5;LEEFTIJD_OUDER\n"
    found = read(
        f"{header}{day};12AB;12AB00;BO;;0;12;30;\n"
        f"{day};34EF;34EF00;SO;3;0;<5;0;0\n{day};34EF;34EF01;SO;3;0;<5;30;0\n",
        "cp1252",
    )

    assert found.counted == (Counted("12AB00", OCTOBER[2025], 42), Counted("34EF00", OCTOBER[2025], None))
    assert [each.line for each in found.refused] == [4]
    assert "34EF01" in found.refused[0].reason


def test_a_number_under_five_is_hidden_though_the_file_has_it() -> None:
    found = read("INSTELLINGSCODE;VESTIGINGSCODE;LEERLINGEN_2024;LEERLINGEN_2025\n12AB;12AB00;5;3\n")
    assert found.counted == (
        Counted("12AB00", OCTOBER[2024], 5),
        Counted("12AB00", OCTOBER[2025], None),
    )


def test_a_file_of_another_kind_says_which_column_it_misses() -> None:
    with pytest.raises(UnreadableRegister, match="PEILJAAR"):
        read("VESTIGINGSCODE;NAAM\n12AB00;De Linde\n")


def test_a_plan_sorts_counts_by_what_they_do() -> None:
    linde, wilg = Counted("12AB00", OCTOBER[2025], 214), Counted("12CD00", OCTOBER[2025], None)
    new, stranger = Counted("12AB00", OCTOBER[2026], 220), Counted("99ZZ00", OCTOBER[2025], 9)
    known = {("12AB00", OCTOBER[2025]): 214, ("12CD00", OCTOBER[2025]): 7}

    plan = plan_counts(PupilCounts((linde, wilg, new, stranger), ()), codes={"12AB00", "12CD00"}, known=known)

    assert (plan.new, plan.changed, plan.unchanged) == ((new,), (Changed(7, wilg),), 1)
    assert plan.unmatched == ("99ZZ00",)
