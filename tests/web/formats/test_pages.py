"""A coordinator makes an own format, changes it with a browser and publishes it, without anybody's help."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.formats.engine.editing import Place
from levend.formats.queries import definition_of, latest_version
from levend.formats.queries.drafts import Draft, draft_for
from levend.formats.services import begin_version, publish_draft, remove_item
from tests.factories.region import Region
from tests.web.formats.conftest import DRAFT, HERE
from tests.web.formats.pages import data, sent, text
from tests.web.people.conftest import Browse


def test_from_a_copy_to_a_published_version(region: Region, anna: Actor, coordinator: Client) -> None:
    assert f'href="{HERE}"' in text(coordinator, "/werk/")
    assert "Klein format" in text(coordinator, HERE)
    begun = coordinator.post(f"{HERE}nieuw/", {"source": "klein 1", "title": "Ons format"})
    assert begun["Location"] == DRAFT
    assert "Geen fouten" in text(coordinator, DRAFT)
    to = sent(
        coordinator,
        f"{DRAFT}2/nieuw/text/",
        label="Wat wilt u leren?",
        type="text",
        audience="public",
        help="Kort.",
    )
    assert to == f"{DRAFT}2/#onderdeel-11"
    assert "Wat wilt u leren?" in text(coordinator, f"{DRAFT}2/")

    published = sent(coordinator, f"{DRAFT}publiceren/")

    assert published == f"{HERE}po9901-klein/"
    assert definition_of(latest_version("po9901-klein").id).question("wilt-leren").help == "Kort."
    assert "Versie 1" in text(coordinator, published)
    start = text(browse_director(region, coordinator), reverse("begin", args=["12AB00"]))
    assert "Ons format" in start


def browse_director(region: Region, client: Client) -> Client:
    client.force_login(region.linde.user(Role.DIRECTOR))
    return client


def test_who_coordinates_elsewhere_finds_nothing(region: Region, draft: Draft, browse: Browse) -> None:
    for role, place in ((Role.COORDINATOR, region.beuk), (Role.GROUP_COORDINATOR, region.linde)):
        client = browse(place.user(role))
        assert "Ons format" not in text(client, HERE)
        for address in (DRAFT, f"{HERE}po9901-klein/", f"{DRAFT}1/1/", f"{DRAFT}bestand.yaml"):
            assert client.get(address).status_code == 404, address
    assert browse(region.linde.user(Role.DIRECTOR)).get(HERE).status_code == 404


def test_what_is_wrong_stands_beside_its_question_and_keeps_the_format_from_publishing(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    coordinator.post(f"{DRAFT}doe/", {"revisie": "1", "doe": "weg 2 7"})

    page = text(coordinator, f"{DRAFT}2/")
    assert "Er is geen vraag met sleutel “oordeel”." in page
    assert "1 fout" in text(coordinator, DRAFT)
    assert "Publiceer versie" not in text(coordinator, f"{DRAFT}publiceren/")
    assert coordinator.post(f"{DRAFT}publiceren/", {"revisie": "2"}).status_code == 409
    coordinator.post(f"{DRAFT}doe/", {"revisie": "2", "doe": "herstel", "terug": "2"})
    assert "Publiceer versie 1" in text(coordinator, f"{DRAFT}publiceren/")
    assert "Ongedaan gemaakt" in text(coordinator, f"{DRAFT}geschiedenis/")


def test_a_draft_is_seen_as_writer_as_reader_and_on_paper(draft: Draft, coordinator: Client) -> None:
    assert "Zo ziet een school dit hoofdstuk" in text(coordinator, f"{DRAFT}bekijk/2/")
    for mark, yes in (("onvoldoende", "true"), ("goed", "false")):
        shown = coordinator.post(f"{DRAFT}bekijk/2/", {"oordeel": mark, "arrangement": yes}).content.decode()
        assert ("Wat gaat u verbeteren?" in shown) == (mark == "onvoldoende")
        assert ("Voor welke kinderen?" in shown) == (yes == "true")
    reader = text(coordinator, f"{DRAFT}bekijk/lezer/")
    assert "Dit is een voorbeeldtekst." in reader
    pdf = coordinator.get(f"{DRAFT}bekijk/concept.pdf")
    assert pdf.content.startswith(b"%PDF")
    for missing in ("bekijk/9/", "9/", "1/99/", "1/1/voorwaarde/", "1/nieuw/raar/"):
        assert coordinator.get(f"{DRAFT}{missing}").status_code == 404, missing


def test_a_faulty_draft_can_still_be_seen(draft: Draft, anna: Actor, coordinator: Client) -> None:
    remove_item(actor=anna, key=draft.key, base=1, place=Place(1, 6))

    for page in ("bekijk/2/", "bekijk/lezer/"):
        assert "Wat gaat u verbeteren?" in text(coordinator, f"{DRAFT}{page}")


def test_a_file_goes_out_and_comes_in_and_a_faulty_one_is_told_by_line(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    out = coordinator.get(f"{DRAFT}bestand.yaml")
    assert out["Content-Disposition"] == 'attachment; filename="po9901-klein-1-concept.yaml"'
    changed = out.content.replace(b"Ons format", b"Uit een bestand")

    bad = coordinator.post(
        f"{DRAFT}inlezen/", {"revisie": "1", "file": SimpleUploadedFile("x.yaml", b"key: x\nkey: y\n")}
    )
    assert bad.status_code == 422
    assert "Regel 2, teken 1" in bad.content.decode()
    assert draft_for(anna, draft.key).revision == 1
    coordinator.post(f"{DRAFT}inlezen/", {"revisie": "1", "file": SimpleUploadedFile("x.yaml", changed)})
    assert data(anna)["title"] == "Uit een bestand"
    assert coordinator.get(f"{DRAFT}bestand.yaml").content == changed
    new = coordinator.post(f"{HERE}nieuw/bestand/", {"file": SimpleUploadedFile("x.yaml", changed)})
    assert new["Location"] == f"{HERE}po9901-klein-2/concept/"


def test_the_page_of_changes_says_what_schools_will_do(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    publish_draft(actor=anna, key=draft.key, base=1, confirmed=False)
    begin_version(actor=anna, key=draft.key)
    coordinator.post(f"{DRAFT}doe/", {"revisie": "1", "doe": "weg 1 5"})
    sent(
        coordinator,
        f"{DRAFT}1/nieuw/text/",
        label="Iets nieuws?",
        type="text",
        audience="public",
        required="on",
    )

    page = text(coordinator, f"{DRAFT}publiceren/")
    assert re.search(
        r"Nieuw gevraagd.*Iets nieuws\?.*verplicht.*Gaat niet mee.*Wanneer besprak", page, re.DOTALL
    )
    refused = coordinator.post(f"{DRAFT}publiceren/", {"revisie": "3"})
    assert refused.status_code == 422
    assert "Lees wat scholen kwijtraken" in refused.content.decode()
    assert sent(coordinator, f"{DRAFT}publiceren/", confirmed="on") == f"{HERE}po9901-klein/"
    again = coordinator.post(f"{DRAFT}publiceren/", {"revisie": "3", "confirmed": "on"})
    assert again["Location"] == f"{HERE}po9901-klein/"


def test_pages_ask_the_same_number_of_questions_of_the_database_however_much_there_is(
    draft: Draft, anna: Actor, coordinator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for address, most in (
        (HERE, 12),
        (DRAFT, 18),
        (f"{DRAFT}1/", 18),
        (f"{DRAFT}1/3/", 18),
        (f"{DRAFT}2/5/", 20),
    ):
        text(coordinator, address)
        with django_assert_max_num_queries(most):
            text(coordinator, address)
    for number in range(3):
        coordinator.post(f"{HERE}nieuw/", {"source": "klein 1", "title": f"Format {number}"})
        sent(coordinator, f"{DRAFT}1/nieuw/text/", label=f"Vraag {number}?", type="text", audience="public")
    for address, most in ((HERE, 12), (DRAFT, 18), (f"{DRAFT}1/", 18)):
        with django_assert_max_num_queries(most):
            text(coordinator, address)
