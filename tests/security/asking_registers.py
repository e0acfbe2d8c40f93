"""Addresses and what is sent of bringing in open data, answers and people; `asking.py` says how."""

from collections.abc import Callable, Mapping

from django.core.files.uploadedfile import SimpleUploadedFile

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, check_import
from levend.formats.queries import published_versions
from levend.organisations.models import RegisterImport
from levend.profiles.models import BroughtFile
from levend.profiles.services import bring_sheet
from tests.organisations.registers.samples import classic, school
from tests.security.scenes import Scene

FILE = classic([school("56GH00", "De Es")])


def import_id(scene: Scene) -> int:
    """A file that the coordinator of De Linde had checked; handed in when first asked for."""
    found = RegisterImport.objects.first() or check_import(
        actor=scene.linde.actor(Role.COORDINATOR),
        kind="schools",
        file_name="scholen.csv",
        data=FILE,
        scope=ImportScope(scene.linde.consortium.pk),
    )
    return found.pk


def brought_id(scene: Scene) -> int:
    """A spreadsheet that the coordinator of De Linde handed in; handed in when first asked for."""
    found = BroughtFile.objects.first() or bring_sheet(
        actor=scene.linde.actor(Role.COORDINATOR),
        consortium_id=scene.linde.consortium.pk,
        version_id=_version_id(),
        file_name="antwoorden.csv",
        data=f"Code;Motto\n{scene.code};Samen\n".encode(),
    )
    return found.pk


def _version_id() -> int:
    return published_versions(Actor.system())[0].id


REGISTER_ARGUMENTS: dict[str, Callable[[Scene, str], list[object]]] = {
    "register_import": lambda scene, word: [import_id(scene)],
    "apply_register_import": lambda scene, word: [import_id(scene)],
    "brought": lambda scene, word: [brought_id(scene)],
    "brought_schools": lambda scene, word: [brought_id(scene)],
    "take_brought": lambda scene, word: [brought_id(scene)],
    "discard_brought": lambda scene, word: [brought_id(scene)],
    "register_import_rows": lambda scene, word: [import_id(scene), "nieuw"],
}
REGISTER_PAYLOADS: dict[str, Callable[[Scene], Mapping[str, object]]] = {
    "registers": lambda scene: {"kind": "schools", "file": SimpleUploadedFile("scholen.csv", FILE)},
    "moving": lambda scene: {
        "consortium": scene.linde.consortium.pk,
        "version": _version_id(),
        "file": SimpleUploadedFile("antwoorden.csv", f"Code;Motto\n{scene.code};Samen\n".encode()),
    },
    "bring_forms": lambda scene: {
        "consortium": scene.linde.consortium.pk,
        "forms": SimpleUploadedFile("formulier.pdf", b"%PDF-1.7"),
    },
    "brought": lambda scene: {"code": "0"},
    "people_list": lambda scene: {"lines": f"{scene.code};Ans;ans@levend.example"},
    "send_people_list": lambda scene: {"mensen": f'[[1, "{scene.code}", "Ans", "ans@levend.example", ""]]'},
    "register_import": lambda scene: {"rows": "municipalities", "municipalities": ["1680"]},
}
