"""Addresses and what is sent of bringing in open data; `asking.py` says how."""

from collections.abc import Callable, Mapping

from django.core.files.uploadedfile import SimpleUploadedFile

from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, check_import
from levend.organisations.models import RegisterImport
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


REGISTER_ARGUMENTS: dict[str, Callable[[Scene, str], list[object]]] = {
    "register_import": lambda scene, word: [import_id(scene)],
    "apply_register_import": lambda scene, word: [import_id(scene)],
    "register_import_rows": lambda scene, word: [import_id(scene), "nieuw"],
}
REGISTER_PAYLOADS: dict[str, Callable[[Scene], Mapping[str, object]]] = {
    "registers": lambda scene: {"kind": "schools", "file": SimpleUploadedFile("scholen.csv", FILE)},
    "register_import": lambda scene: {"rows": "municipalities", "municipalities": ["1680"]},
}
