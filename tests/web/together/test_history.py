"""Earlier texts of an answer: what changed, and the way back."""

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock, save_answer
from tests.factories.region import Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db
PAGE = "/werk/12AB00/profiel/school/missie/eerder/"
CHAPTER = "/werk/12AB00/profiel/school/"


def _write(region: Region, profile: SupportProfile, *texts: object, key: str = "missie") -> None:
    """One after the other, by the editor and the director in turn."""
    for number, text in enumerate(texts):
        role = (Role.EDITOR, Role.DIRECTOR)[number % 2]
        actor = region.linde.actor(role)
        save_answer(actor=actor, profile_id=profile.pk, key=key, value=text, based_on=number)


def _undo(page: Html, number: int) -> dict[str, str]:
    """What the button under the text with this number from above sends."""
    button = [each for each in page.elements if each.attributes.get("name") == "kies"][number]
    form = next(each for each in button.parents if each.tag == "form")
    fields = [each for each in page.elements if form in each.parents and each.tag == "input"]
    sent = {each.attributes["name"]: each.attributes["value"] for each in fields}
    return sent | {"kies": button.attributes["value"]}


def test_a_text_shows_what_was_added_and_removed(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    _write(
        region, profile, "Ieder kind hoort erbij.", "Ieder kind in ons dorp hoort erbij.", "Ieder kind hoort."
    )
    page = Html(editor.get(PAGE))

    newest, middle, oldest = [each.text for each in page.elements if each.attributes.get("class") == "card"]
    assert "Schrijver" in newest
    assert "Directeur" in middle
    assert "3 woorden erbij" in middle
    assert "weg" not in middle.split("Lees deze tekst")[0]
    assert "erbij: in ons dorp tot hier" in [each.text for each in page.elements if each.tag == "ins"]
    assert "woorden weg" in newest
    assert "erbij:" not in oldest
    assert "Ieder kind hoort erbij." in oldest


def test_a_table_is_compared_as_it_reads(region: Region, profile: SupportProfile, editor: Client) -> None:
    rows = [{"wie": "Twee leraren", "wat": "Autisme", "klaar": 2027}]
    _write(region, profile, rows, [{**rows[0], "klaar": 2028}], key="scholing")
    page = Html(editor.get("/werk/12AB00/profiel/hulp/scholing/eerder/"))

    assert ["2028" in each.text for each in page.elements if each.tag == "ins"] == [True]


def test_an_older_text_is_put_back_as_a_new_one(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    _write(region, profile, "Eerst dit.", "Toen dat.")
    sent = _undo(Html(editor.get(PAGE)), 0)
    assert editor.post(CHAPTER, sent).status_code == 302

    assert answers_of(profile.pk)["missie"] == "Eerst dit."
    kept = AnswerRevision.objects.order_by("number").values_list("number", "value", "by_name")
    assert [value for _number, value, _name in kept] == ["Eerst dit.", "Toen dat.", "Eerst dit."]
    assert kept[2][2] == region.linde.user(Role.EDITOR).name
    editor.post(CHAPTER, sent)
    assert AnswerRevision.objects.count() == 3


def test_who_puts_back_over_a_newer_text_meets_a_conflict(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    _write(region, profile, "Eerst dit.", "Toen dat.")
    sent = _undo(Html(editor.get(PAGE)), 0)
    save_answer(
        actor=region.linde.actor(Role.DIRECTOR),
        profile_id=profile.pk,
        key="missie",
        value="Nieuwer.",
        based_on=2,
    )
    refused = editor.post(CHAPTER, sent)

    assert refused.status_code == 409
    assert "wijzigden dit antwoord tegelijk" in Html(refused).text
    assert answers_of(profile.pk)["missie"] == "Nieuwer."


def test_nothing_is_put_back_into_a_locked_text(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    from django.db import transaction

    _write(region, profile, "Eerst dit.", "Toen dat.")
    sent = _undo(Html(editor.get(PAGE)), 0)
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="a" * 64)

    assert editor.post(CHAPTER, sent).status_code == 409
    assert "Zet deze tekst terug" not in Html(editor.get(PAGE)).text
    assert answers_of(profile.pk)["missie"] == "Toen dat."


def test_many_texts_stand_on_pages_of_twenty(region: Region, profile: SupportProfile, editor: Client) -> None:
    _write(region, profile, *(f"Tekst nummer {number}." for number in range(25)))

    assert (
        len([each for each in Html(editor.get(PAGE)).elements if each.attributes.get("class") == "card"])
        == 20
    )
    assert "Tekst nummer 0." in Html(editor.get(f"{PAGE}?bladzijde=2")).text
