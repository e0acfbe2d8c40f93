"""Who holds a document of before an erasure and checks it, hears that it was withdrawn and why."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from levend.cli.main import main
from levend.core import clock
from levend.publication.engine.verify import Integrity, Status
from levend.publication.models import ConceptDocument, PublishedVersion
from levend.publication.queries import artefact_bytes
from levend.publication.queries.verify import verify
from tests.erasure.planted import NAME, Planted
from tests.erasure.steps import ask, confirm, erase

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.sqlite,
]  # documents are no matter of the database


def test_an_old_document_was_withdrawn_and_the_new_one_holds(planted: Planted) -> None:
    PublishedVersion.objects.update(
        publish_from=clock.today()
    )  # the waiting time after a deviation has passed
    old = artefact_bytes(planted.version.full_pdf)
    before = verify(old)
    assert before.standing is not None

    erase(planted)

    now = verify(old)
    assert (now.integrity, now.status, now.held_personal_data) == (
        Integrity.AUTHENTIC,
        Status.WITHDRAWN,
        True,
    )
    anew = verify(artefact_bytes(planted.version.full_pdf))
    assert (anew.integrity, anew.status) == (Integrity.AUTHENTIC, before.status)


def test_it_is_withdrawn_from_the_moment_of_confirming(planted: Planted) -> None:
    """The worker has not made the new document yet."""
    old = artefact_bytes(planted.version.full_pdf)

    confirm(planted, ask(planted))

    assert verify(old).held_personal_data


def test_a_concept_of_before_is_withdrawn_too(planted: Planted) -> None:
    concept = ConceptDocument.objects.get(profile_id=planted.second.profile_id)
    old = artefact_bytes(concept.pdf)
    assert verify(old).status is Status.CONCEPT

    erase(planted)

    assert verify(old).status is Status.WITHDRAWN


def test_the_page_and_the_command_say_why(
    planted: Planted, client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = artefact_bytes(planted.version.full_pdf)
    erase(planted)
    capsys.readouterr()

    page = client.post("/controleer/", {"file": SimpleUploadedFile("oud.pdf", old)}).content.decode()
    assert "Dit document is ingetrokken vanwege persoonsgegevens" in page
    assert NAME not in page

    file = tmp_path / "oud.pdf"
    file.write_bytes(old)
    assert main(["verify", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["integrity"], told["status"], told["reason"]) == ("authentic", "withdrawn", "personal_data")
