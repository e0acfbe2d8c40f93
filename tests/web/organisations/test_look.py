"""A consortium's colours and logo."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from levend.organisations.models import Consortium
from levend.web.organisations.forms.choices import OWN_COLOURS
from tests.factories.region import Region
from tests.web.organisations.pages import LOGO, OURS, text


def test_colours_are_tried_before_they_are_kept(region: Region, coordinator: Client) -> None:
    changed = {**OWN_COLOURS, "800": "#5a1a3c"}

    tried = coordinator.post(f"{OURS}kleuren/", {**changed, "do": "preview"}).content.decode()
    assert Consortium.objects.get(code="PO9901").theme == {}
    address = re.search(r'href="(/werk/[^"]*voorbeeld\.css\?[^"]*)"', tried)
    assert address is not None
    sheet = coordinator.get(address[1].replace("&amp;", "&"))
    assert '[data-theme="voorbeeld"]' in sheet.content.decode()
    assert "--levend-800: #5a1a3c" in sheet.content.decode()
    assert sheet["Content-Type"].startswith("text/css")

    coordinator.post(f"{OURS}kleuren/", {**changed, "do": "save"})
    assert Consortium.objects.get(code="PO9901").theme == changed
    coordinator.post(f"{OURS}kleuren/", {"do": "reset"})
    assert Consortium.objects.get(code="PO9901").theme == {}


def test_a_stylesheet_of_colours_holds_nothing_else(region: Region, coordinator: Client) -> None:
    hostile = {**OWN_COLOURS, "700": "#000000;}body{display:none"}

    assert coordinator.get(f"{OURS}kleuren/voorbeeld.css", hostile).status_code == 404
    assert f"--levend-700: {OWN_COLOURS['700']};" in text(coordinator, f"{OURS}kleuren/voorbeeld.css")


def test_pale_colours_come_back_with_what_is_wrong(region: Region, coordinator: Client) -> None:
    response = coordinator.post(f"{OURS}kleuren/", {**OWN_COLOURS, "700": "#9fbfc5", "do": "save"})

    assert response.status_code == 422
    assert "Kleur 700 verschilt te weinig" in response.content.decode()
    assert Consortium.objects.get(code="PO9901").theme == {}


def test_a_logo_stands_in_the_header_and_can_do_nothing(region: Region, coordinator: Client) -> None:
    coordinator.post(f"{OURS}logo/", {"logo": SimpleUploadedFile("logo.svg", LOGO), "do": "save"})

    assert '<img class="brand__logo" src="/thema/PO9901.svg" alt="">' in text(coordinator, OURS)
    drawn = Client().get("/thema/PO9901.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn["Content-Security-Policy"] == "default-src 'none'; style-src 'none'; sandbox"
    assert drawn["X-Content-Type-Options"] == "nosniff"
    assert "M0 0L9 9" in drawn.content.decode()
    assert Client().get("/thema/PO9901.svg", headers={"If-None-Match": drawn["ETag"]}).status_code == 304

    coordinator.post(f"{OURS}logo/", {"do": "remove"})
    assert Client().get("/thema/PO9901.svg").status_code == 404
    assert "brand__logo" not in text(coordinator, OURS)


def test_a_hostile_logo_is_refused_and_one_that_stood_is_not_given_out(
    region: Region, coordinator: Client
) -> None:
    hostile = LOGO.replace(b"<path", b"<script>alert(1)</script><path")

    refused = coordinator.post(f"{OURS}logo/", {"logo": SimpleUploadedFile("l.svg", hostile), "do": "save"})
    Consortium.objects.filter(code="PO9902").update(logo=hostile.decode())

    assert refused.status_code == 422
    assert "“script”" in refused.content.decode()
    assert Client().get("/thema/PO9902.svg").status_code == 404
