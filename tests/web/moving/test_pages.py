"""Moving house on the page: hand in, choose columns, look per school, take over; another's file is not to be seen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from levend.accounts.enums import Role
from levend.jobs.testing import run_jobs
from levend.profiles.models import FormerAnswers
from tests.factories.formats import make_version
from tests.factories.region import Region
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
