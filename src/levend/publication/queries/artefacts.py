"""The bytes of what was made."""

from django.core.files.storage import default_storage

from levend.publication.models import Artefact


def artefact_bytes(artefact: Artefact) -> bytes:
    """The file. Raises `FileNotFoundError` when the storage lost it."""
    with default_storage.open(artefact.path, "rb") as file:
        content: bytes = file.read()
    return content
