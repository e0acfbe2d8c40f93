"""The worker publishes what the consortium received, once, and nothing else; concepts come on the way."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Step
from levend.adoption.models import Adoption
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import NotAllowed, NotFound
from levend.jobs.testing import run_jobs
from levend.organisations.models import Consortium
from levend.publication.models import Artefact, ConceptDocument, PublishedVersion
from levend.publication.queries import (
    artefact_bytes,
    concept_for,
    in_force,
    shown_version,
    versions_of,
    withdrawn_version,
)
from levend.publication.services import publish
from levend.publication.services.keeping import keep
from tests.adoption.ends import withdrawn
from tests.factories.region import Region
from tests.publication.situations import adopted, begin, published


def text_of(artefact: Artefact) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(artefact_bytes(artefact))).pages]


def test_asking_advice_makes_a_concept_of_the_locked_text(region: Region) -> None:
    story = begin(region.linde)
    story.take(Step.ASK_ADVICE)
    run_jobs()

    sha256 = story.reload().content_sha256
    concept = concept_for(region.linde.actor(Role.COUNCIL_MEMBER), "12AB00", sha256)
    assert concept is not None
    pages = text_of(concept.pdf)
    assert all("Concept" in page for page in pages)
    assert f"{sha256[:4]} {sha256[4:8]}" in pages[0]


def test_a_stranger_gets_no_concept(region: Region) -> None:
    story = begin(region.linde)
    story.take(Step.ASK_ADVICE)
    run_jobs()

    for stranger in (region.beuk.actor(Role.DIRECTOR), region.wilg.actor(Role.DIRECTOR), Actor.anonymous()):
        with pytest.raises(NotFound):
            concept_for(stranger, "12AB00", story.reload().content_sha256)


def test_adoption_alone_publishes_nothing(region: Region) -> None:
    story = adopted(region.linde)
    run_jobs()

    assert not PublishedVersion.objects.exists()
    assert shown_version("12AB00", clock.today()) is None
    assert ConceptDocument.objects.filter(profile_id=story.case.profile_id).count() == 1


def test_receipt_publishes_the_adopted_text_with_its_procedure(region: Region) -> None:
    done = published(region.linde)

    pages = text_of(done.version.full_pdf)
    whole = " ".join(pages)
    assert done.version.sha256 == done.adoption.snapshot.sha256
    assert "Concept" not in whole
    assert "Vastgesteld op" in pages[0]
    assert "De directeur verklaart" in " ".join(whole.split())
    assert AuditEvent.objects.filter(event="profile_published").count() == 1


def test_publishing_twice_changes_nothing(region: Region) -> None:
    done = published(region.linde)
    files = Artefact.objects.count()

    again = publish(actor=Actor.system(), case_id=done.story.id)

    assert again == done.version
    assert (PublishedVersion.objects.count(), Artefact.objects.count()) == (1, files)
    assert AuditEvent.objects.filter(event="profile_published").count() == 1


def test_only_the_system_publishes(region: Region) -> None:
    done = published(region.linde)

    with pytest.raises(NotAllowed):
        publish(actor=region.linde.actor(Role.DIRECTOR), case_id=done.story.id)


def test_words_of_the_advice_stay_inside_unless_the_council_makes_them_public(region: Region) -> None:
    story = begin(region.linde)
    story.take(Step.ASK_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.POSITIVE, words="Alleen voor de school bedoeld.")
    for step in (Step.ADOPT, Step.SUBMIT, Step.RECEIVE):
        story.take(step)
    run_jobs()

    assert "Alleen voor de school bedoeld." not in " ".join(text_of(PublishedVersion.objects.get().full_pdf))


def test_before_its_first_public_day_a_version_is_shown_to_nobody(region: Region) -> None:
    done = published(region.linde)
    PublishedVersion.objects.update(publish_from=clock.today() + timedelta(days=1))

    assert shown_version("12AB00", clock.today()) is None
    assert in_force("12AB00", done.adoption.valid_from) is None
    assert versions_of("12AB00") == ()


def test_an_annulled_adoption_is_shown_to_nobody(region: Region) -> None:
    done = published(region.linde)
    Adoption.objects.filter(pk=done.adoption.pk).update(annulled_at=clock.now())

    assert shown_version("12AB00", clock.today()) is None


def test_in_force_is_the_latest_that_began_and_has_not_ended(region: Region) -> None:
    first = published(region.linde)
    second = published(region.linde, missie="Een nieuwe missie.")
    today = clock.today()
    Adoption.objects.filter(pk=first.adoption.pk).update(valid_from=today - timedelta(days=400))
    Adoption.objects.filter(pk=second.adoption.pk).update(valid_from=today - timedelta(days=10))

    def on(days: int) -> PublishedVersion | None:
        return in_force("12AB00", today + timedelta(days=days))

    assert on(-401) is None
    assert on(-400) == on(-11) == first.version
    assert on(-10) == on(0) == second.version
    Adoption.objects.filter(pk=second.adoption.pk).update(**withdrawn(today))
    assert on(-1) == second.version
    assert on(0) is None
    assert shown_version("12AB00", today) is None
    assert withdrawn_version("12AB00", today) == second.version
    assert [version.pk for version in versions_of("12AB00")] == [second.version.pk, first.version.pk]


def test_a_version_that_begins_later_is_shown_while_there_is_no_other(region: Region) -> None:
    done = published(region.linde)
    later = clock.today() + timedelta(days=200)
    Adoption.objects.filter(pk=done.adoption.pk).update(
        valid_from=later, valid_until=later + timedelta(days=364)
    )

    assert in_force("12AB00", clock.today()) is None
    assert shown_version("12AB00", clock.today()) == done.version


def test_a_logo_that_cannot_be_drawn_keeps_no_profile_from_its_readers(region: Region) -> None:
    Consortium.objects.filter(code="PO9901").update(logo="<svg kapot")

    assert text_of(published(region.linde).version.full_pdf)


@pytest.mark.django_db
def test_half_a_file_of_a_process_that_died_is_replaced() -> None:
    data = b"%PDF-1.7 " + b"x" * 500
    path = Artefact(sha256=sha256_of(data)).path
    default_storage.save(path, ContentFile(data[:100]))

    first = keep(data, "application/pdf")
    second = keep(data, "application/pdf")

    assert first == second
    assert artefact_bytes(first) == data
    assert default_storage.listdir(path.rpartition("/")[0])[1] == [sha256_of(data)]
