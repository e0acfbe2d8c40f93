from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings

from levend.documents.enums import SealKind
from levend.documents.sealing import seal_pdf
from levend.documents.services import typeset_pdf
from levend.documents.values import Attachment
from tests.documents.examples import CONCEPT, DOCUMENT

DATA = Attachment("sop.json", "application/json", "De gegevens", '{"wie": "Ş"}')


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> Path:
    """A data folder of its own, and with it a key of its own."""
    settings.LEVEND_DATA = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture(scope="session")
def unsealed() -> bytes:
    return typeset_pdf(replace(DOCUMENT, attachments=(DATA,)))


@pytest.fixture(scope="session")
def unsealed_concept() -> bytes:
    return typeset_pdf(CONCEPT)


@pytest.fixture
def sealed(installation: Path, unsealed: bytes) -> bytes:
    return seal_pdf(unsealed, kind=SealKind.OFFICIAL, name="Bond van Koren")
