"""A list of people on the page: the plan with its lines, then the letters, and nothing for who may not."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from levend.accounts.enums import Role
from levend.accounts.models import Invitation
from levend.notifications.models import OutboxMessage
from tests.factories.region import Region
from tests.web.people.conftest import Browse

pytestmark = pytest.mark.django_db
PAGE = "/werk/mensen/lijst/"
LIST = "12AB00;Jan <b>Dijk</b>;jan@x.nl\n12CD00;Jan Dijk;jan@x.nl\n34EF00;Ver;ver@x.nl\n"


def test_a_coordinator_looks_first_and_then_invites(region: Region, browse: Browse) -> None:
    client = browse(region.linde.user(Role.COORDINATOR))
    assert PAGE in client.get("/werk/mensen/").content.decode()
    page = client.post(PAGE, {"lines": LIST}).content.decode()
    assert "Jan &lt;b&gt;Dijk&lt;/b&gt;" in page
    assert "Stuur 1 uitnodiging" in page
    assert "School 34EF00 hoort niet bij uw scholen." in page
    assert not Invitation.objects.exists()
    sent = unescape(re.search(r'name="mensen" value="([^"]*)"', page)[1])  # type: ignore[index]
    assert "ver@x.nl" not in sent

    answer = client.post(f"{PAGE}verstuur/", {"mensen": sent}, follow=True).content.decode()
    assert "1 uitnodiging is onderweg." in answer
    assert Invitation.objects.count() == 2
    again = client.post(f"{PAGE}verstuur/", {"mensen": sent}, follow=True).content.decode()
    assert "was al uitgenodigd" in again
    assert OutboxMessage.objects.count() == 1
    url = OutboxMessage.objects.get().context["url"]
    letter = client.get(url.split("8000", 1)[-1] if "8000" in url else url).content.decode()
    assert "U bent uitgenodigd voor 2 scholen" in letter
    assert "Jan &lt;b&gt;Dijk&lt;/b&gt;" in letter

    file = SimpleUploadedFile("lijst.csv", b"BRIN;Naam;Mail\r\n12AB00;Ans;ans@x.nl\r\n")
    assert "regel 2" in client.post(PAGE, {"file": file}).content.decode()
    for odd in ({}, {"lines": " "}, {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04x")}):
        assert client.post(PAGE, odd).status_code == 422
    many = "\n".join(f"12AB00;A;a{number}@x.nl" for number in range(501))
    assert "500 regels" in client.post(PAGE, {"lines": many}).content.decode()
    for broken in ("", "{", "[[1]]", '[["1","a","b","c","d"]]', "[[1,2,3,4,5]]", "[" * 5_000):
        client.post(f"{PAGE}verstuur/", {"mensen": broken})
    assert Invitation.objects.count() == 2


def test_who_has_one_school_has_no_list(region: Region, browse: Browse) -> None:
    for role in (Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.OPERATOR):
        client = browse(region.linde.user(role))
        assert client.get(PAGE).status_code == 404
        assert client.post(f"{PAGE}verstuur/", {"mensen": "[]"}).status_code == 404
        assert PAGE not in client.get("/werk/mensen/").content.decode()
    forged = '[[1,"34EF00","Ver","ver@x.nl",""],[2,"12AB00","Ans","ans@x.nl","schrijver"]]'
    browse(region.linde.user(Role.COORDINATOR)).post(f"{PAGE}verstuur/", {"mensen": forged})
    assert not Invitation.objects.exists()
