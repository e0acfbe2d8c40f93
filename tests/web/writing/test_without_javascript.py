"""A chapter is written with nothing but a form and its buttons."""

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import save_answer
from tests.factories import profiles
from tests.factories.region import Region
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db

SCHOOL = "/werk/12AB00/profiel/school/"
HELP = "/werk/12AB00/profiel/hulp/"


def save(client: Client, address: str, **changes: "str | list[str]") -> Html:
    """Open the chapter, change these fields (`__` stands for a point), press the button, and see what comes."""
    sent: dict[str, str | list[str]] = dict(Html(client.get(address)).form())
    sent.update({name.replace("__", "."): value for name, value in changes.items()})
    return Html(client.post(address, sent, follow=True))


def test_a_chapter_is_saved_with_one_button(editor: Client, profile: SupportProfile) -> None:
    page = save(
        editor, SCHOOL, missie="Ieder kind hoort erbij.", groepen="8", **{"besproken-op": "2-11-2026"}
    )

    assert answers_of(profile.pk) == {
        "missie": "Ieder kind hoort erbij.",
        "groepen": 8,
        "besproken-op": "2026-11-02",
    }
    assert "Opgeslagen: 3 antwoorden gewijzigd." in page.text
    assert page.by_id("s-missie").text.startswith("Opgeslagen om")


def test_a_chapter_that_is_sent_as_it_came_changes_nothing(
    editor: Client, region: Region, profile: SupportProfile
) -> None:
    profiles.answer(profile, region.linde.actor(Role.EDITOR), profiles.ANSWERS)

    for address in (SCHOOL, HELP):
        assert "Alles was al opgeslagen." in save(editor, address).text

    assert answers_of(profile.pk) == profiles.ANSWERS
    assert AnswerRevision.objects.count() == len(profiles.ANSWERS)


def test_ticks_choices_and_rows_are_saved(editor: Client, profile: SupportProfile) -> None:
    save(
        editor,
        HELP,
        arrangement="false",
        methoden=["dyslexie", "anders"],
        oordeel="goed",
        scholing__0__wie="Twee leraren",
        scholing__0__wat="Autisme",
        scholing__0__klaar="2027",
    )

    assert answers_of(profile.pk) == {
        "arrangement": False,
        "methoden": ["dyslexie", "anders"],
        "oordeel": "goed",
        "scholing": [{"wie": "Twee leraren", "wat": "Autisme", "klaar": 2027}],
    }


def test_a_question_appears_after_the_answer_that_asks_for_it(editor: Client) -> None:
    before = Html(editor.get(HELP))
    after = save(editor, HELP, arrangement="true", methoden=["anders"], oordeel="onvoldoende")

    for key in ("arrangement-uitleg", "methoden-anders", "verbeterpunt"):
        assert not before.has(f"q-{key}")
        assert after.has(f"q-{key}")


def test_what_a_condition_hides_is_kept(editor: Client, profile: SupportProfile) -> None:
    save(editor, HELP, arrangement="true")
    save(editor, HELP, **{"arrangement-uitleg": "Voor kinderen met TOS."})
    hidden = save(editor, HELP, arrangement="false")
    assert not hidden.has("q-arrangement-uitleg")

    shown = save(editor, HELP, arrangement="true")

    assert "Voor kinderen met TOS." in shown.by_id("a-arrangement-uitleg").text


def test_a_row_is_added_and_taken_away(editor: Client, profile: SupportProfile) -> None:
    save(editor, HELP, scholing__0__wat="Autisme")
    page = save(editor, HELP, **{"rij-erbij": "scholing"})
    assert page.has("a-scholing--1--wat")
    sent = {**page.form(), "scholing.1.wat": "Rekenen"}
    editor.post(HELP, sent)
    assert answers_of(profile.pk)["scholing"] == [{"wat": "Autisme"}, {"wat": "Rekenen"}]

    save(editor, HELP, **{"rij-weg": "scholing.0"})

    assert answers_of(profile.pk)["scholing"] == [{"wat": "Rekenen"}]


def test_bad_input_stays_in_its_field_and_the_rest_is_saved(editor: Client, profile: SupportProfile) -> None:
    page = save(editor, SCHOOL, missie="Ieder kind", groepen="acht", **{"besproken-op": "ooit"})

    assert answers_of(profile.pk) == {"missie": "Ieder kind"}
    assert page.by_id("e-groepen").text == "Vul een getal in, bijvoorbeeld 12 of 12,5."
    assert "Vul een datum in" in page.by_id("e-besproken-op").text
    assert page.by_id("a-groepen").attributes["value"] == "acht"
    assert page.by_id("a-groepen").attributes["aria-invalid"] == "true"
    assert page.by_id("s-groepen").text == "Nog niet opgeslagen"
    assert page.by_id("s-missie").text.startswith("Opgeslagen")
    assert "Niet alles is opgeslagen" in page.text


