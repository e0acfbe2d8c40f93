"""Overview, history and the whole draft."""

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.profiles.models import SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import save_answer
from tests.factories import profiles
from tests.factories.region import Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db


def test_an_empty_profile_says_where_to_begin(editor: Client) -> None:
    page = Html(editor.get("/werk/12AB00/profiel/"))

    assert "Er is nog niets geschreven." in page.text
    assert "Begin met 1. De school" in page.text
    assert "0 van 2 vragen" in page.text


def test_a_begun_profile_goes_on_with_the_first_chapter_that_is_not_done(
    editor: Client, region: Region, profile: SupportProfile
) -> None:
    profiles.answer(profile, region.linde.actor(Role.DIRECTOR), {"missie": "Ieder kind hoort erbij."})

    page = Html(editor.get("/werk/12AB00/profiel/"))

    assert "Ga verder met 2. Extra hulp" in page.text
    assert "Directeur de linde schreef hier het laatst, om" in page.text


def test_the_history_shows_every_text_and_who_wrote_it(
    editor: Client, region: Region, profile: SupportProfile
) -> None:
    profiles.answer(profile, region.linde.actor(Role.EDITOR), {"missie": "Een"})
    for value in ("Twee", "Drie"):  # the second of these meets the first
        save_answer(
            actor=region.linde.actor(Role.DIRECTOR),
            profile_id=profile.pk,
            key="missie",
            value=value,
            based_on=1,
        )

    page = Html(editor.get("/werk/12AB00/profiel/school/missie/eerder/"))

    cards = [each.text for each in page.elements if each.attributes.get("class") == "card"]
    assert ["Drie" in cards[0], "Terzijde gelegd" in cards[0], "Directeur de linde" in cards[0]] == [True] * 3
    assert ["Twee" in cards[1], "Nu in het profiel" in cards[1]] == [True, True]
    assert ["Een" in cards[2], "Schrijver de linde" in cards[2]] == [True, True]


def test_an_earlier_text_is_put_back(editor: Client, region: Region, profile: SupportProfile) -> None:
    rows = [{"wie": "Twee leraren", "wat": "Autisme"}]
    actor = region.linde.actor(Role.EDITOR)
    save_answer(actor=actor, profile_id=profile.pk, key="scholing", value=rows, based_on=0)
    save_answer(actor=actor, profile_id=profile.pk, key="scholing", value=None, based_on=1)
    page = Html(editor.get("/werk/12AB00/profiel/hulp/scholing/eerder/"))
    fields = {
        each.attributes["name"]: each.attributes["value"] for each in page.elements if each.tag == "input"
    }

    editor.post("/werk/12AB00/profiel/hulp/", {**fields, "kies": "scholing:mijn"})

    assert answers_of(profile.pk) == {"scholing": rows}


def test_the_draft_holds_what_is_visible_and_no_more(
    editor: Client, region: Region, profile: SupportProfile
) -> None:
    answers = {**profiles.ANSWERS, "arrangement": False, "missie": "Eerst.\n\n- een\n- **twee** <i>"}
    profiles.answer(profile, region.linde.actor(Role.EDITOR), answers)

    response = editor.get("/werk/12AB00/concept/")
    page = Html(response)

    assert (
        "<p>Eerst.</p><ul><li>een</li><li><strong>twee</strong> &lt;i&gt;</li></ul>"
        in response.content.decode()
    )
    assert "2 november 2026" in page.text
    assert "Dyslexieprotocol" in page.text
    assert "De Linde" in page.text
    assert "taalontwikkelingsstoornis" not in page.text


def test_a_chapter_or_question_that_does_not_exist_is_not_found(editor: Client) -> None:
    assert editor.get("/werk/12AB00/profiel/bestaat-niet/").status_code == 404
    assert editor.get("/werk/12AB00/profiel/school/arrangement/eerder/").status_code == 404


@pytest.mark.parametrize("chapter", ["school", "hulp"])
def test_no_two_things_on_a_page_have_one_id(
    editor: Client, region: Region, profile: SupportProfile, chapter: str
) -> None:
    answers = {**profiles.ANSWERS, "methoden": ["anders"], "oordeel": "onvoldoende", "verbeterpunt": "Alles"}
    profiles.answer(profile, region.linde.actor(Role.EDITOR), answers)

    page = Html(editor.get(f"/werk/12AB00/profiel/{chapter}/"))

    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    targets = [each.attributes["for"] for each in page.elements if "for" in each.attributes]
    assert set(targets) <= set(ids)
