"""The shipped format for primary schools holds everything that the form of the consortium asks."""

from pathlib import Path

import pytest

import levend.formats
from levend.catalogue.queries.codes import support_types
from levend.formats.engine.answers_file import read_answers_file, take_answers
from levend.formats.engine.completeness import missing, missing_elements
from levend.formats.engine.definition import FixedText, Heading, RegisterField
from levend.formats.engine.difference import difference
from levend.formats.engine.judging import judge
from levend.formats.engine.kinds import Audience, Element, QuestionType, RegisterName
from levend.formats.engine.offers import codes, offers
from levend.formats.engine.progress import progress
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_keys
from levend.formats.shipped import shipped_definition, shipped_text

FORMAT = shipped_definition("passenderwijs")
EXAMPLE = Path(levend.formats.__file__).parent / "examples" / "passenderwijs.json"

HGW = [f"hgw-{number}-" for number in range(1, 8)]
RATINGS = ["inspectie-op2", "inspectie-op3", "inspectie-ka1"]


def example_answers() -> dict[str, Value]:
    return take_answers(FORMAT, read_answers_file(EXAMPLE.read_bytes()))


def options_of(key: str) -> list[str]:
    return [option.key for option in FORMAT.question(key).options]


def test_the_chapters_are_those_of_the_form() -> None:
    assert [(chapter.number, chapter.title) for chapter in FORMAT.chapters] == [
        ("", "Voorwoord"),
        ("1", "Algemene gegevens van onze school"),
        ("2", "Missie & visie van onze school"),
        ("3", "Basis- en extra ondersteuning binnen de regio"),
        ("4", "Wat kan de school aan ondersteuning bieden?"),
        ("5", "Extra ondersteuning"),
        ("6", "Ambities van de school"),
    ]


def test_general_data_come_from_the_register() -> None:
    fields = [
        item.field for item in FORMAT.chapter("algemene-gegevens").items if isinstance(item, RegisterField)
    ]

    assert fields == [
        RegisterName.NAME,
        RegisterName.STREET,
        RegisterName.POSTCODE,
        RegisterName.CITY,
        RegisterName.BRIN,
        RegisterName.BOARD,
        RegisterName.CONSORTIUM,
        RegisterName.PUPILS,
    ]
    assert [question.label for question in FORMAT.chapter("algemene-gegevens").questions] == [
        "Directeur",
        "Intern begeleider",
    ]


def test_the_region_speaks_in_chapter_3_and_nothing_is_asked_there() -> None:
    chapter = FORMAT.chapter("regio")

    assert chapter.questions == ()
    assert sum(isinstance(item, FixedText) for item in chapter.items) >= 3


def test_fixed_texts_hold_for_any_consortium() -> None:
    texts = [
        item.text for chapter in FORMAT.chapters for item in chapter.items if isinstance(item, FixedText)
    ]

    assert not [text for text in texts if "passenderwijs" in text.lower() or "{" in text or "____" in text]


def test_the_duty_of_care_is_a_fixed_text_that_no_school_can_remove() -> None:
    fixed = [item.text for item in FORMAT.chapter("extra-ondersteuning").items if isinstance(item, FixedText)]

    assert any("mag een kind niet weigeren" in " ".join(text.split()) for text in fixed)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("ondertekenaar-naam", QuestionType.TEXT),
        ("ondertekenaar-functie", QuestionType.TEXT),
        ("missie", QuestionType.LONG_TEXT),
        ("visie", QuestionType.LONG_TEXT),
        ("inspectie-datum", QuestionType.DATE),
        ("inspectie-onderzoekskader", QuestionType.BOOLEAN),
        ("inspectie-op2", QuestionType.RATING),
        ("inspectie-op3", QuestionType.RATING),
        ("inspectie-ka1", QuestionType.RATING),
        ("inspectie-toelichting", QuestionType.LONG_TEXT),
        ("inspectie-ontwikkeltraject", QuestionType.LONG_TEXT),
        ("onderwijsbehoeften-signaleren", QuestionType.LONG_TEXT),
        ("methode-nederlands", QuestionType.TEXT),
        ("methode-moderne-vreemde-talen", QuestionType.TEXT),
        ("methode-rekenen-wiskunde", QuestionType.TEXT),
        ("methode-natuur-techniek", QuestionType.TEXT),
        ("methode-mens-maatschappij", QuestionType.TEXT),
        ("methode-bewegingsonderwijs-sport", QuestionType.TEXT),
        ("hgw-toelichting", QuestionType.LONG_TEXT),
        ("aanvullend", QuestionType.LONG_TEXT),
        ("arrangementen-behoeften", QuestionType.LONG_TEXT),
        ("verwijzing-behoeften", QuestionType.LONG_TEXT),
        ("ambities-aanvullend-extra", QuestionType.LONG_TEXT),
        ("ambities-nu-verwijzing", QuestionType.LONG_TEXT),
        ("ambities-plan-termijn", QuestionType.LONG_TEXT),
        ("ambities-gevolgen-team", QuestionType.LONG_TEXT),
    ],
)
def test_every_field_of_the_form_is_asked(key: str, kind: QuestionType) -> None:
    assert FORMAT.question(key).type is kind


