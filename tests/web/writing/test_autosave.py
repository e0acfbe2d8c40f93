"""Autosave: one answer goes in, the part of the page that changed comes back."""

import pytest
from django.db import transaction
from django.test import Client

from levend.accounts.enums import Role
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock
from tests.factories import profiles
from tests.factories.region import Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db

SCHOOL = "/werk/12AB00/profiel/school/"
HELP = "/werk/12AB00/profiel/hulp/"


def send(client: Client, address: str, status: int = 200, **fields: "str | list[str]") -> Html:
    """Send what htmx sends for the answer at this address."""
    key = address.rstrip("/").rsplit("/", 1)[1]
    sent = {f"{key}.revision": "0", **{name.replace("__", "."): value for name, value in fields.items()}}
    response = client.post(address, sent, headers={"HX-Request": "true"})
    assert response.status_code == status
    return Html(response)


def ids(fragment: Html) -> set[str]:
    """What replaces something on the page."""
    return {each.attributes["id"] for each in fragment.elements if "hx-swap-oob" in each.attributes}


def test_a_saved_answer_brings_back_its_state_and_not_its_field(
    editor: Client, profile: SupportProfile
) -> None:
    fragment = send(editor, f"{SCHOOL}missie/", missie="Ieder kind hoort erbij.")

    assert answers_of(profile.pk) == {"missie": "Ieder kind hoort erbij."}
    assert ids(fragment) == {"s-missie", "e-missie", "r-missie", "hoofdstukken", "stand"}
    assert fragment.by_id("r-missie").attributes["value"] == "1"
    assert fragment.by_id("s-missie").text.startswith("Opgeslagen om")
    assert "1 van 2 vragen" in fragment.by_id("hoofdstukken").text
    assert fragment.by_id("stand").attributes["role"] == "status"


def test_the_list_of_chapters_comes_only_when_it_changed(editor: Client) -> None:
    first = send(editor, f"{SCHOOL}missie/", missie="Een", standing="0-1.0-1")
    standing = first.by_id("hoofdstukken").attributes["data-standing"]

    second = send(editor, f"{SCHOOL}missie/", missie="Twee", missie__revision="1", standing=standing)

    assert standing == "1-1.0-1"
    assert "hoofdstukken" not in ids(second)


def test_the_fields_of_others_are_left_alone(editor: Client, profile: SupportProfile) -> None:
    send(editor, f"{SCHOOL}missie/", missie="Een", motto="Niet van hier", motto__revision="0")

    assert answers_of(profile.pk) == {"missie": "Een"}


def test_a_question_comes_and_goes_in_the_same_round_trip(editor: Client) -> None:
    comes = send(editor, f"{HELP}arrangement/", arrangement="true", shown="")
    again = send(editor, f"{HELP}arrangement/", arrangement="true", shown="arrangement-uitleg")
    goes = send(
        editor,
        f"{HELP}arrangement/",
        arrangement="false",
        arrangement__revision="1",
        shown="arrangement-uitleg",
    )

    assert comes.by_id("slot-arrangement-uitleg").attributes.get("hidden") is None
    assert comes.has("a-arrangement-uitleg")
    assert "slot-arrangement-uitleg" not in ids(again)
    assert "hidden" in goes.by_id("slot-arrangement-uitleg").attributes
    assert not goes.has("a-arrangement-uitleg")


def test_a_question_comes_also_when_the_first_reply_was_lost(editor: Client) -> None:
    send(editor, f"{HELP}oordeel/", oordeel="onvoldoende", shown="")

    again = send(editor, f"{HELP}oordeel/", oordeel="onvoldoende", shown="")

    assert "slot-verbeterpunt" in ids(again)


def test_bad_input_brings_back_a_sentence_and_changes_nothing(
    editor: Client, profile: SupportProfile
) -> None:
    fragment = send(editor, f"{SCHOOL}groepen/", 422, groepen="acht")

    assert fragment.by_id("e-groepen").text == "Vul een getal in, bijvoorbeeld 12 of 12,5."
    assert fragment.by_id("s-groepen").text == "Nog niet opgeslagen"
    assert not fragment.has("a-groepen")
    assert answers_of(profile.pk) == {}


def test_a_conflict_brings_back_the_card_with_both_texts(
    editor: Client, region: Region, profile: SupportProfile
) -> None:
    profiles.answer(profile, region.linde.actor(Role.DIRECTOR), {"missie": "Van de directeur"})

    fragment = send(editor, f"{SCHOOL}missie/", 409, missie="Van mij")

    assert "q-missie" in ids(fragment)
    assert "Van de directeur" in fragment.by_id("q-missie").text
    assert "Van mij" in fragment.by_id("a-missie").text
    assert fragment.by_id("r-missie").attributes["value"] == "1"
    assert answers_of(profile.pk) == {"missie": "Van de directeur"}


def test_one_page_goes_on_typing_after_a_lost_reply(editor: Client, profile: SupportProfile) -> None:
    send(editor, f"{SCHOOL}missie/", missie="Een", page="abc123")

    send(editor, f"{SCHOOL}missie/", missie="Een twee", page="abc123")

    assert answers_of(profile.pk) == {"missie": "Een twee"}


def test_a_locked_text_says_why_and_keeps_what_it_was(editor: Client, profile: SupportProfile) -> None:
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="a" * 64)

    fragment = send(editor, f"{SCHOOL}missie/", 409, missie="Te laat")

    assert "De tekst staat vast sinds" in fragment.by_id("e-missie").text
    assert answers_of(profile.pk) == {}


def test_an_answer_without_htmx_brings_back_the_whole_page(editor: Client, profile: SupportProfile) -> None:
    page = Html(editor.post(f"{SCHOOL}missie/", {"missie": "Een", "missie.revision": "0"}))

    assert page.has("q-missie")
    assert page.has("bewaar")
    assert answers_of(profile.pk) == {"missie": "Een"}


def test_the_address_of_an_answer_leads_to_its_place(editor: Client) -> None:
    assert editor.get(f"{SCHOOL}missie/").headers["Location"] == f"{SCHOOL}#q-missie"


@pytest.mark.parametrize(
    "address",
    [
        f"{SCHOOL}bestaat-niet/",
        f"{SCHOOL}arrangement/",
        "/werk/12AB00/profiel/bestaat-niet/missie/",
        "/werk/99ZZ00/profiel/school/missie/",
        "/werk/34EF00/profiel/school/missie/",
    ],
)
def test_an_answer_elsewhere_is_not_found(editor: Client, address: str) -> None:
    send(editor, address, 404, missie="x")

    assert not AnswerRevision.objects.exists()


def test_a_save_without_a_token_is_refused(region: Region, profile: SupportProfile) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(region.linde.user(Role.EDITOR))

    send(strict, f"{SCHOOL}missie/", 403, missie="x")

    assert answers_of(profile.pk) == {}
