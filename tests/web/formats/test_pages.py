"""A coordinator makes an own format, changes it with a browser and publishes it, without anybody's help."""

import re
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.formats.engine.editing import Map, Place, chapters_of, item_at, items_of
from levend.formats.queries import definition_of, latest_version
from levend.formats.queries.drafts import Draft, draft_for
from levend.formats.services import begin_version, publish_draft, remove_item
from tests.factories.region import Region
from tests.web.formats.conftest import DRAFT, HERE
from tests.web.people.conftest import Browse


class Fields(HTMLParser):
    """What a browser would send of the forms of a page, buttons aside."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._name = ""
        self._area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name, value = (
            has.get("name") or "",
            has.get("value", "on" if has.get("type") == "checkbox" else "") or "",
        )
        if tag == "select":
            self._name = name
        elif tag == "option" and "selected" in has:
            self.found[self._name] = [value]
        elif tag == "textarea":
            self._area = name
            self.found[name] = [""]
        elif tag == "input" and name and (has.get("type") not in {"checkbox", "radio"} or "checked" in has):
            self.found.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.found[self._area] = [self.found[self._area][0].removeprefix("\n")]
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area][0] += data


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def data(actor: Actor) -> Map:
    return draft_for(actor, "po9901-klein").data


def sent(client: Client, address: str, **fields: object) -> str:
    """Post a form with the revision that is on its page; it must lead on."""
    page = text(client, address)
    response = client.post(address, {"revisie": Fields(page).found["revisie"][0], **fields})
    assert response.status_code == 302, re.findall(
        r'class="error">.*?</p>', response.content.decode(), re.DOTALL
    )
    return str(response["Location"])


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


@pytest.mark.parametrize(
    "place", ["naam/", "1/gegevens/", "1/1/", "1/2/", "1/4/", "2/1/", "2/2/", "2/5/", "2/6/", "2/10/"]
)
def test_a_form_that_is_saved_as_it_is_changes_nothing(
    draft: Draft, anna: Actor, coordinator: Client, place: str
) -> None:
    fields = Fields(text(coordinator, f"{DRAFT}{place}")).found

    response = coordinator.post(f"{DRAFT}{place}", fields)

    assert response.status_code == 302
    assert draft_for(anna, draft.key) == draft


def test_options_are_typed_in_rows_without_a_script(draft: Draft, anna: Actor, coordinator: Client) -> None:
    page = text(coordinator, f"{DRAFT}2/5/")
    assert 'value="support:TAAL-DYS:basic"' in page
    rows = {
        "keuze-0-sleutel": "dyslexie", "keuze-0-tekst": "Dyslexieprotocol", "keuze-0-betekenis": "",
        "keuze-1-sleutel": "anders", "keuze-1-tekst": "Iets anders", "keuze-1-betekenis": "",
        "keuze-2-sleutel": "", "keuze-2-tekst": "Voorleessoftware", "keuze-2-betekenis": "support:TAAL-DYS:extra",
        "keuze-3-sleutel": "", "keuze-3-tekst": " ", "keuze-3-betekenis": "",
    }  # fmt: skip
    common = {"label": "Waarmee werkt u?", "type": "choices", "audience": "public", "key": "methoden"}
    moved = coordinator.post(f"{DRAFT}2/5/", {**rows, **common, "revisie": "1", "doe": "op keuze 2"})

    assert moved.status_code == 200
    typed = Fields(moved.content.decode()).found
    assert [typed[f"keuze-{number}-tekst"] for number in range(4)] == [
        ["Dyslexieprotocol"], ["Voorleessoftware"], ["Iets anders"], [" "],
    ]  # fmt: skip
    assert draft_for(anna, draft.key).revision == 1
    sent(coordinator, f"{DRAFT}2/5/", **rows, **common)
    assert item_at(data(anna), Place(1, 4))["options"] == [
        {"key": "dyslexie", "label": "Dyslexieprotocol"},
        {"key": "anders", "label": "Iets anders"},
        {"key": "voorleessoftware", "label": "Voorleessoftware", "tags": ["support:TAAL-DYS:extra"]},
    ]
    assert "exclusive" not in item_at(data(anna), Place(1, 4))


def test_a_table_gets_columns_and_a_list_gets_kinds_of_support(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    sent(
        coordinator,
        f"{DRAFT}1/nieuw/table/",
        **{
            "label": "Wie werkt hier?", "audience": "public", "maximum": "4",
            "kolom-0-sleutel": "", "kolom-0-tekst": "Functie", "kolom-0-soort": "choice",
            "kolom-0-keuzes": "Leraar\nIntern begeleider", "kolom-0-verplicht": "ja",
        },
    )  # fmt: skip
    sent(
        coordinator,
        f"{DRAFT}1/nieuw/support/",
        **{
            "levels": ["basic", "extra"], "parts": ["words"], "at_basic": [], "audience": "public", "key": "hulp",
            "soort-0-code": "taal-dys", "soort-0-tekst": "", "soort-0-uitleg": "Ook zonder verklaring.",
        },
    )  # fmt: skip

    items = items_of(chapters_of(data(anna))[0])
    assert items[-2] == {
        "type": "table", "key": "wie-werkt-hier", "label": "Wie werkt hier?", "maximum": 4,
        "columns": [{"key": "functie", "type": "choice", "label": "Functie", "required": True, "options": [
            {"key": "leraar", "label": "Leraar"}, {"key": "intern-begeleider", "label": "Intern begeleider"}]}],
    }  # fmt: skip
    assert items[-1] == {
        "type": "support", "key": "hulp", "levels": ["basic", "extra"], "parts": ["words"], "at_basic": [],
        "entries": [{"code": "TAAL-DYS", "label": "Dyslexie", "help": "Ook zonder verklaring."}],
    }  # fmt: skip
    assert draft_for(anna, draft.key).judged.errors == ()


def test_a_condition_is_put_together_with_selects(draft: Draft, anna: Actor, coordinator: Client) -> None:
    address = f"{DRAFT}2/9/voorwaarde/"
    page = text(coordinator, address)
    assert "Hoe gaat het?" in page
    assert "Met wie werkt u samen?" not in page.partition("<form")[2]

    chosen = coordinator.post(
        address, {"revisie": "1", "samen": "any", "regel-0-vraag": "oordeel", "doe": "kijk"}
    )
    assert 'name="regel-0-wat"' in chosen.content.decode()
    refused = coordinator.post(
        address, {"revisie": "1", "regel-0-vraag": "oordeel", "regel-0-hoe": "lt", "regel-0-wat": ""}
    )
    assert refused.status_code == 422
    assert "Vul in waarmee u vergelijkt." in refused.content.decode()
    sent(
        coordinator,
        address,
        **{
            "samen": "any",
            "regel-0-vraag": "oordeel", "regel-0-hoe": "lt", "regel-0-wat": "voldoende",
            "regel-1-vraag": "groepen", "regel-1-hoe": "gt", "regel-1-wat": "12,5",
            "regel-2-vraag": "missie", "regel-2-hoe": "filled", "regel-2-wat": "",
            "regel-3-vraag": "",
        },
    )  # fmt: skip

    assert item_at(data(anna), Place(1, 8))["condition"] == {
        "any": [{"lt": ["oordeel", "voldoende"]}, {"gt": ["groepen", 12.5]}, {"not": {"empty": "missie"}}]
    }
    assert "alleen als “Hoe gaat het?” is minder" in text(coordinator, f"{DRAFT}2/")
    sent(coordinator, address, **{"regel-0-vraag": ""})
    assert "condition" not in item_at(data(anna), Place(1, 8))


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


def test_things_and_chapters_move_with_buttons(draft: Draft, anna: Actor, coordinator: Client) -> None:
    for press in ("neer 1 1", "hoofdstuk-neer 1"):
        revision = draft_for(anna, draft.key).revision
        coordinator.post(f"{DRAFT}doe/", {"revisie": revision, "doe": press})
    coordinator.post(f"{DRAFT}doe/", {"revisie": 3, "doe": "naar 2 2", "hoofdstuk": "1"})

    now = data(anna)
    assert [chapter["key"] for chapter in chapters_of(now)] == ["hulp", "school"]
    assert items_of(chapters_of(now)[0])[-1]["type"] == "register"
    for press in ("onzin", "weg 1", "weg 1 99", "naar 1 1", "op 1 1 1", "op a b"):
        answer = coordinator.post(f"{DRAFT}doe/", {"revisie": 4, "doe": press})
        assert answer.status_code in (302, 404), press
    assert data(anna) == now


def test_the_second_of_two_hears_it_and_keeps_what_was_typed(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    fields = {"label": "Ons motto", "type": "text", "audience": "public", "key": "motto"}
    sent(coordinator, f"{DRAFT}1/3/", **fields)

    late = coordinator.post(f"{DRAFT}1/3/", {**fields, "label": "Mijn motto", "revisie": "1"})

    page = late.content.decode()
    assert late.status_code == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in page
    assert "Mijn motto" in page
    assert item_at(data(anna), Place(0, 2))["label"] == "Ons motto"


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
        (DRAFT, 14),
        (f"{DRAFT}1/", 14),
        (f"{DRAFT}1/3/", 14),
        (f"{DRAFT}2/5/", 16),
    ):
        text(coordinator, address)
        with django_assert_max_num_queries(most):
            text(coordinator, address)
    for number in range(3):
        coordinator.post(f"{HERE}nieuw/", {"source": "klein 1", "title": f"Format {number}"})
        sent(coordinator, f"{DRAFT}1/nieuw/text/", label=f"Vraag {number}?", type="text", audience="public")
    for address, most in ((HERE, 12), (DRAFT, 14), (f"{DRAFT}1/", 14)):
        with django_assert_max_num_queries(most):
            text(coordinator, address)
