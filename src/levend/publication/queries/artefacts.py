"""The bytes of what was made."""

from functools import lru_cache

from django.core.files.storage import default_storage

from levend.documents.reading.pages import page_count
from levend.publication.models import Artefact


def artefact_bytes(artefact: Artefact) -> bytes:
    """The file. Raises `FileNotFoundError` when the storage lost it."""
    with default_storage.open(artefact.path, "rb") as file:
        content: bytes = file.read()
    return content


def artefact_pages(pdf: Artefact) -> int:
    """How many pages a document of ours has; counted once per process. Raises as `artefact_bytes` does."""
    return _pages(pdf.path)


@lru_cache(maxsize=1024)
def _pages(path: str) -> int:
    """The path names the content, so the number is right as long as the name is."""
    with default_storage.open(path, "rb") as file:
        return page_count(file.read())