@pytest.mark.parametrize(
    ("key", "options"),
    [
        (
            "veilige-leeromgeving",
            ["fysiek-veilig", "pedagogisch-klimaat", "pestprotocol", "meldcode", "medisch-handelen"],
        ),
        (
            "preventief-handelen",
            [
                "leerlingvolgsysteem",
                "kleutervolgsysteem",
                "sociaal-emotioneel-volgsysteem",
                "dyslexieprotocol",
                "dyscalculieprotocol",
            ],
        ),
        ("sociaal-emotionele-ontwikkeling", ["methode"]),
        ("instructie-op-maat", ["passende-perspectieven", "compacten-verrijken", "compenserende-middelen"]),
        ("zorgorganisatie", ["zorgcoordinator", "ondersteuningsroute", "kernpartners"]),
        ("in-en-uitstroom", ["thuiszitters-plaatsingsprotocol", "povo-procedure"]),
    ],
)
def test_every_tick_box_of_the_form_is_there(key: str, options: list[str]) -> None:
    assert FORMAT.question(key).type is QuestionType.CHOICES
    assert options_of(key) == options


def test_each_tick_with_te_weten_has_its_text() -> None:
    named = {question.namely_for: question.label for question in FORMAT.questions if question.namely_for}

    assert set(named) == {
        ("preventief-handelen", "leerlingvolgsysteem"),
        ("preventief-handelen", "kleutervolgsysteem"),
        ("preventief-handelen", "sociaal-emotioneel-volgsysteem"),
        ("sociaal-emotionele-ontwikkeling", "methode"),
        ("instructie-op-maat", "compenserende-middelen"),
    }
    assert all(label.endswith("te weten") for label in named.values())


def test_the_seven_principles_have_two_states() -> None:
    principles = [question for question in FORMAT.questions if question.key.startswith(tuple(HGW))]

    assert len(principles) == 7
    for question in principles:
        assert [option.key for option in question.options] == ["in_ontwikkeling", "geimplementeerd"]
        assert question.required


def test_another_framework_closes_the_three_ratings() -> None:
    answers: dict[str, Value] = {"inspectie-onderzoekskader": True, "inspectie-op2": "onvoldoende"}

    assert set(RATINGS) <= visible_keys(FORMAT, answers)
    closed = visible_keys(FORMAT, {**answers, "inspectie-onderzoekskader": False})
    assert not closed & {*RATINGS, "inspectie-toelichting", "inspectie-ontwikkeltraject"}


@pytest.mark.parametrize("rating", RATINGS)
def test_a_rating_below_sufficient_asks_for_explanation_and_route(rating: str) -> None:
    fine: dict[str, Value] = {"inspectie-onderzoekskader": True, **dict.fromkeys(RATINGS, "voldoende")}

    assert not visible_keys(FORMAT, fine) & {"inspectie-toelichting", "inspectie-ontwikkeltraject"}
    gaps = {gap.question.key for gap in missing(FORMAT, {**fine, rating: "onvoldoende"})}
    assert {"inspectie-toelichting", "inspectie-ontwikkeltraject"} <= gaps


def test_a_need_for_another_school_always_comes_with_what_the_school_does() -> None:
    gaps = {gap.question.key for gap in missing(FORMAT, {"verwijzing": True})}

    assert {"verwijzing-behoeften", "verwijzing-wat-wij-doen"} <= gaps
    assert not visible_keys(FORMAT, {"verwijzing": False}) & {
        "verwijzing-behoeften",
        "verwijzing-wat-wij-doen",
    }


def test_every_element_of_the_law_is_asked_in_public() -> None:
    tagged = {
        element
        for question in FORMAT.questions
        for element in question.tag_values("element")
        if question.audience is Audience.PUBLIC
    }

    assert tagged == set(Element)


def test_an_element_is_only_tagged_where_the_profile_cannot_be_complete_without_it() -> None:
    for element in Element:
        asked = [question for question in FORMAT.questions if element in question.tag_values("element")]
        assert any(question.required and question.condition is None for question in asked), element


def test_each_audience_has_a_question() -> None:
    assert {question.audience for question in FORMAT.questions} == set(Audience)


def test_codes_are_those_of_the_catalogue() -> None:
    assert judge(shipped_text("passenderwijs")) == FORMAT


def test_every_support_type_for_primary_schools_can_be_offered() -> None:
    for key, level in (("aanvullend-soorten", "additional"), ("arrangementen-soorten", "extra")):
        tags = [tag for option in FORMAT.question(key).options for tag in option.tags]
        assert sorted(tags) == sorted(
            f"support:{entry.code}:{level}" for entry in support_types(school_type="bao")
        )


def test_headings_carry_the_numbers_of_the_form() -> None:
    numbers = [
        item.number for item in FORMAT.chapter("aanbod").items if isinstance(item, Heading) and item.number
    ]

    assert numbers == ["4.1", "4.2", "4.2.1", "4.2.2", "4.2.3", "4.2.4"]


def test_the_example_is_complete() -> None:
    answers = example_answers()

    assert missing(FORMAT, answers) == ()
    assert missing_elements(FORMAT, answers, Element) == ()
    assert progress(FORMAT, answers).is_done
    assert difference(FORMAT, answers, FORMAT, answers) == ()


def test_the_example_answers_every_question_and_hides_none() -> None:
    answers = example_answers()

    assert visible_keys(FORMAT, answers) == {question.key for question in FORMAT.questions} == set(answers)


def test_the_example_says_what_the_school_offers() -> None:
    answers = example_answers()

    assert {("TAAL-DYS", "basic"), ("LEREN-HB", "additional"), ("GEDRAG-ASS", "extra")} <= {
        (offer.code, offer.level.value) for offer in offers(FORMAT, answers)
    }
    assert codes(FORMAT, answers, "referral") == ("LEREN-VB", "MED-VERZ")
    assert "F-ROL" in codes(FORMAT, answers, "facility")
