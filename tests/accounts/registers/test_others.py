"""Boards, coordinates and postcode areas; and the command that brings in all of them."""

import json
from pathlib import Path

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file
from levend.cli.main import main
from levend.core.errors import NotAllowed
from levend.organisations.engine.registers.plan import ImportPlan
from levend.organisations.models import Board, ConsortiumArea, Location, PostcodePoint, RegisterImport
from tests.factories.organisations import make_board, make_location
from tests.factories.region import Region
from tests.organisations.registers.samples import classic, school

BOARDS = (
    "BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM\r\n41001;Stichting Ânders\r\n777;Es\r\n41002;\r\n41003;Nieuw\r\n"
)

WHOLE = ImportScope()


def bring(kind: str, data: bytes, scope: ImportScope = WHOLE, actor: Actor | None = None) -> ImportPlan:
    return import_file(actor=actor or Actor.system(), kind=kind, file_name="a.csv", data=data, scope=scope)


@pytest.mark.django_db
def test_a_board_gets_its_name_from_the_register(region: Region) -> None:
    make_location("56GH00", board=make_board("00777", "00777"), consortium=region.linde.consortium)
    coordinator = bring(
        "boards",
        BOARDS.encode("cp1252"),
        ImportScope(region.linde.consortium.pk),
        region.linde.actor(Role.COORDINATOR),
    )
    whole = bring("boards", BOARDS.encode("cp1252"))

    assert [row.code for row in coordinator.changed] == ["00777"]  # had its number only
    assert coordinator.not_yours == 1
    assert [row.code for row in coordinator.unmatched] == ["41003"]
    assert [row.code for row in whole.new] == ["41003"]
    assert [row.code for row in whole.changed] == ["41001"]
    assert [each.line for each in whole.refused] == [4]
    assert Board.objects.get(code="41001").name == "Stichting Ânders"
    assert bring("boards", BOARDS.encode("utf-8-sig")).is_empty


@pytest.mark.django_db
def test_coordinates_come_to_the_schools_of_whoever_brings_them(region: Region) -> None:
    data = b"code;latitude;longitude\n12AB00;52.1;5.1\n34EF00;52.2;5.2\n99ZZ00;52.3;5.3\n12CD00;0;0\n"
    plan = bring(
        "locations", data, ImportScope(region.linde.consortium.pk), region.linde.actor(Role.COORDINATOR)
    )

    assert [row.code for row in plan.changed] == ["12AB00"]
    assert (plan.not_yours, [row.code for row in plan.unmatched]) == (1, ["99ZZ00"])
    assert [each.line for each in plan.refused] == [5]
    linde = Location.objects.get(code="12AB00")
    assert (linde.latitude, linde.longitude) == (52.1, 5.1)
    assert Location.objects.get(code="34EF00").latitude is None
    assert [row.code for row in bring("locations", data).changed] == ["34EF00"]
    assert bring("locations", data).is_empty


@pytest.mark.django_db
def test_areas_are_what_the_register_says_of_every_consortium_in_it(region: Region) -> None:
    ConsortiumArea.objects.create(consortium=region.linde.consortium, pc4="1000")
    ConsortiumArea.objects.create(consortium=region.beuk.consortium, pc4="2000")
    data = b"CODE,SOORT,POSTCODECIJFERS\n99.01,PAPO,3511\n99.01,PAPO,3512\nPO9903,PAPO,3513\n"

    plan = bring("areas", data)

    assert [row.code for row in plan.new] == ["3511", "3512"]
    assert [row.code for row in plan.closed] == ["1000"]
    assert [row.code for row in plan.unmatched] == ["3513"]
    assert set(ConsortiumArea.objects.values_list("consortium__code", "pc4")) == {
        ("PO9901", "3511"),
        ("PO9901", "3512"),
        ("PO9902", "2000"),
    }
    assert bring("areas", data).is_empty
    points = b"pc4;latitude;longitude\n3511;52.1;5.1\n"
    assert len(bring("areas", points).new) == 1
    assert bring("areas", points).is_empty
    assert PostcodePoint.objects.get().pc4 == "3511"
    with pytest.raises(NotAllowed):
        bring("areas", data, ImportScope(region.linde.consortium.pk), region.linde.actor(Role.COORDINATOR))


@pytest.mark.django_db
def test_the_command_says_what_it_did_and_can_look_first(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "bo.csv", tmp_path / "anders.csv"
    file.write_bytes(classic([school("56GH00", "De Es"), school("57GH00", "X", POSTCODE="?")]))
    other.write_bytes(b"A;B\n1;2\n")
    ours = ["--consortium", "po9901", "--municipality", "1680", "--json"]

    assert main(["import", "schools", str(file), "--dry-run", *ours]) == 0
    looked = json.loads(capsys.readouterr().out)
    assert not RegisterImport.objects.exists()
    assert main(["import", "schools", str(file), *ours]) == 0
    done = json.loads(capsys.readouterr().out)

    assert looked == done
    assert {name: done[name] for name in ("new", "changed", "closed", "unchanged", "unmatched")} == {
        "new": 1,
        "changed": 0,
        "closed": 0,
        "unchanged": 0,
        "unmatched": 0,
    }
    assert [each["line"] for each in done["refused"]] == [3]
    assert "postcode" in done["refused"][0]["reason"]
    assert Location.objects.get(code="56GH00").consortium_memberships.get().consortium.code == "PO9901"
    assert main(["import", "schools", str(other)]) == 1
    assert "VESTIGINGSNAAM" in capsys.readouterr().err
    assert main(["import", "schools", str(tmp_path / "weg.csv")]) == 2
    assert main(["import", "huisdieren", str(file)]) == 2
    assert main(["import", "schools", str(file), "--consortium", "PO0000"]) == 2
    assert main(["import", "schools", str(file), "--by-areas"]) == 2
