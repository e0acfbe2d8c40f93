"""Moving house on the page: hand in, choose columns, look per school, take over; another's file is not to be seen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopUpload
from django.db import connection
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from levend.documents.services import typeset_form
from levend.jobs.testing import run_jobs
from levend.profiles.models import BroughtFile, FormerAnswers
from levend.publication.render.form_of import form_of
from levend.web.moving.uploads import InMemoryTogether
from tests.factories.formats import make_version
from tests.factories.profiles import make_profile
from tests.factories.region import Region
from tests.support.filling import filled
from tests.web.people.conftest import Browse, browse, region

__all__ = ["browse", "region"]

PAGE = "/werk/overnemen/"
SHEET = (
    b"School;BRIN;Wat is uw missie?;Hoeveel groepen;Iets anders\r\n"
    b'De Linde;12AB00;"Wij <b>groeien</b>";zeventien;x\r\nOnbekend;99ZZ00;Nee;3;\r\n'
)


@pytest.mark.django_db
def test_a_coordinator_brings_answers_and_takes_them_over(region: Region, browse: Browse) -> None:
    version = make_version()
    client = browse(region.linde.user(Role.COORDINATOR))
    answer = client.post(PAGE, {"version": version.pk, "file": SimpleUploadedFile("oud.csv", SHEET)})
    assert answer.status_code == 302
    url = answer["Location"]

    page = client.get(url).content.decode()
    assert "Code van de school" in page
    assert "Wij &lt;b&gt;groeien&lt;/b&gt;" in page
    assert "Welke scholing volgt uw team?" in page  # a table, which no column can answer
    wrong = client.post(url, {"code": "1", "column-2": "missie", "column-3": "missie"})
    assert wrong.status_code == 422
    assert "hoort al bij de kolom" in wrong.content.decode()
    again = {
        "code": "1",
        "column-2": "missie",
        "column-3": "groepen",
        "name": "Oud programma",
        "opnieuw": "1",
    }
    page = client.post(url, again, follow=True).content.decode()
    assert "0 van 2 te begrijpen" not in page
    assert "1 van 2 te begrijpen" in page
    assert "<q>zeventien</q>" in page
    assert "Vul een getal in" in page

    page = client.post(url, again | {"opnieuw": ""}, follow=True).content.decode()
    page = client.get(f"{url}scholen/").content.decode()
    assert "12AB00" in page
    assert "geen school van uw samenwerkingsverband" in page
    assert not FormerAnswers.objects.exists()
    stranger = browse(region.beuk.user(Role.COORDINATOR))
    assert stranger.get(url).status_code == stranger.get(f"{url}scholen/").status_code == 404
    assert "oud.csv" not in stranger.get(PAGE).content.decode()

    page = client.post(f"{url}neem-over/", follow=True).content.decode()
    assert "De antwoorden worden overgenomen" in page
    run_jobs()
    page = client.get(url).content.decode()
    assert "nieuwe antwoorden" in page
    assert "zeventien" not in page  # numbers and reasons, never an answer
    assert FormerAnswers.objects.get().answers == {"missie": "Wij <b>groeien</b>"}
    assert client.post(url, again).status_code == 409

    bad = client.post(PAGE, {"version": version.pk, "file": SimpleUploadedFile("oud.xlsx", b"PK\x03\x04x")})
    assert bad.status_code == 422
    assert "geen spreadsheet" in bad.content.decode()


@pytest.mark.django_db
@pytest.mark.sqlite
def test_the_columns_of_a_wide_sheet_share_one_list_of_questions(region: Region, browse: Browse) -> None:
    """Sixty columns and 160 questions: the page stays under 300 kB, and a question is chosen by its words."""
    items = "".join(
        f'      - {{key: v{number}, type: long_text, label: "Wat doet uw school op het gebied nummer {number}?"}}\n'
        for number in range(160)
    )
    version = make_version(
        f"key: breed\nversion: 1\ntitle: Breed\nchapters:\n  - key: een\n    title: Een\n    items:\n{items}"
        "  - key: twee\n    title: Twee\n    items:\n"
        "      - {key: x1, type: text, label: Toelichting}\n      - {key: x2, type: text, label: Toelichting}\n"
    )
    headers = ["BRIN", *(f"Gebied nummer {number} volgens het oude programma" for number in range(59))]
    rows = [f"12AB00;{';'.join(['Een antwoord van de school'] * 59)}"] * 5
    sheet = "\r\n".join([";".join(headers), *rows]).encode()
    client = browse(region.linde.user(Role.COORDINATOR))
    sent = {"version": version.pk, "file": SimpleUploadedFile("breed.csv", sheet)}
    url = client.post(PAGE, sent)["Location"]
    chosen = {"code": "0", "column-2": "wat doet uw school op het gebied nummer 7", "opnieuw": "1"}
    page = client.post(url, chosen | {"column-3": "Toelichting (Twee, x2)"}, follow=True).content
    assert b'value="Wat doet uw school op het gebied nummer 7?"' in page
    assert len(page) < 300_000
    assert page.count(b"<option") < 60 + 170
    assert BroughtFile.objects.get().mapping["questions"] == {"2": "v7", "3": "x2"}
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    assert len(queries) <= 20
    refused = client.post(url, chosen | {"column-3": "Toelichting"})
    assert refused.status_code == 422
    assert "Deze vraag kennen wij niet" in refused.content.decode()


@pytest.mark.django_db
def test_a_folder_of_filled_forms_is_read_shown_and_taken_over(region: Region, browse: Browse) -> None:
    version = make_version()
    make_profile(region.linde.location, version)
    empty = typeset_form(form_of(region.linde.actor(Role.EDITOR), region.linde.location.code))
    good = filled(empty, {"missie": "Wij <b>groeien</b>", "groepen": "zeventien"})
    client = browse(region.linde.user(Role.COORDINATOR))
    send = f"{PAGE}formulieren/"
    refused = client.post(send, {"forms": SimpleUploadedFile("brief.docx", b"PK geen van beide")})
    assert refused.status_code == 422
    assert "ZIP" in refused.content.decode()
    assert "Kies een bestand" in client.post(send, {}).content.decode()
    files = [SimpleUploadedFile("De <i>Linde.pdf", good), SimpleUploadedFile("leeg.pdf", b"")]
    url = client.post(send, {"forms": files})["Location"]
    assert "De formulieren worden gelezen" in client.get(url).content.decode()
    assert "wordt gelezen" in client.get(PAGE).content.decode()
    run_jobs()
    with CaptureQueriesContext(connection) as queries:
        page = client.get(url).content.decode()
    assert len(queries) <= 20
    assert "De &lt;i&gt;Linde.pdf" in page
    assert "Klein format, versie 1" in page
    assert "Hoeveel groepen heeft u?" in page
    assert "<b>leeg.pdf</b>" in page
    assert "Dit is geen PDF." in page
    assert client.get(f"{url}scholen/")["Location"] == url
    stranger = browse(region.beuk.user(Role.COORDINATOR))
    assert stranger.get(url).status_code == stranger.post(f"{url}gooi-weg/").status_code == 404

    client.post(f"{url}neem-over/")
    run_jobs()
    page = client.get(url).content.decode()
    assert "nieuwe antwoorden" in page
    assert "De &lt;i&gt;Linde.pdf" in page
    assert FormerAnswers.objects.get().answers == {"missie": "Wij <b>groeien</b>"}
    assert "al overgenomen" in client.post(f"{url}gooi-weg/", follow=True).content.decode()
    again = client.post(send, {"forms": [SimpleUploadedFile("x.pdf", good)]})["Location"]
    assert "weggegooid" in client.post(f"{again}gooi-weg/", follow=True).content.decode()
    assert BroughtFile.objects.count() == 1


def test_files_of_one_request_are_bounded_together() -> None:
    upload = InMemoryTogether(HttpRequest(), 10)
    upload.new_file("forms", "a.pdf", "application/pdf", 6)
    upload.receive_data_chunk(b"x" * 6, 0)
    assert upload.file_complete(6).read() == b"x" * 6
    upload.new_file("forms", "b.pdf", "application/pdf", 6)
    upload.receive_data_chunk(b"x" * 4, 0)
    with pytest.raises(StopUpload):
        upload.receive_data_chunk(b"x", 4)
    assert upload.too_large
