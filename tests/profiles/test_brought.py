"""Last year's answers that a consortium brings: kept, proposed, never the school's own words until it says so."""

import io

import pytest
import xlsxwriter

from levend.accounts.enums import Role
from levend.adoption.services import open_case
from levend.core.errors import Invalid, NotAllowed, NotFound
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.profiles.engine.brought import Columns
from levend.profiles.enums import Standing, Verdict
from levend.profiles.models import Answer, BroughtFile, BroughtRow, ColumnMapping, FormerAnswers
from levend.profiles.queries.brought_files import brought_page
from levend.profiles.queries.writing import writing
from levend.profiles.services import ask_brought, bring_sheet, judge_answer, map_columns, save_answer
from tests.factories.formats import make_version
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
FORMAT = """\
key: verhuizing
version: 1
title: Verhuizing
chapters:
  - key: alles
    title: Alles
    items:
      - {key: missie, type: long_text, label: Onze missie}
      - {key: motto, type: text, label: Motto}
      - {key: groot, type: boolean, label: Is de school groot?}
      - key: partners
        type: choices
        label: Met wie werkt u samen?
        options: [{key: arts, label: De arts}, {key: gemeente, label: De gemeente}]
"""
HEADERS = ["School", "BRIN", "Onze missie", "Motto", "Is de school groot", "Met wie werkt u samen?"]


@pytest.fixture
def version(db: None) -> FormatVersion:
    return make_version(FORMAT)


def csv_of(*rows: list[str]) -> bytes:
    return "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in (HEADERS, *rows)).encode()


def bring(region: Region, version: FormatVersion, data: bytes) -> BroughtFile:
    return bring_sheet(
        actor=region.linde.actor(Role.COORDINATOR),
        consortium_id=region.linde.consortium.pk,
        version_id=version.pk,
        file_name="vorig jaar.csv",
        data=data,
    )


def take(region: Region, version: FormatVersion, data: bytes) -> BroughtFile:
    brought = bring(region, version, data)
    ask_brought(actor=region.linde.actor(Role.COORDINATOR), brought_id=brought.pk)
    run_jobs()
    brought.refresh_from_db()
    return brought


def linde(region: Region, *answers: str) -> list[str]:
    return ["De Linde", region.linde.location.code, *answers]


def test_a_sheet_becomes_proposals_of_the_next_profile(region: Region, version: FormatVersion) -> None:
    data = csv_of(
        linde(region, "Wij zijn er voor elk kind.\n- een", "Samen", "ja", "De gemeente | arts"),
        ["Ander", "99ZZ00", "x", "", "", ""],
        ["Nog eens", region.linde.location.code, "x", "", "", ""],
    )
    brought = take(region, version, data)

    assert brought.state == BroughtFile.State.TAKEN
    assert (brought.outcome["schools"], brought.outcome["answers"]) == (1, 4)
    assert len(brought.outcome["refused"]) == 2
    assert not BroughtRow.objects.exists()

    case = open_case(
        actor=region.linde.actor(Role.DIRECTOR), location_id=region.linde.location.pk, version_id=version.pk
    )
    profile = writing(region.linde.actor(Role.EDITOR), region.linde.location.code)
    assert profile.answers == {
        "missie": "Wij zijn er voor elk kind.\n- een",
        "motto": "Samen",
        "groot": True,
        "partners": ["arts", "gemeente"],
    }
    assert {state.standing for state in profile.states.values()} == {Standing.CARRIED}
    assert profile.former is not None
    assert region.linde.user(Role.COORDINATOR).name in profile.former.source
    judge_answer(
        actor=region.linde.actor(Role.EDITOR),
        profile_id=case.profile_id,
        key="motto",
        verdict=Verdict.CONFIRM,
        based_on=1,
    )
    assert Answer.objects.get(question_key="motto").standing == Standing.CONFIRMED


