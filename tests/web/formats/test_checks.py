"""A form is checked while somebody types: what is wrong stands beside its field and in the list, and nothing is saved."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.formats.engine.editing import Place, item_at
from levend.formats.queries.drafts import Draft, draft_for
from levend.formats.queries.kept import owners_for
from levend.formats.services import begin_version, copy_format, publish_draft
from tests.factories.formats import long_format, make_version
from tests.web.formats.conftest import DRAFT, HERE
from tests.web.formats.pages import Fields, sent, text

QUESTION = {"label": "Wat is uw motto?", "type": "text", "audience": "public", "key": "motto"}
ROWS = {"keuze-0-tekst": "Elke week", "keuze-0-betekenis": "support:WEG-1:basic"}


class Places(HTMLParser):
    """The text that goes to each place of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self._open: list[str] = []
        self._here = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if "hx-swap-oob" in has:
            self._here = has["id"] or ""
            self.said[self._here] = ""
            self._open = [tag]
        elif tag == self._open[0]:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[0]:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self.said[self._here] = f"{self.said[self._here]} {' '.join(data.split())}".strip()


def checked(client: Client, address: str, **fields: object) -> dict[str, str]:
    """What a browser puts on the page after a change, by its place."""
    change = {"revisie": "1", "doe": "controleer", **fields}
    response = client.post(address, change, headers={"HX-Request": "true"})
    assert response.status_code == 200
    page = response.content.decode()
    assert "<form" not in page  # what is being typed stays as it is
    assert 'name="label"' not in page
    return Places(page).said


