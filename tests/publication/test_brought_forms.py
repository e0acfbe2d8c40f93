"""A folder of filled forms: every file gets its line, each school its proposals, and nothing of the files is left."""

import io
import zipfile

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.test import TestCase

from levend.accounts.enums import Role
from levend.audit.queries.files import files_under
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.documents.services import typeset_form
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.profiles.engine.brought import Why
from levend.profiles.engine.brought_forms import BroughtForm
from levend.profiles.enums import Standing
from levend.profiles.models import Answer, BroughtFile, BroughtRow, FormerAnswers
from levend.profiles.queries.brought_forms import BroughtFormsPage, brought_forms_page
from levend.profiles.queries.brought_words import told
from levend.profiles.services import HandedIn, ask_brought, bring_forms, save_answer, throw_away
from levend.profiles.services.bring_forms import keep_forms, waiting_folder
from levend.publication.render.form_of import form_of
from levend.publication.services.read_brought import read_brought
from tests.factories.formats import make_version
from tests.factories.profiles import make_profile
from tests.factories.region import LocationPlaces, Region
from tests.support.filling import filled, flattened

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(db: None) -> FormatVersion:
    return make_version()


def form(places: LocationPlaces, version: FormatVersion) -> bytes:
    """The form of a school, as it went to the school before anything was written."""
    make_profile(places.location, version)
    return typeset_form(form_of(places.actor(Role.EDITOR), places.location.code))


