"""Handing in makes the document that the school keeps: receipt publishes the same one, and until then nobody hears of it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.enums import Step
from levend.core import clock
from levend.core.errors import NotAllowed, NotFound
from levend.jobs.testing import run_jobs
from levend.publication.engine.verify import Integrity, Status
from levend.publication.models import Artefact, OfficialDocument, PublishedVersion
from levend.publication.queries import artefact_bytes, official_for
from levend.publication.queries.official import without_document
from levend.publication.queries.verify import verify
from levend.publication.services import make_official
from levend.publication.services.tidy_files import tidy_artefacts
from levend.publication.tasks import make_missing
from tests.adoption.story import Story
from tests.factories.region import Region, make_region
from tests.publication.situations import adopted
from tests.publication.test_publishing import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # documents are no matter of the database
UNKNOWN = (Integrity.UNKNOWN, Status.UNKNOWN)


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> None:
    settings.LEVEND_DATA = tmp_path


@pytest.fixture
def region() -> Region:
    return make_region()


def hand_in(region: Region) -> Story:
    story = adopted(region.linde)
    story.take(Step.SUBMIT)
    run_jobs()
    return story


def official(story: Story, role: Role = Role.DIRECTOR) -> Artefact | None:
    case = story.reload()
    found = official_for(story.actor(role), case, case.content_sha256)
    return found.pdf if found else None


def told(pdf: bytes) -> tuple[Integrity, Status]:
    found = verify(pdf)
    return found.integrity, found.status


def test_what_the_school_downloads_after_handing_in_is_what_is_published(region: Region) -> None:
    story = hand_in(region)
    pdf = official(story)
    assert pdf is not None
    data = artefact_bytes(pdf)
    words = " ".join(" ".join(text_of(pdf)).split())
    assert "Concept" not in words
    assert "De directeur verklaart" in words
    assert "Vastgesteld door het bestuur" in words
    assert not PublishedVersion.objects.exists()
    assert told(data) == UNKNOWN
    assert Client().get(f"/document/{pdf.sha256}.pdf").status_code == 404

    with clock.at(clock.now() + timedelta(days=3)):  # receipt changes nothing in it
        story.take(Step.RECEIVE)
        run_jobs()
        version = PublishedVersion.objects.get()
        assert version.full_pdf == pdf == official(story)
        assert artefact_bytes(version.full_pdf) == data
        assert told(data) == (Integrity.AUTHENTIC, Status.IN_FORCE)
        assert Client().get(f"/document/{pdf.sha256}.pdf").content == data


def test_it_is_for_who_may_read_the_text_and_made_once(region: Region) -> None:
    story = adopted(region.linde)
    story.take(Step.SUBMIT)
    case = story.reload()
    for role in (Role.EDITOR, Role.BOARD_MEMBER, Role.COUNCIL_MEMBER, Role.COORDINATOR):
        assert official(story, role) is None
    run_jobs()
    for role in (Role.EDITOR, Role.BOARD_MEMBER, Role.COUNCIL_MEMBER, Role.COORDINATOR):
        assert official(story, role) is not None
    for stranger in (
        region.wilg.actor(Role.DIRECTOR),
        region.beuk.actor(Role.COORDINATOR),
        Actor.anonymous(),
    ):
        with pytest.raises(NotFound):
            official_for(stranger, case, case.content_sha256)

    again = make_official(actor=Actor.system(), case_id=story.id)

    assert again == OfficialDocument.objects.get()
    with pytest.raises(NotAllowed):
        make_official(actor=region.linde.actor(Role.DIRECTOR), case_id=story.id)


def test_a_worker_that_comes_after_receipt_makes_one_document(region: Region) -> None:
    story = adopted(region.linde)
    run_jobs()
    files = Artefact.objects.filter(media_type="application/pdf").count()
    story.take(Step.SUBMIT)
    story.take(Step.RECEIVE)
    run_jobs()

    assert PublishedVersion.objects.get().full_pdf == OfficialDocument.objects.get().pdf
    assert Artefact.objects.filter(media_type="application/pdf").count() == files + 1


def test_what_is_sent_back_and_handed_in_anew_gets_a_document_of_its_own(region: Region) -> None:
    story = hand_in(region)
    former = official(story)
    assert former is not None
    data = artefact_bytes(former)

    story.take(Step.ASK_CORRECTION)
    run_jobs()
    assert official(story) is None  # it is handed in no more

    with clock.at(clock.now() + timedelta(days=1)):
        story.take(Step.SUBMIT)
        run_jobs()
        story.take(Step.RECEIVE)
        run_jobs()
        pdf = official(story)
        assert pdf is not None
        assert pdf != former
        assert PublishedVersion.objects.get().full_pdf == pdf == OfficialDocument.objects.get().pdf
        assert told(data) == UNKNOWN
        assert told(artefact_bytes(pdf)) == (Integrity.AUTHENTIC, Status.IN_FORCE)
        tidy_artefacts(older_than=timedelta(hours=1))
    assert not default_storage.exists(former.path)
    assert default_storage.exists(pdf.path)


def test_what_was_handed_in_before_gets_its_document_once(region: Region) -> None:
    story = hand_in(region)
    OfficialDocument.objects.all().delete()
    assert without_document() == ((story.id, story.reload().profile_id),)

    make_missing.call()
    assert without_document() == ()
    make_missing.call()  # the work waits already
    assert run_jobs() == 1

    assert official(story) is not None
    make_missing.call()
    assert run_jobs() == 0
