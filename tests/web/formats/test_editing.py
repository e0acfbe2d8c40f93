"""What stands in a draft is changed with forms and buttons, and two people do not write over each other."""

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.formats.engine.editing import Place, chapters_of, item_at, items_of
from levend.formats.queries.drafts import Draft, draft_for
from tests.web.formats.conftest import DRAFT
from tests.web.formats.pages import Fields, data, sent, text


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
    for question, value, said in (
        ("oordeel", "", "Vul in waarmee u vergelijkt."),
        ("oordeel", "geweldig", "Kies een antwoord uit de lijst."),
        ("groepen", "veel", "Vul een getal in"),
        ("besproken-op", "31-2-2026", "Vul een datum in"),
        ("samenwerking", "zorg", "Kies een vraag die eerder komt."),
    ):
        row = {"regel-0-vraag": question, "regel-0-hoe": "lt", "regel-0-wat": value}
        refused = coordinator.post(address, {"revisie": "1", **row})
        assert refused.status_code == 422
        assert said in refused.content.decode()
    sent(
        coordinator,
        address,
        **{
            "samen": "any",
            "regel-0-vraag": "oordeel", "regel-0-hoe": "lt", "regel-0-wat": "voldoende",
            "regel-1-vraag": "groepen", "regel-1-hoe": "gt", "regel-1-wat": "12,5",
            "regel-2-vraag": "missie", "regel-2-hoe": "filled", "regel-2-wat": "",
            "regel-3-vraag": "besproken-op", "regel-3-hoe": "gt", "regel-3-wat": "1-9-2026",
            "regel-4-vraag": "",
        },
    )  # fmt: skip

    assert item_at(data(anna), Place(1, 8))["condition"] == {
        "any": [
            {"lt": ["oordeel", "voldoende"]},
            {"gt": ["groepen", 12.5]},
            {"not": {"empty": "missie"}},
            {"gt": ["besproken-op", "2026-09-01"]},
        ]
    }
    assert (
        "alleen als “Hoe gaat het?” is lager dan “Voldoende” of “Hoeveel groepen heeft u?” is meer dan “12,5”"
        in text(coordinator, f"{DRAFT}2/")
    )
    sent(coordinator, address, **{"regel-0-vraag": ""})
    assert "condition" not in item_at(data(anna), Place(1, 8))


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
