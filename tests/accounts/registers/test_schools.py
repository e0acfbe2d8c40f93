"""Bringing in an address file: what is shown first is what is done, for the operator and for a coordinator."""

from datetime import date
from pathlib import Path

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.organisations import place_in_consortium
from levend.accounts.services.registers import (
    ImportScope,
    Rows,
    apply_import,
    check_import,
    choose_rows,
    import_file,
)
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import NotAllowed, NotFound, NotNow
from levend.jobs.models import Event
from levend.organisations.engine.registers.plan import ImportPlan
from levend.organisations.models import Board, ConsortiumArea, ConsortiumMembership, Location, RegisterImport
from tests.factories.organisations import make_location
from tests.factories.region import Region
from tests.organisations.registers.samples import catalogue, classic, school

REAL = Path(__file__).resolve().parents[4] / "shared/data/duo/bo_vestigingen_classic_cp1252.csv"
ES, MEER, VELD = (
    school("56GH00", "De Es"),
    school("56GH01", "Het Meer", POSTCODE="9452 AB"),
    school(
        "78JK00", "Het Veld", GEMEENTENUMMER="1701", GEMEENTENAAM="WESTERVELD", BEVOEGD_GEZAG_NUMMER="49999"
    ),
)

WHOLE = ImportScope()


def bring(data: bytes, scope: ImportScope = WHOLE, actor: Actor | None = None) -> ImportPlan:
    return import_file(
        actor=actor or Actor.system(), kind="schools", file_name="bo.csv", data=data, scope=scope
    )


def codes(rows: object) -> list[str]:
    return [row.code for row in rows]  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_file_makes_schools_once_in_either_dialect() -> None:
    first = bring(classic([ES, MEER, VELD]))
    again = bring(catalogue([ES, MEER, VELD]))

    assert codes(first.new) == ["56GH00", "56GH01", "78JK00"]
    assert again.is_empty
    assert again.unchanged == 3
    es = Location.objects.select_related("school__board").get(code="56GH00")
    assert (es.name, es.street, es.city, es.municipality) == ("De Es", "Brink 1-A", "Rolde", "Aa en Hunze")
    assert (es.school.name, es.school.board.code) == ("De Es", "41001")
    assert Board.objects.get(code="49999").name == "49999"
    happened = AuditEvent.objects.filter(subject=f"location:{es.pk}").values_list("event", flat=True)
    assert list(happened) == ["location_added"]
    assert RegisterImport.objects.filter(state="applied").count() == 2


@pytest.mark.django_db
def test_another_month_gives_exactly_its_differences() -> None:
    bring(classic([ES, MEER, VELD]))
    Location.objects.update(email="info@es.example", pupils=9, pupils_on=date(2026, 10, 1))
    month = classic(
        [
            {**ES, "VESTIGINGSNAAM": "De Es ’t Dorp", "TELEFOONNUMMER": " "},
            {**VELD, "BEVOEGD GEZAG NUMMER": "41777"},
            school("90LM00", "Nieuw"),
            school("91LM00", "Zonder postcode", POSTCODE=""),
        ]
    )
    plan = bring(month)

    assert (codes(plan.new), codes(plan.closed)) == (["90LM00"], ["56GH01"])
    assert codes(plan.changed) == ["56GH00", "78JK00"]
    assert [(each.field, each.before, each.after) for each in plan.changed[0].changes] == [
        ("name", "De Es", "De Es ’t Dorp")
    ]
    assert codes(plan.moved) == ["78JK"]
    assert [each.line for each in plan.refused] == [5]
    assert bring(month).is_empty
    es, meer, veld = (Location.objects.get(code=code) for code in ("56GH00", "56GH01", "78JK00"))
    assert (es.email, es.pupils, es.phone, es.school.name) == (
        "info@es.example",
        9,
        "0592123456",
        "De Es ’t Dorp",
    )
    assert meer.closed_on == clock.today()
    assert veld.school.board.code == "41777"
    assert {"location_closed", "location_moved", "location_changed"} <= set(
        Event.objects.values_list("name", flat=True)
    )

    back = bring(classic([ES, MEER, VELD]))

    assert (codes(back.reopened), codes(back.closed)) == (["56GH01"], ["90LM00"])
    assert Location.objects.get(code="56GH01").closed_on is None


@pytest.mark.django_db
def test_a_file_of_a_part_closes_nothing_elsewhere() -> None:
    bring(classic([ES, MEER, VELD]))
    other = make_location("99ZZ00", name="Speciaal", school_type="sbo")  # type: ignore[arg-type]

    plan = bring(classic([MEER]))

    assert codes(plan.closed) == [
        "56GH00"
    ]  # same municipality; neither another one nor another kind of school
    other.refresh_from_db()
    assert other.closed_on is None