def test_only_the_faulty_field_of_a_table_is_marked(editor: Client, profile: SupportProfile) -> None:
    editor.post(HELP, {"rij-erbij": "scholing"})
    page = save(editor, f"{HELP}?rijen=scholing.2", scholing__1__wat="Rekenen", scholing__1__klaar="ooit")

    assert page.by_id("e-scholing").text.startswith("Rij 2, Klaar in")
    marked = [each.attributes["name"] for each in page.elements if "aria-invalid" in each.attributes]
    assert marked == ["scholing.1.klaar"]
    assert page.by_id("a-scholing--1--wat").attributes["value"] == "Rekenen"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * 20_000, "Deze tekst is te lang: 20000 tekens. Maak er hoogstens 1500 van."),
        ("x" * 1_501, "Deze tekst is te lang: 1501 tekens. Maak er hoogstens 1500 van."),
    ],
)
def test_a_text_that_is_too_long_stays_in_its_field(
    editor: Client, profile: SupportProfile, text: str, words: str
) -> None:
    page = save(editor, SCHOOL, missie=text)

    assert page.by_id("e-missie").text == words
    assert page.by_id("a-missie").text == text
    assert answers_of(profile.pk) == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("👩‍👩‍👧 hoort erbij", "👩‍👩‍👧 hoort erbij"),
        ("woord" * 40, "woord" * 40),
        ("een\x00twee\x07", "eentwee"),
        ("\nregel\r\n\r\nregel <b>&amp;</b>", "regel\n\nregel <b>&amp;</b>"),
    ],
)
def test_any_text_comes_back_as_it_was_typed(
    editor: Client, profile: SupportProfile, typed: str, kept: str
) -> None:
    page = save(editor, SCHOOL, missie=typed)

    assert answers_of(profile.pk) == {"missie": kept}
    assert "".join(page.by_id("a-missie").texts).removeprefix("\n") == kept


def test_an_exclusive_option_with_another_is_refused_in_words(
    editor: Client, profile: SupportProfile
) -> None:
    page = save(editor, HELP, methoden=["dyslexie", "geen"])

    assert page.by_id("e-methoden").text == "‘Niets daarvan’ gaat niet samen met een ander antwoord."
    assert "checked" in page.by_id("a-methoden--dyslexie").attributes
    assert answers_of(profile.pk) == {}


@pytest.mark.parametrize("revision", ["", "x", "-1", "99999999999999999999", "²"])
def test_a_bent_revision_never_overwrites(
    editor: Client, region: Region, profile: SupportProfile, revision: str
) -> None:
    profiles.answer(profile, region.linde.actor(Role.DIRECTOR), {"missie": "Van de directeur"})

    page = Html(editor.post(SCHOOL, {"missie.revision": revision, "missie": "Van mij"}))

    assert page.has("c-missie")
    assert answers_of(profile.pk) == {"missie": "Van de directeur"}


class TestConflict:
    """Two people changed one answer; both texts stand on the page."""

    @pytest.fixture
    def page(self, editor: Client, region: Region, profile: SupportProfile) -> Html:
        """The editor's page after a save that met the director's."""
        profiles.answer(profile, region.linde.actor(Role.EDITOR), {"missie": "Een"})
        opened = Html(editor.get(SCHOOL)).form()
        save_answer(
            actor=region.linde.actor(Role.DIRECTOR),
            profile_id=profile.pk,
            key="missie",
            value="Van de directeur",
            based_on=1,
        )
        return Html(editor.post(SCHOOL, {**opened, "missie": "Van mij", "motto": "Hup"}))

    def test_both_texts_are_shown_and_the_rest_is_saved(self, page: Html, profile: SupportProfile) -> None:
        card = page.by_id("q-missie").text
        assert "Directeur de linde en u wijzigden dit antwoord tegelijk" in card
        assert "Van de directeur" in card
        assert "Van mij" in page.by_id("a-missie").text
        assert answers_of(profile.pk) == {"missie": "Van de directeur", "motto": "Hup"}

    def test_theirs_can_be_taken(self, page: Html, editor: Client, profile: SupportProfile) -> None:
        editor.post(SCHOOL, {**page.form(), "kies": "missie:hun"})

        assert answers_of(profile.pk)["missie"] == "Van de directeur"

    def test_mine_can_be_taken(self, page: Html, editor: Client, profile: SupportProfile) -> None:
        editor.post(SCHOOL, {**page.form(), "kies": "missie:mijn"})

        assert answers_of(profile.pk)["missie"] == "Van mij"

    def test_both_can_be_merged(self, page: Html, editor: Client, profile: SupportProfile) -> None:
        editor.post(SCHOOL, {**page.form(), "missie": "Van ons samen", "kies": "missie:samen"})

        assert answers_of(profile.pk)["missie"] == "Van ons samen"
        values = AnswerRevision.objects.filter(answer__question_key="missie").values_list("value", flat=True)
        assert set(values) == {"Een", "Van mij", "Van de directeur", "Van ons samen"}

    def test_a_bent_own_text_is_judged_like_any_other(
        self, page: Html, editor: Client, profile: SupportProfile
    ) -> None:
        bent = {**page.form(), "missie.mijn": '{"geen": "tekst"}', "kies": "missie:mijn"}

        after = Html(editor.post(SCHOOL, bent))

        assert after.by_id("e-missie").text == "Vul hier tekst in."
        assert answers_of(profile.pk)["missie"] == "Van de directeur"
