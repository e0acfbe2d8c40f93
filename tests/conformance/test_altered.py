"""Altered copies of documents as they leave us, official and concept: told from the original, on the page and the line."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from levend.adoption.enums import Step
from levend.cli.main import main
from levend.documents.enums import SealKind
from levend.jobs.testing import run_jobs
from levend.publication.models import ConceptDocument
from levend.publication.queries import artefact_bytes
from tests.documents.sealing.copies import ALTERED, sealed_by_another
from tests.factories.region import make_region
from tests.publication.situations import begin, published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sqlite,
]  # a process per copy: dear, and no matter of the database
KINDS = ("official", "concept")
COPIES = {
    "official": (*ALTERED, "sealed_by_another"),
    "concept": ("byte_flipped", "rewritten_by_qpdf", "sealed_by_another"),  # sealed and read in the same way
}
ON_PAGE = ("byte_flipped", "rewritten_by_pypdf", "sealed_by_another")
"""The copies that are shown to the page as well, which asks what the command asks."""
SAID = {
    "official": "Dit document is echt en geldt nu",
    "altered": "Dit document is gewijzigd",
    "unknown": "Wij kennen dit document niet",
}


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    settings.LEVEND_DATA = tmp_path / "data"
    cache.clear()
    yield
    cache.clear()


def made(kind: str) -> bytes:
    """A document as the council or the public gets it."""
    linde = make_region().linde
    if kind == "official":
        return artefact_bytes(published(linde).version.full_pdf)
    begin(linde).take(Step.ASK_ADVICE)
    run_jobs()
    return artefact_bytes(ConceptDocument.objects.get().pdf)


def copy_of(pdf: bytes, name: str, kind: str, elsewhere: Path) -> bytes:
    if name != "sealed_by_another":
        return ALTERED[name](pdf)
    unsealed = pdf[: pdf.index(b"%%EOF") + len(b"%%EOF")]
    return sealed_by_another(unsealed, elsewhere, SealKind(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_copy_is_told_from_the_original(
    kind: str, client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = made(kind)
    file = tmp_path / "profiel.pdf"

    def told(pdf: bytes, *, on_page: bool) -> tuple[int, str, str, str]:
        """Exit code, integrity and status of the command, and the page: the public's, who have official documents."""
        file.write_bytes(pdf)
        capsys.readouterr()
        code = main(["verify", str(file), "--json"])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        data = json.loads(printed.out)
        if kind != "official" or not on_page:
            return code, data["integrity"], data["status"], ""
        cache.clear()  # one address may check so often a minute
        upload = BytesIO(pdf)
        upload.name = "profiel.pdf"
        page = client.post("/controleer/", {"file": upload})
        assert page.status_code == 200
        return code, data["integrity"], data["status"], " ".join(page.content.decode().split())

    code, integrity, status, page = told(original, on_page=True)
    assert (code, integrity, status) == (0, "authentic", "in_force" if kind == "official" else "concept")
    assert not page or SAID[kind] in page
    for name in COPIES[kind]:
        copied = copy_of(original, name, kind, tmp_path / "elsewhere")
        expected = "unknown" if name == "sealed_by_another" else "altered"
        code, integrity, status, page = told(copied, on_page=name in ON_PAGE)
        assert (name, code, integrity, status) == (name, 1, expected, "unknown")
        assert not page or (SAID[expected] in page and SAID[kind] not in page), name
    assert len(COPIES["official"]) >= 7