def folder(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def bring(region: Region, *files: tuple[str, bytes]) -> BroughtFile:
    return bring_forms(
        actor=region.linde.actor(Role.COORDINATOR),
        consortium_id=region.linde.consortium.pk,
        files=[HandedIn(*file) for file in files],
    )


def read(region: Region, *files: tuple[str, bytes]) -> BroughtFormsPage:
    brought = bring(region, *files)
    with TestCase.captureOnCommitCallbacks(execute=True):
        run_jobs()
    return brought_forms_page(region.linde.actor(Role.COORDINATOR), brought.pk)


@pytest.mark.sqlite
def test_a_folder_becomes_proposals_and_one_bad_file_stops_nothing(
    region: Region, version: FormatVersion
) -> None:
    empty = form(region.linde, version)
    save_answer(
        actor=region.linde.actor(Role.EDITOR),
        profile_id=region.linde.location.profiles.get().pk,
        key="motto",
        value="Van ons",
        based_on=0,
    )
    said = {"missie": "Wij zijn er voor elk kind.", "motto": "Oud", "groepen": "zeventien"}
    good = filled(empty, said)
    other = _of(filled(empty, {"motto": "Geheim van de Beuk"}), "34EF00")
    page = read(
        region,
        (
            "formulieren.zip",
            folder(
                {
                    "Scholen/De \u202eLinde (definitief) 👍.pdf": good,
                    "__MACOSX/Scholen/._De Linde.pdf": b"x",
                    ".DS_Store": b"x",
                    "Scholen/nog eens.pdf": good,
                    "Scholen/../../etc/passwd.pdf": b"%PDF-1.7 kapot",
                    "lees mij.docx": b"PK geen pdf",
                    "plat.pdf": flattened(good),
                    "Beuk.pdf": other,
                    "dieper.zip": folder({"nergens.pdf": _of(good, "99ZZ00"), "versie.pdf": _in(good, 9)}),
                    "gesloten.pdf": _locked(good),
                }
            ),
        ),
    )
    (school,) = page.schools
    assert school.given.file == "Scholen/De Linde (definitief) 👍.pdf"
    assert (school.given.code, set(school.given.answers)) == ("12AB00", {"missie", "motto"})
    assert [(each.label, "getal" in told(each)) for each in school.refused] == [
        ("Hoeveel groepen heeft u?", True)
    ]
    assert [(each.file.rsplit("/")[-1], each.why) for each in page.refused] == [
        ("nog eens.pdf", Why.TWICE),
        ("passwd.pdf", Why.DAMAGED),
        ("lees mij.docx", Why.NO_PDF),
        ("plat.pdf", Why.FLATTENED),
        ("Beuk.pdf", Why.ELSEWHERE),
        ("nergens.pdf", Why.NOWHERE),
        ("versie.pdf", Why.NO_VERSION),
        ("gesloten.pdf", Why.ENCRYPTED),
    ]
    assert "klein, versie 9" in told(page.refused[6])
    assert page.line.outcome == {"ignored": 2, "unread": 0}
    assert [code for code, _name in page.without] == ["12CD00"]
    assert "Geheim" not in str(list(BroughtRow.objects.values_list("cells", flat=True)))
    assert files_under("brought") == []

    coordinator = region.linde.actor(Role.COORDINATOR)
    for _click in range(2):
        ask_brought(actor=coordinator, brought_id=page.line.id)
        run_jobs()
    assert not BroughtRow.objects.exists()
    assert FormerAnswers.objects.get().answers == {"missie": said["missie"], "motto": "Oud"}
    found = {each.question_key: (each.value, each.standing) for each in Answer.objects.all()}
    assert found == {
        "motto": ("Van ons", Standing.NEW),
        "missie": ("Wij zijn er voor elk kind.", Standing.CARRIED),
    }
    with pytest.raises(NotNow):
        throw_away(actor=coordinator, brought_id=page.line.id)


def test_a_dead_worker_goes_on_where_it_stopped(region: Region, version: FormatVersion) -> None:
    good = filled(form(region.linde, version), {"motto": "Samen"})
    brought = bring(region, ("a.pdf", b"%PDF-1.4 niets"), ("a.pdf", good), ("b.pdf", b"%PDF-"))
    died_after = [BroughtForm(1, "a.pdf", why=Why.DAMAGED)]
    keep_forms(brought_id=brought.pk, forms=died_after, is_last=False, notes={})
    waiting = waiting_folder(brought.pk)
    assert waiting is not None
    assert waiting.start == 2
    run_jobs()
    read_brought(brought_id=brought.pk)  # delivered once more
    assert [row.line for row in brought.rows.all()] == [1, 2, 3]
    page = brought_forms_page(region.linde.actor(Role.COORDINATOR), brought.pk)
    assert [(each.given.file, each.given.answers) for each in page.schools] == [
        ("2/a.pdf", {"motto": "Samen"})
    ]
    throw_away(actor=region.linde.actor(Role.COORDINATOR), brought_id=brought.pk)
    assert not BroughtRow.objects.exists()


@pytest.mark.sqlite
def test_hostile_folders_give_a_sentence(region: Region) -> None:
    bomb = folder({f"{number}.pdf": b"%PDF-1.7" + bytes(26 * 1024 * 1024) for number in range(3)})
    page = read(region, ("bom.zip", bomb))
    assert {each.why for each in page.refused} == {Why.TOO_LARGE}
    many = read(region, ("veel.zip", folder({f"{number}.txt": b"x" for number in range(1_005)})))
    assert (len(many.refused), many.line.outcome["unread"]) == (1_000, 5)
    torn = read(region, ("stuk.zip", folder({"a.txt": b"x"})[:-10]))
    assert "beschadigd" in torn.line.trouble
    locked = bytearray(folder({"a.pdf": b"%PDF-1.7"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    assert [each.why for each in read(region, ("slot.zip", bytes(locked))).refused] == [Why.ENCRYPTED]

    lost = bring(region, ("weg.zip", folder({"a.pdf": b"x"})))
    default_storage.delete(f"brought/{lost.sha256}")
    run_jobs()
    lost.refresh_from_db()
    assert "niet meer" in lost.trouble


def test_only_who_coordinates_brings_forms_and_sees_them(region: Region) -> None:
    brought = bring(region, ("een.pdf", b"%PDF-1.7"))
    for stranger in (region.beuk.actor(Role.COORDINATOR), region.linde.actor(Role.DIRECTOR)):
        with pytest.raises(NotFound):
            brought_forms_page(stranger, brought.pk)
        with pytest.raises(NotFound):
            throw_away(actor=stranger, brought_id=brought.pk)
        with pytest.raises(NotAllowed):
            bring_forms(
                actor=stranger,
                consortium_id=region.linde.consortium.pk,
                files=[HandedIn("een.pdf", b"%PDF-1.7")],
            )
    assert files_under("brought") != []
    with TestCase.captureOnCommitCallbacks(execute=True):
        throw_away(actor=region.linde.actor(Role.COORDINATOR), brought_id=brought.pk)
    assert not BroughtFile.objects.exists()
    assert files_under("brought") == []
    with pytest.raises(Invalid):
        bring(region, ("een.doc", b"geen formulier"))
    with pytest.raises(Invalid):
        bring(region)


def _of(pdf: bytes, code: str) -> bytes:
    return _with(pdf, "levend:vestiging", code)


def _in(pdf: bytes, version: int) -> bytes:
    return _with(pdf, "levend:format", f"klein versie {version}")


def _with(pdf: bytes, name: str, value: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for field in opened.Root.AcroForm.Fields:
            if str(field.T) == name:
                field.V = pikepdf.String(value)
        opened.save(out)
    return out.getvalue()


def _locked(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="geheim", user="geheim"))
    return out.getvalue()
