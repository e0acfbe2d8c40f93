"""Anybody checks a document: without account, cookie or script, and nothing of the file is kept."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client

from levend.adoption.models import Adoption
from levend.core import clock
from levend.documents.enums import SealKind
from levend.documents.reading.read import MOST_BYTES
from levend.documents.sealing import seal_pdf
from levend.documents.services import typeset_pdf
from levend.publication.queries import artefact_bytes
from levend.web.verify import limits
from tests.adoption.ends import withdrawn
from tests.documents.examples import DOCUMENT
from tests.documents.sealing.copies import remark_added, sealed_by_another
from tests.factories.region import Region
from tests.publication.situations import Published, region_with_linde
from tests.support.standing import Standing

pytestmark = pytest.mark.django_db
ADDRESS = "/controleer/"


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    settings.LEVEND_DATA = tmp_path
    cache.clear()
    yield
    cache.clear()


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


def send(client: Client, pdf: bytes, name: str = "profiel.pdf", **extra: str) -> HttpResponse:
    file = BytesIO(pdf)
    file.name = name
    return client.post(ADDRESS, {"file": file}, **extra)


def words_of(response: HttpResponse) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_the_page_explains_itself_and_can_be_kept_by_a_cache(client: Client) -> None:
    page = client.get(ADDRESS)

    assert "Hier ziet u of het echt is" in words_of(page)
    assert "public" in page.headers["Cache-Control"]
    assert client.get(ADDRESS, headers={"If-None-Match": page.headers["ETag"]}).status_code == 304


def test_the_footer_of_public_pages_leads_to_it(client: Client) -> None:
    assert f'href="{ADDRESS}"' in client.get("/").content.decode()


def test_a_document_in_force_is_said_to_be_so_with_the_way_to_the_school(
    client: Client, done: Published
) -> None:
    page = send(client, artefact_bytes(done.version.full_pdf))

    assert "Dit document is echt en geldt nu" in words_of(page)
    assert "schoolondersteuningsprofiel van De Linde" in words_of(page)
    assert 'href="/scholen/12AB00/"' in page.content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("ended", "Dit document is ingetrokken"),
        ("over", "Dit document is echt, maar geldt niet meer"),
        ("later", "Dit document is echt en gaat later gelden"),
    ],
)
def test_what_does_not_hold_today_says_why(client: Client, done: Published, change: str, said: str) -> None:
    today, day = clock.today(), timedelta(days=1)
    changes = {
        "ended": withdrawn(today),
        "over": {"valid_from": today - day, "valid_until": today - day},
        "later": {"valid_from": today + day, "valid_until": today + day},
    }
    Adoption.objects.filter(pk=done.adoption.pk).update(**changes[change])

    page = words_of(send(client, artefact_bytes(done.version.full_pdf)))

    assert said in page
    assert "geldt nu" not in page


def test_other_files_are_told_apart_in_plain_words(client: Client, tmp_path: Path) -> None:
    unsealed = typeset_pdf(DOCUMENT)
    concept = seal_pdf(unsealed, kind=SealKind.CONCEPT, name="")

    for pdf, said in (
        (concept, "Dit is een concept"),
        (remark_added(concept), "Dit document is gewijzigd"),
        (sealed_by_another(unsealed, tmp_path / "elsewhere"), "Wij kennen dit document niet"),
        (b"GIF89a", "Het is geen PDF"),
        (b"%PDF-1.7\nniets", "Het bestand is beschadigd"),
    ):
        page = send(client, pdf)
        assert page.status_code == 200
        assert said in words_of(page)


def test_what_is_not_published_looks_the_same_as_what_does_not_exist(client: Client, tmp_path: Path) -> None:
    """But for the hash of the file, which whoever sent it can compute."""
    unsealed = typeset_pdf(DOCUMENT)
    ours = seal_pdf(unsealed, kind=SealKind.OFFICIAL, name="")

    pages = [
        re.sub(r"[0-9a-f]{64}", "", words_of(send(client, pdf)))
        for pdf in (ours, sealed_by_another(unsealed, tmp_path / "elsewhere"))
    ]

    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (None, "Kies een bestand."),
        (b"", "Dit bestand is leeg."),
        (b"%PDF-1.7 " + b" " * MOST_BYTES, "Dit bestand is groter dan 25 MB."),
    ],
    ids=["nothing", "empty", "too large"],
)
def test_a_file_that_cannot_be_taken_is_refused_at_the_field(
    client: Client, pdf: bytes | None, said: str
) -> None:
    page = client.post(ADDRESS) if pdf is None else send(client, pdf)

    assert page.status_code == 422
    assert words_of(page).count(said) == 2  # in the summary and at the field
    assert "Kies een bestand." not in words_of(page) or pdf is None


def test_a_request_beyond_all_measure_is_not_read(client: Client) -> None:
    page = client.generic(
        "POST", ADDRESS, b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**12)
    )

    assert page.status_code == 413
    assert "groter dan wij kunnen aannemen" in words_of(page)


def test_nothing_is_kept_and_no_cookie_set(client: Client) -> None:
    page = send(client, seal_pdf(typeset_pdf(DOCUMENT), kind=SealKind.CONCEPT, name=""))

    assert not page.cookies
    assert "no-store" in page.headers["Cache-Control"]
    assert b"<script" not in page.content
    assert not default_storage.exists("")


def test_one_address_checks_so_often_and_no_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PER_ADDRESS", 2)

    codes = [send(client, b"GIF89a", REMOTE_ADDR="192.0.2.1").status_code for _number in range(4)]
    refused = send(client, b"GIF89a", REMOTE_ADDR="192.0.2.1")

    assert codes == [200, 200, 429, 429]
    assert "te vaak gecontroleerd" in words_of(refused)
    assert send(client, b"GIF89a", REMOTE_ADDR="192.0.2.2").status_code == 200


def test_all_together_check_so_often_and_no_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALTOGETHER", 3)

    codes = [send(client, b"GIF89a", REMOTE_ADDR=f"192.0.2.{number}").status_code for number in range(5)]

    assert codes == [200, 200, 200, 429, 429]


def test_a_name_full_of_markup_is_not_shown(client: Client) -> None:
    page = send(client, b"GIF89a", name='"><b>x<b>.pdf')

    assert page.status_code == 200
    assert b"<b>x" not in page.content