def test_an_open_profile_gets_proposals_only_where_nobody_spoke(
    region: Region, version: FormatVersion
) -> None:
    director = region.linde.actor(Role.DIRECTOR)
    case = open_case(actor=director, location_id=region.linde.location.pk, version_id=version.pk)
    editor = region.linde.actor(Role.EDITOR)
    save_answer(actor=editor, profile_id=case.profile_id, key="motto", value="Van ons", based_on=0)

    take(region, version, csv_of(linde(region, "Oud", "Samen", "ja", "")))
    found = dict(Answer.objects.values_list("question_key", "value"))
    assert found == {"motto": "Van ons", "missie": "Oud", "groot": True}
    assert FormerAnswers.objects.count() == 1

    take(region, version, csv_of(linde(region, "Oud", "Samen", "ja", "")))  # the same file again
    assert FormerAnswers.objects.count() == 1
    assert set(Answer.objects.values_list("revision", flat=True)) == {1}

    judge_answer(actor=editor, profile_id=case.profile_id, key="groot", verdict=Verdict.CONFIRM, based_on=1)
    take(region, version, csv_of(linde(region, "Nieuw", "Samen", "nee", "")))
    found = dict(Answer.objects.values_list("question_key", "value"))
    assert found == {"motto": "Van ons", "missie": "Nieuw", "groot": True}
    assert Answer.objects.get(question_key="missie").standing == Standing.CARRIED


def test_columns_are_chosen_saved_and_offered_again(region: Region, version: FormatVersion) -> None:
    coordinator = region.linde.actor(Role.COORDINATOR)
    brought = bring(region, version, csv_of(linde(region, "a", "b", "ja", "arts")))
    page = brought_page(coordinator, brought.pk)
    assert page.columns == Columns(1, {2: "missie", 3: "motto", 4: "groot", 5: "partners"})

    chosen = Columns(1, {2: "motto"})
    map_columns(actor=coordinator, brought_id=brought.pk, columns=chosen, name="Het oude programma")
    assert ColumnMapping.objects.get().name == "Het oude programma"
    again = brought_page(coordinator, bring(region, version, csv_of(linde(region, "c", "d", "", ""))).pk)
    assert (again.columns, again.name, again.is_known) == (chosen, "Het oude programma", True)

    for wrong in (
        Columns(None, {}),
        Columns(9, {}),
        Columns(1, {2: "motto", 3: "motto"}),
        Columns(1, {2: "x"}),
    ):
        with pytest.raises(Invalid):
            map_columns(actor=coordinator, brought_id=brought.pk, columns=wrong)
    for stranger in (region.beuk.actor(Role.COORDINATOR), region.linde.actor(Role.DIRECTOR)):
        with pytest.raises(NotFound):
            brought_page(stranger, brought.pk)


def test_what_looks_like_a_pupil_is_never_kept(region: Region, version: FormatVersion) -> None:
    brought = bring(
        region, version, csv_of(linde(region, "Leerling Jayden de Vries heeft ADHD.", "b", "", ""))
    )
    assert "Jayden" not in str(list(BroughtRow.objects.values_list("cells", flat=True)))
    (refusal,) = brought_page(region.linde.actor(Role.COORDINATOR), brought.pk).understood.refused
    assert (refusal.line, refusal.label) == (2, "Onze missie")


def workbook(columns: int) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, [f"k{number}" for number in range(columns)])
    sheet.write_row(1, 0, ["a"] * columns)
    book.close()
    return buffer.getvalue()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "staat niets"),
        (b"alleen;koppen\r\n", "staat niets"),
        (b"%PDF-1.7 geen blad", "geen spreadsheet"),
        (b"PK\x03\x04 kapot", "geen spreadsheet"),
        (b"a;b\n" + b"1;2\n" * 3_001, "3.000 regels"),
        (workbook(10_000), "400 kolommen"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
)
def test_a_hostile_file_changes_nothing(
    region: Region, version: FormatVersion, data: bytes, words: str
) -> None:
    with pytest.raises(Invalid) as refused:
        bring(region, version, data)
    assert words in str(refused.value.fields["file"])
    assert not BroughtFile.objects.exists()


def test_only_who_coordinates_brings(region: Region, version: FormatVersion) -> None:
    with pytest.raises(NotAllowed):
        bring_sheet(
            actor=region.beuk.actor(Role.COORDINATOR),
            consortium_id=region.linde.consortium.pk,
            version_id=version.pk,
            file_name="x.csv",
            data=csv_of(),
        )
