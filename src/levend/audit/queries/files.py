"""Whether a file in the storage is the one that a row speaks of."""

import hashlib

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

PIECE = 1024 * 1024


def fault_of_file(path: str, *, size: int, sha256: str) -> str:
    """What is wrong with a file, empty when it is there with this size (bytes) and hash; read piece by piece."""
    digest, length = hashlib.sha256(), 0
    try:
        with default_storage.open(path, "rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
                length += len(piece)
    except FileNotFoundError:
        return _("het bestand is er niet")
    if length != size:
        return _("het bestand is %(length)d bytes groot in plaats van %(size)d") % {
            "length": length,
            "size": size,
        }
    return "" if digest.hexdigest() == sha256 else _("het bestand is gewijzigd")


def files_under(folder: str) -> list[str]:
    """Every file in a folder of the storage and below it, in order; none when the folder is not there."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    found = [f"{folder}/{name}" for name in files]
    for name in folders:
        found += files_under(f"{folder}/{name}")
    return sorted(found)
