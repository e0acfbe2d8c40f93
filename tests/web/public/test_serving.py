"""What lies ready is served as it lies: cheaply, to everybody alike, and only what is public on this day."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.core import clock
from levend.publication.models import Artefact, ConceptDocument, PublicFile, PublishedVersion
from levend.publication.queries import artefact_bytes
from levend.publication.queries.verify import verify
from tests.factories.region import Region
from tests.publication.situations import Published, published, region_with_linde, renewed
from tests.support.standing import Standing
from tests.web.public.addresses import REASON, SCHOOL, on_day, since, withdraw_on

pytestmark = pytest.mark.django_db
TODAY = clock.today()
DAY = timedelta(days=1)


def _since_ten_days() -> tuple[Region, Published]:
    region, done = region_with_linde()
    since(done, TODAY - 10 * DAY)
    return region, done


@pytest.fixture(scope="module")
def made(standing: Standing) -> Iterator[tuple[Region, Published]]:
    with standing(_since_ten_days) as made:
        yield made


@pytest.fixture
def own(made: tuple[Region, Published]) -> tuple[Region, Published]:
    return deepcopy(made)


@pytest.fixture
def region(own: tuple[Region, Published]) -> Region:
    return own[0]


@pytest.fixture
def done(own: tuple[Region, Published]) -> Published:
    """In force since ten days."""
    return own[1]


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_page_takes_one_query_also_for_who_is_logged_in(done: Published, client: Client) -> None:
    client.force_login(done.story.places.user(Role.DIRECTOR))

    with CaptureQueriesContext(connection) as captured:
        response = client.get(SCHOOL)

    assert response.status_code == 200
    assert len(captured) == 1
    assert not response.cookies


def test_who_has_the_file_is_told_so_before_it_is_opened(done: Published, client: Client) -> None:
    first = client.get(SCHOOL)
    row = PublicFile.objects.get(path=SCHOOL, since__lte=TODAY)
    assert row.artefact is not None
    default_storage.delete(row.artefact.path)

    again = client.get(SCHOOL, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"] == f'"{row.artefact.sha256}"'
    assert again.headers["Cache-Control"] == "public, max-age=60"


def test_headers_can_be_asked_for_alone(done: Published, client: Client) -> None:
    for path in (SCHOOL, f"{SCHOOL}profiel.pdf"):
        whole, head = client.get(path), client.head(path)
        assert head.content == b""
        assert head.headers["Content-Length"] == str(len(whole.content))
        assert head.headers["ETag"] == whole.headers["ETag"]


def test_a_file_stands_under_its_hash_for_ever(done: Published, client: Client) -> None:
    sha256 = done.version.full_pdf.sha256

    response = client.get(f"/document/{sha256}.pdf")

    assert response.content == artefact_bytes(done.version.full_pdf)
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(f"/document/{sha256}.html").status_code == 404
    assert client.get(f"/document/{'0' * 64}.pdf").status_code == 404


def test_a_concept_has_no_public_address(done: Published, client: Client) -> None:
    concept = ConceptDocument.objects.select_related("pdf").latest("id")

    hidden = client.get(f"/document/{concept.pdf.sha256}.pdf")

    assert hidden.status_code == 404
    assert hidden.content == client.get(f"/document/{'0' * 64}.pdf").content.replace(
        b"0" * 64, concept.pdf.sha256.encode()
    )


def test_data_name_the_document_by_its_hash(done: Published, client: Client) -> None:
    data = json.loads(client.get(f"{SCHOOL}profiel.json").content)

    assert data["sop"]["answers"]["missie"]
    assert data["procedure"]["sha256"] == done.version.sha256
    assert client.get(data["document"]["address"]).content == artefact_bytes(done.version.full_pdf)
    assert client.get(data["page"]).status_code == 200
    assert "Ellen Verhoef" not in json.dumps(data["procedure"])


def test_a_version_appears_on_its_day_without_any_work(done: Published, client: Client) -> None:
    day = TODAY + 5 * DAY
    PublishedVersion.objects.update(publish_from=day)
    renewed()
    pdf = f"/document/{done.version.full_pdf.sha256}.pdf"

    with on_day(day - DAY):
        assert client.get(SCHOOL).status_code == 404
        assert client.get(f"{SCHOOL}profiel.pdf").status_code == 404
        assert client.get(pdf).status_code == 404
    with on_day(day):
        assert client.get(SCHOOL).status_code == 200
        assert client.get(f"/en{SCHOOL}").status_code == 200
        assert client.get(pdf).status_code == 200


def test_a_successor_takes_over_on_its_day_and_the_former_page_stays(
    done: Published, region: Region, client: Client
) -> None:
    second = published(region.linde, missie="De missie van volgend jaar.")
    day = TODAY + 3 * DAY
    since(second, day)
    former = f"{SCHOOL}op/{(TODAY - 10 * DAY).isoformat()}/"
    next_year = "De missie van volgend jaar."

    assert next_year not in text(client, SCHOOL)
    before = client.get(former).content
    with on_day(day):
        assert next_year in text(client, SCHOOL)
        assert client.get(f"{SCHOOL}profiel.pdf").content == artefact_bytes(second.version.full_pdf)
        after = client.get(former).content
        assert client.get(f"{former}profiel.pdf").content == artefact_bytes(done.version.full_pdf)
    assert next_year not in after.decode()
    assert after != before  # it says now that another version holds


def test_any_day_leads_to_the_version_of_that_day(done: Published, client: Client) -> None:
    first = client.get(f"{SCHOOL}op/{(TODAY - 10 * DAY).isoformat()}/").content

    assert client.get(f"{SCHOOL}op/{TODAY.isoformat()}/").content == first
    assert client.get(f"{SCHOOL}op/{(TODAY - 11 * DAY).isoformat()}/").status_code == 404
    data = client.get(f"{SCHOOL}op/{TODAY.isoformat()}/profiel.json")
    assert data.content == client.get(f"{SCHOOL}profiel.json").content
    last = done.adoption.valid_until
    assert "gold er geen profiel" in text(client, f"{SCHOOL}op/{(last + DAY).isoformat()}/")


def test_a_withdrawn_text_is_gone_from_its_day_on_and_the_reason_stays(
    done: Published, client: Client
) -> None:
    day = TODAY + 2 * DAY
    withdraw_on(done, day)
    answers = ("Kanjertraining", "Ambities van de school")
    dated = f"{SCHOOL}op/{(TODAY - 10 * DAY).isoformat()}/"
    gone = [f"{path}profiel.{kind}" for path in (SCHOOL, dated) for kind in ("pdf", "json")]
    data = Artefact.objects.get(public_files__path=f"{SCHOOL}profiel.json", media_type="application/json")
    hashes = [f"/document/{done.version.full_pdf.sha256}.pdf", f"/document/{data.sha256}.json"]
    assert answers[0] in text(client, SCHOOL)
    assert all(client.get(path).status_code == 200 for path in (*gone, *hashes))

    with on_day(day):
        for path in (SCHOOL, dated, f"/en{SCHOOL}", f"/en{dated}"):
            page = text(client, path)
            assert REASON in page
            assert not any(answer in page for answer in answers)
        for path in gone:
            response = client.get(path)
            assert response.status_code == 410
            assert REASON in response.content.decode()
        assert all(client.get(path).status_code == 404 for path in hashes)
        assert verify(artefact_bytes(done.version.full_pdf)).status == "withdrawn"