@pytest.mark.django_db
def test_a_coordinator_chooses_municipalities_or_areas_and_those_schools_come_in(region: Region) -> None:
    actor, consortium = region.linde.actor(Role.COORDINATOR), region.linde.consortium
    scope = ImportScope(consortium.pk, Rows.MUNICIPALITIES, frozenset({"1680"}))
    kept = check_import(
        actor=actor, kind="schools", file_name="bo.csv", data=classic([ES, MEER, VELD]), scope=scope
    )
    assert (kept.counts["new"], kept.counts["outside"]) == (2, 1)
    assert kept.plan["choices"] == [["1680", "Aa en Hunze", 2], ["1701", "Westerveld", 1]]
    assert not Location.objects.filter(code="56GH00").exists()

    ConsortiumArea.objects.create(consortium=consortium, pc4="9452")
    chosen = choose_rows(actor=actor, import_id=kept.pk, scope=ImportScope(consortium.pk, Rows.AREAS))
    assert [row[0] for row in chosen.plan["new"]] == ["56GH01"]

    done = apply_import(actor=actor, import_id=kept.pk)
    again = apply_import(actor=actor, import_id=kept.pk)

    assert done.applied_by == actor.ref
    assert again.applied_at == done.applied_at
    place = ConsortiumMembership.objects.get(location__code="56GH01")
    assert (place.consortium, place.valid_from) == (consortium, clock.today())
    assert not Location.objects.filter(code="56GH00").exists()
    with pytest.raises(NotFound):
        apply_import(actor=region.beuk.actor(Role.COORDINATOR), import_id=kept.pk)
    with pytest.raises(NotAllowed):
        bring(classic([ES]), actor=actor)
    with pytest.raises(NotAllowed):
        bring(classic([ES]), ImportScope(consortium.pk), region.linde.actor(Role.DIRECTOR))


@pytest.mark.django_db
def test_what_is_of_another_consortium_stays_theirs(region: Region) -> None:
    """Neither its schools, nor a school of its board, by which one could invite that board's people."""
    actor, scope = region.linde.actor(Role.COORDINATOR), ImportScope(region.linde.consortium.pk)
    data = classic(
        [
            school("34EF00", "Gekaapt"),
            school("56GH00", "Bij hun bestuur", BEVOEGD_GEZAG_NUMMER="41002"),
            school("12AB00", "Naar hun bestuur", BEVOEGD_GEZAG_NUMMER="41002"),
            school("12CD00", "De Wilg", GEMEENTENAAM="ASSEN"),
        ]
    )
    plan = bring(data, scope, actor)

    assert plan.not_yours == 1
    assert [each.line for each in plan.refused] == [3, 4]
    assert all("beheerder" in each.reason for each in plan.refused)
    assert codes(plan.changed) == ["12CD00"]
    beuk = Location.objects.select_related("school__board").get(code="34EF00")
    assert (beuk.name, beuk.school.board.code) == ("De Beuk", "41002")
    assert Location.objects.get(code="12AB00").school.board.code == "41001"


@pytest.mark.django_db
def test_what_changed_meanwhile_is_shown_again_first(region: Region) -> None:
    actor, scope = region.linde.actor(Role.COORDINATOR), ImportScope(region.linde.consortium.pk)
    bring(classic([ES]))
    es = Location.objects.get(code="56GH00")
    kept = check_import(actor=actor, kind="schools", file_name="bo.csv", data=classic([ES]), scope=scope)
    assert [row[0] for row in kept.plan["joined"]] == ["56GH00"]
    place_in_consortium(
        actor=Actor.system(),
        location_id=es.pk,
        consortium_id=region.beuk.consortium.pk,
        valid_from=clock.today(),
    )

    with pytest.raises(NotNow):
        apply_import(actor=actor, import_id=kept.pk)

    assert ConsortiumMembership.objects.get(location=es).consortium == region.beuk.consortium


@pytest.mark.django_db
@pytest.mark.sqlite
@pytest.mark.skipif(not REAL.exists(), reason="the real file is not here")
def test_the_whole_country_twice_and_then_another_month() -> None:
    data = REAL.read_bytes()
    header, *lines = data.rstrip().split(b"\r\n")
    first, again = bring(data), bring(data)
    assert (len(first.new), again.is_empty, again.unchanged) == (6122, True, 6122)

    month = lines[10:]
    month[0] = month[0].replace(b";32073;", b";99999;")
    plan = bring(b"\r\n".join([header, *month]))

    assert len(plan.closed) == 10
    assert len(plan.moved) == 1
    assert not plan.new
    assert bring(data).counts()["reopened"] == 10