def test_a_fault_stands_beside_its_field_before_anything_is_saved(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    address = f"{DRAFT}1/3/"
    page = text(coordinator, address)
    assert 'role="status"' in page
    assert 'id="id_label_error"' in page
    assert re.search(r'<input[^>]*name="label"[^>]*aria-describedby="id_label_helptext id_label_error"', page)

    html = checked(coordinator, address, **{**QUESTION, "label": "Uw <b>motto</b>?"})
    tag = checked(coordinator, address, **QUESTION, other_tags="expertise:BESTAAT-NIET")
    taken = checked(coordinator, address, **{**QUESTION, "key": "missie"})
    unfinished = checked(coordinator, address, **{**QUESTION, "label": ""})
    fine = checked(coordinator, address, **QUESTION)

    assert "HTML hoort niet in een format" in html["id_label_error"]
    assert "1 fout" in html["stand"]
    assert "als u dit zo bewaart" in html["stand"]
    assert "Op deze bladzijde" in html["controle"]
    assert "BESTAAT-NIET" in tag["id_other_tags_error"]
    assert "heeft deze sleutel al" in taken["id_key_error"]
    assert unfinished["id_label_error"] == ""  # not reached yet; sending tells it
    assert "Geen fouten" in fine["stand"]
    assert "Zo ziet een school het" in fine["voorbeeld"]
    assert "Wat is uw motto?" in fine["voorbeeld"]
    assert "Zo leest een ouder het" in fine["voorbeeld"]
    assert draft_for(anna, draft.key).revision == 1
    assert coordinator.post(address, {**QUESTION, "label": "", "revisie": "1"}).status_code == 422
    plain = coordinator.post(address, {**QUESTION, "label": "Uw <b>?", "revisie": "1", "doe": "controleer"})
    assert "HTML hoort niet in een format" in plain.content.decode()  # the same without a script


def test_what_is_new_is_checked_row_by_row_and_not_blamed_for_what_is_still_to_come(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    new = {"label": "Hoe vaak?", "type": "choice", "audience": "public", **ROWS}
    said = checked(coordinator, f"{DRAFT}1/nieuw/choice/", **new)

    assert "geen code “WEG-1”" in said["fout-keuze-0"]
    assert said["fout-onderdeel"] == ""
    assert "minstens 2 keuzes nodig" in said["controle"]
    chapter = checked(coordinator, f"{DRAFT}nieuw/", number="3", title="Een <i>titel</i>", intro="")
    assert "HTML" in chapter["id_title_error"]
    assert "nog leeg" in chapter["controle"]
    head = checked(coordinator, f"{DRAFT}naam/", title="Ons <i>format</i>", description="")
    assert "HTML" in head["id_title_error"]
    assert draft_for(anna, draft.key).revision == 1


def test_a_condition_is_judged_line_by_line(draft: Draft, coordinator: Client) -> None:
    lines = {
        "samen": "all",
        "regel-0-vraag": "arrangement", "regel-0-hoe": "eq", "regel-0-wat": "true",
        "groep-1-samen": "any",
        "regel-1-0-vraag": "groepen", "regel-1-0-hoe": "gt", "regel-1-0-wat": "veel",
        "regel-1-1-vraag": "groepen", "regel-1-1-hoe": "gt", "regel-1-1-wat": "",
    }  # fmt: skip
    said = checked(coordinator, f"{DRAFT}2/9/voorwaarde/", **lines)
    assert "Vul een getal in" in said["fout-1-0"]
    assert said["fout-1-1"] == said["fout-0"] == ""

    whole = {**lines, "regel-1-0-wat": "12", "regel-1-1-vraag": ""}
    said = checked(coordinator, f"{DRAFT}2/9/voorwaarde/", **whole)
    assert said["fout-1-0"] == ""
    assert (
        "“Vraagt u arrangementen aan?” is “Ja” en “Hoeveel groepen heeft u?” is meer dan “12”"
        in said["in-woorden"]
    )
    sent(coordinator, f"{DRAFT}2/9/voorwaarde/", **whole)
    coordinator.post(f"{DRAFT}doe/", {"revisie": "2", "doe": "naar 2 3", "hoofdstuk": "1"})
    coordinator.post(f"{DRAFT}doe/", {"revisie": "3", "doe": "weg 1 4"})

    page = text(coordinator, f"{DRAFT}2/8/voorwaarde/")
    assert re.search(r'id="fout-1">\s*<p class="error">.*?geen vraag met sleutel “groepen”', page, re.DOTALL)
    again = Fields(page).found
    response = coordinator.post(f"{DRAFT}2/8/voorwaarde/", again)
    assert response.status_code == 302  # as it stands it can be kept: the list says what is wrong


def test_the_list_leads_to_the_place_and_a_published_key_keeps_its_type(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    publish_draft(actor=anna, key=draft.key, base=1, confirmed=False)
    begin_version(actor=anna, key=draft.key)
    options = {"keuze-0-sleutel": "gemeente", "keuze-0-tekst": "De gemeente", "keuze-1-tekst": "De wijk"}
    question = {"label": "Met wie werkt u samen?", "audience": "public", "type": "choices", **options}
    said = checked(coordinator, f"{DRAFT}2/9/", **question)
    assert (
        "was een vraag van de soort “Eén keuze” en is nu van de soort “Meer keuzes”" in said["id_type_error"]
    )
    assert "Deze keuzes zijn weg: “Een zorginstelling”" in said["fout-onderdeel"]
    tag = checked(coordinator, f"{DRAFT}1/3/", **QUESTION, other_tags="raar")
    assert "een betekenis is soort:waarde" in tag["id_other_tags_error"].lower()

    sent(coordinator, f"{DRAFT}2/9/", **question)
    coordinator.post(f"{DRAFT}doe/", {"revisie": "2", "doe": "weg 1 5"})
    coordinator.post(f"{DRAFT}doe/", {"revisie": "3", "doe": "neer 2 3"})
    for page in (DRAFT, f"{DRAFT}1/", f"{DRAFT}1/2/", f"{DRAFT}2/9/voorwaarde/", f"{DRAFT}naam/"):
        shown = text(coordinator, page)
        assert "2 fouten, 2 punten om op te letten" in shown, page
        assert f'href="{DRAFT}2/3/voorwaarde/"' in shown, page
        assert f'href="{DRAFT}publiceren/"' in shown, page


def test_a_change_is_made_to_what_was_on_the_page_though_others_moved_things(
    draft: Draft, anna: Actor, coordinator: Client
) -> None:
    coordinator.post(f"{DRAFT}doe/", {"revisie": "1", "doe": "op 1 4"})

    late = coordinator.post(
        f"{DRAFT}1/3/voorwaarde/", {"revisie": "1", "regel-0-vraag": "missie", "regel-0-hoe": "filled"}
    )

    assert late.status_code == 302
    data = draft_for(anna, draft.key).data
    assert item_at(data, Place(0, 3)) == {
        "key": "motto", "type": "text", "label": "Wat is uw motto?", "condition": {"not": {"empty": "missie"}}
    }  # fmt: skip


@pytest.mark.sqlite
def test_checking_a_long_draft_takes_few_queries(
    anna: Actor, coordinator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_version(long_format(160))
    long = copy_format(actor=anna, owner=owners_for(anna)[0], source="lang", number=1, title="Lang format")
    address = f"{HERE}{long.key}/concept/1/160/"
    for place in (address, f"{address}voorwaarde/"):
        fields = {name: values[0] for name, values in Fields(text(coordinator, place)).found.items()}
        with django_assert_max_num_queries(9):
            checked(coordinator, place, **fields)
