"""Bringing in open data on the page: hand in, look, choose, do; what is another's is not to be seen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file
from levend.organisations.models import Location
from tests.factories.accounts import make_member
from tests.factories.region import Region
from tests.organisations.registers.samples import classic, school
from tests.web.people.conftest import Browse, browse, region

__all__ = ["browse", "region"]

PAGE = "/werk/registers/"
ROWS = [
    school("56GH00", "De Es <b>"),
    school("78JK00", "Het Veld", GEMEENTENUMMER="1701", GEMEENTENAAM="WESTERVELD"),
    school("90LM00", "Zonder postcode", POSTCODE=""),
]


def hand_in(client: Client, data: bytes, kind: str = "schools", **more: str) -> str:
    """The page of the file that was handed in."""
    file = SimpleUploadedFile("scholen.csv", data)
    answer = client.post(PAGE, {"kind": kind, "file": file, **more}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
def test_a_coordinator_looks_chooses_and_brings_in(region: Region, browse: Browse) -> None:
    client = browse(region.linde.user(Role.COORDINATOR))
    form = client.get(PAGE).content.decode()
    assert "Coördinaten" in form
    assert "Postcodegebieden" not in form  # the operator's
    assert 'name="consortium"' not in form  # there is one

    page = hand_in(client, classic(ROWS))
    assert "Er verandert niets" in page
    assert "Aa en Hunze (1)" in page
    assert "Voer door" not in page
    url = client.get(PAGE).content.decode().split('register-file" href="')[1].split('"')[0]

    page = client.post(
        url, {"rows": "municipalities", "municipalities": ["1680"]}, follow=True
    ).content.decode()
    assert "Nieuw (1)" in page
    assert "De Es &lt;b&gt;" in page
    assert "regel 4" in page
    assert "is geen postcode" in page
    assert not Location.objects.filter(code="56GH00").exists()
    assert "regel 4" in client.get(f"{url}geweigerd/").content.decode()
    assert client.post(url, {"rows": "municipalities", "municipalities": ["x"]}).status_code == 422
    stranger = browse(region.beuk.user(Role.COORDINATOR))
    assert stranger.get(url).status_code == 404
    assert "scholen.csv" not in stranger.get(PAGE).content.decode()

    done = client.post(f"{url}doorvoeren/", follow=True).content.decode()
    assert "Het bestand is doorgevoerd." in done
    assert "Voer door" not in done
    assert (
        Location.objects.get(code="56GH00").consortium_memberships.get().consortium == region.linde.consortium
    )
    assert client.post(url, {"rows": "all"}).status_code == 409
    assert "1 nieuw, 0 gewijzigd, 0 gesloten, 1 geweigerd" in client.get(PAGE).content.decode()


@pytest.mark.django_db
def test_an_operator_sees_what_changes_from_what_to_what(region: Region, browse: Browse) -> None:
    import_file(
        actor=Actor.system(), kind="schools", file_name="x", data=classic(ROWS[:2]), scope=ImportScope()
    )
    client = browse(make_member(Role.OPERATOR, None))
    changed = [{**ROWS[0], "BEVOEGD GEZAG NUMMER": "41777", "STRAATNAAM": "Markt"}]

    page = hand_in(client, classic(changed), consortium="")

    assert "Voer door" in page
    assert "1 school naar een ander bestuur" in page
    assert "<del>Brink 1-A</del>" in page
    assert "<ins>Markt 1-A</ins>" in page
    areas = hand_in(client, b"pc4;latitude;longitude\n3511;52.1;5.1\n", "areas", consortium="")
    assert "3511" in areas


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("schools", b"", "Dit bestand is leeg"),
        ("schools", b"PK\x03\x04\x00\x00", "geen tekstbestand"),
        ("boards", classic(ROWS), "mist de kolom BEVOEGD GEZAG NAAM"),
        ("pets", classic(ROWS), "Kies een van de mogelijkheden"),
        ("areas", b"pc4;latitude;longitude\n", "Kies een van de mogelijkheden"),
    ],
)
def test_a_file_that_is_none_is_told_at_the_field(
    region: Region, browse: Browse, kind: str, data: bytes, words: str
) -> None:
    client = browse(region.linde.user(Role.COORDINATOR))

    answer = client.post(PAGE, {"kind": kind, "file": SimpleUploadedFile("a.csv", data)})

    assert answer.status_code == 422
    assert words in answer.content.decode()
