"""A document that came back: ours or not, whole or not, in force or not. What was never public is not given away."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from levend.adoption.enums import Step
from levend.adoption.models import Adoption
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.documents.enums import SealKind
from levend.documents.reading.facts import Trouble
from levend.documents.sealing import seal_pdf
from levend.documents.services import typeset_pdf
from levend.jobs.testing import run_jobs
from levend.publication.engine.verify import Integrity, Status
from levend.publication.models import ConceptDocument, PublishedVersion
from levend.publication.queries import artefact_bytes
from levend.publication.queries.verify import verify
from tests.adoption.ends import withdrawn
from tests.documents.examples import DOCUMENT
from tests.documents.sealing.copies import ALTERED
from tests.documents.sealing.keys import one_file
from tests.factories.region import Region
from tests.publication.situations import Published, begin, published, region_with_linde
from tests.support.standing import Standing

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # documents are no matter of the database


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> None:
    settings.LEVEND_DATA = tmp_path


@pytest.fixture(scope="module")
def made(standing: Standing) -> Iterator[tuple[Region, Published]]:
    with standing(region_with_linde, own_data=True) as made:
        yield made


@pytest.fixture
def own(made: tuple[Region, Published]) -> tuple[Region, Published]:
    return deepcopy(made)


@pytest.fixture
def region(own: tuple[Region, Published]) -> Region:
    return own[0]


@pytest.fixture
def done(own: tuple[Region, Published]) -> Published:
    return own[1]


@pytest.fixture
def pdf(done: Published) -> bytes:
    return artefact_bytes(done.version.full_pdf)


def told(pdf: bytes) -> tuple[Integrity, Status]:
    found = verify(pdf)
    return found.integrity, found.status


UNKNOWN = (Integrity.UNKNOWN, Status.UNKNOWN)


def test_a_published_document_is_authentic_and_in_force(pdf: bytes) -> None:
    found = verify(pdf)

    assert (found.integrity, found.status) == (Integrity.AUTHENTIC, Status.IN_FORCE)
    assert found.sha256 == sha256_of(pdf)
    assert found.standing is not None
    assert (found.standing.location_code, found.standing.location_name) == ("12AB00", "De Linde")


def test_after_a_successor_it_is_superseded(region: Region, done: Published, pdf: bytes) -> None:
    Adoption.objects.filter(pk=done.adoption.pk).update(valid_from=clock.today() - timedelta(days=400))
    second = published(region.linde, missie="Een nieuwe missie.")

    assert told(pdf) == (Integrity.AUTHENTIC, Status.SUPERSEDED)
    assert told(artefact_bytes(second.version.full_pdf)) == (Integrity.AUTHENTIC, Status.IN_FORCE)


def test_after_its_term_it_is_superseded(done: Published, pdf: bytes) -> None:
    yesterday = clock.today() - timedelta(days=1)
    Adoption.objects.filter(pk=done.adoption.pk).update(valid_from=yesterday, valid_until=yesterday)

    assert told(pdf) == (Integrity.AUTHENTIC, Status.SUPERSEDED)


def test_before_its_term_it_is_authentic_and_not_said_to_be_in_force(done: Published, pdf: bytes) -> None:
    later = clock.today() + timedelta(days=30)
    Adoption.objects.filter(pk=done.adoption.pk).update(valid_from=later, valid_until=later)

    found = verify(pdf)

    assert (found.integrity, found.status) == (Integrity.AUTHENTIC, Status.UNKNOWN)
    assert found.standing is not None
    assert found.standing.valid_from == later


@pytest.mark.parametrize("field", ["annulled_at", "ended_on"])
def test_a_withdrawn_document_is_authentic_and_withdrawn(done: Published, pdf: bytes, field: str) -> None:
    values = {"annulled_at": clock.now()} if field == "annulled_at" else withdrawn(clock.today())
    Adoption.objects.filter(pk=done.adoption.pk).update(**values)

    assert told(pdf) == (Integrity.AUTHENTIC, Status.WITHDRAWN)


def test_a_document_of_a_retired_key_is_told_by_its_hash_even_without_the_certificate(
    pdf: bytes, settings: LazySettings, tmp_path: Path
) -> None:
    settings.LEVEND_DATA = tmp_path / "moved"
    settings.LEVEND_SEAL = one_file(tmp_path / "new.pem")

    assert told(pdf) == (Integrity.AUTHENTIC, Status.IN_FORCE)
    assert told(ALTERED["remark_added"](pdf)) == UNKNOWN


def test_a_concept_of_a_retired_key_is_told_by_the_kept_certificate(
    settings: LazySettings, tmp_path: Path
) -> None:
    concept = seal_pdf(typeset_pdf(DOCUMENT), kind=SealKind.CONCEPT, name="")
    settings.LEVEND_SEAL = one_file(tmp_path / "new.pem")

    assert told(concept) == (Integrity.AUTHENTIC, Status.CONCEPT)
    assert told(ALTERED["byte_flipped"](concept)) == (Integrity.ALTERED, Status.UNKNOWN)


def test_the_concept_that_lies_with_the_council_is_a_concept(region: Region) -> None:
    begin(region.linde).take(Step.ASK_ADVICE)
    run_jobs()

    assert told(artefact_bytes(ConceptDocument.objects.latest("id").pdf)) == (
        Integrity.AUTHENTIC,
        Status.CONCEPT,
    )


def test_an_official_document_that_was_not_published_is_not_confirmed_to_exist() -> None:
    assert told(seal_pdf(typeset_pdf(DOCUMENT), kind=SealKind.OFFICIAL, name="")) == UNKNOWN


def test_before_its_first_public_day_a_document_is_not_confirmed_to_exist(pdf: bytes) -> None:
    PublishedVersion.objects.update(publish_from=clock.today() + timedelta(days=1))

    assert told(pdf) == UNKNOWN
    assert verify(pdf).standing is None


@pytest.mark.parametrize(("file", "trouble"), [(b"", Trouble.NO_PDF), (b"%PDF-1.7\n%%EOF", Trouble.DAMAGED)])
def test_what_cannot_be_read_is_unknown_and_says_so(file: bytes, trouble: Trouble) -> None:
    found = verify(file)

    assert (found.integrity, found.status, found.trouble) == (*UNKNOWN, trouble)


def test_a_document_without_a_seal_is_unknown() -> None:
    assert told(typeset_pdf(replace(DOCUMENT, organisation="Een ander"))) == UNKNOWN
