"""A list of support types is shorthand: what comes out are plain questions."""

from levend.formats.engine.completeness import missing
from levend.formats.engine.definition import Question, SupportGroup
from levend.formats.engine.kinds import Audience, QuestionType
from levend.formats.engine.offer_parts import OfferPart, offer_part
from levend.formats.engine.visibility import visible_keys
from tests.formats.samples import format_of

ONE = "entries: [{code: TAAL-DYS, label: Dyslexie, help: Ook lezen}]"
ALL = f"{{type: support, key: hulp, parts: [by, state, capacity, words, others, fields], {ONE}}}"


def keys(item: str) -> list[str]:
    return [question.key for question in format_of(item).questions]


def test_every_part_is_a_question_with_a_key_of_its_own() -> None:
    """These keys are in stored answers: none may ever change."""
    assert keys(ALL) == [
        "hulp-taal-dys",
        "hulp-taal-dys-wie",
        "hulp-taal-dys-stand",
        "hulp-taal-dys-plek",
        "hulp-taal-dys-uitleg",
        "hulp-taal-dys-anderen",
        "hulp-taal-dys-tijd",
        "hulp-taal-dys-materiaal",
        "hulp-taal-dys-ruimte",
        "hulp-taal-dys-deskundigheid",
        "hulp-taal-dys-samenwerking",
    ]


def test_the_stored_words_of_the_notation_never_change() -> None:
    level, by, state, *_rest = format_of(ALL).questions

    assert [option.key for option in level.options] == ["basis", "aanvullend", "extra", "niet", "onbekend"]
    assert [option.key for option in by.options] == ["eigen", "bestuur", "samenwerkingsverband", "partner"]
    assert [option.key for option in state.options] == ["gepland", "in-ontwikkeling", "ingevoerd"]


def test_the_level_is_asked_in_the_words_of_the_format() -> None:
    level = format_of(ALL).questions[0]

    assert (level.label, level.help, level.type) == ("Dyslexie", "Ook lezen", QuestionType.CHOICE)
    assert [tag for option in level.options for tag in option.tags] == [
        "support:TAAL-DYS:basic",
        "support:TAAL-DYS:additional",
        "support:TAAL-DYS:extra",
        "referral:TAAL-DYS",
    ]


def test_details_are_asked_only_of_what_is_offered() -> None:
    definition = format_of(ALL)

    assert visible_keys(definition, {}) == {"hulp-taal-dys"}
    assert visible_keys(definition, {"hulp-taal-dys": "niet"}) == {"hulp-taal-dys"}
    assert visible_keys(definition, {"hulp-taal-dys": "basis"}) == {
        "hulp-taal-dys",
        "hulp-taal-dys-wie",
        "hulp-taal-dys-stand",
        "hulp-taal-dys-uitleg",
    }
    beyond = visible_keys(definition, {"hulp-taal-dys": "aanvullend"})
    assert {"hulp-taal-dys-plek", "hulp-taal-dys-anderen"} <= beyond
    assert "hulp-taal-dys-tijd" not in beyond
    assert len(visible_keys(definition, {"hulp-taal-dys": "extra"})) == 11


def test_a_format_may_ask_less_of_basic_support() -> None:
    definition = format_of(
        f"{{type: support, key: hulp, parts: [by, state, words], at_basic: [state], {ONE}}}"
    )

    assert visible_keys(definition, {"hulp-taal-dys": "basis"}) == {"hulp-taal-dys", "hulp-taal-dys-stand"}
    assert len(visible_keys(definition, {"hulp-taal-dys": "aanvullend"})) == 4


def test_a_format_of_one_level_asks_no_more_than_that_level_needs() -> None:
    item = f"{{type: support, key: hulp, levels: [extra], parts: [fields], required: true, {ONE}}}"
    definition = format_of(item)

    assert [option.key for option in definition.questions[0].options] == ["extra", "niet", "onbekend"]
    assert len(definition.questions) == 6
    assert [gap.question.key for gap in missing(definition, {})] == ["hulp-taal-dys"]
    basic = format_of(f"{{type: support, key: hulp, levels: [basic], parts: [capacity, fields], {ONE}}}")
    assert len(basic.questions) == 1


def test_audience_and_condition_of_the_list_hold_for_its_questions() -> None:
    definition = format_of(
        "{type: boolean, key: ja, label: Ja}",
        f"{{type: support, key: hulp, audience: internal, condition: {{eq: [ja, true]}}, {ONE}}}",
    )

    assert {question.audience for question in definition.questions[1:]} == {Audience.INTERNAL}
    answers = {"hulp-taal-dys": "extra"}
    assert visible_keys(definition, answers) == {"ja"}
    assert "hulp-taal-dys-wie" in visible_keys(definition, {**answers, "ja": True})


def test_the_file_keeps_the_list_and_the_chapter_shows_the_questions() -> None:
    chapter = format_of(ALL).chapters[0]

    assert isinstance(chapter.written[0], SupportGroup)
    assert len(chapter.items) == 11
    assert all(isinstance(item, Question) for item in chapter.items)


def test_each_question_tells_which_part_of_which_offer_it_is() -> None:
    parts = [offer_part(question) for question in format_of(ALL).questions]

    assert parts[:5] == [
        ("TAAL-DYS", OfferPart.LEVEL),
        ("TAAL-DYS", OfferPart.BY),
        ("TAAL-DYS", OfferPart.STATE),
        ("TAAL-DYS", OfferPart.CAPACITY),
        ("TAAL-DYS", OfferPart.WORDS),
    ]
    assert set(parts[5:]) == {("TAAL-DYS", OfferPart.WORDS)}
    many = format_of(
        "{type: choices, key: a, label: A, options: [{key: x, label: X, tags: ['support:TAAL-DYS:basic']},"
        " {key: y, label: Y, tags: ['support:TAAL-LEES:basic']}]}"
    )
    assert offer_part(many.questions[0]) is None
