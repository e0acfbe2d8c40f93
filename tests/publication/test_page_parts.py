"""The pieces of a public page on plain data: openings, topics, since when, how many at once."""

from dataclasses import replace
from datetime import date

from levend.catalogue.engine.entries import Entry
from levend.catalogue.enums import Kind
from levend.documents.values import Bullets, Prose, Run
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Level, OfferState, Provider
from levend.formats.engine.loading import load_definition
from levend.formats.engine.values import Answers
from levend.publication.engine.projection import public_projection
from levend.publication.engine.slots import opening
from levend.publication.engine.topics import GROUPS, Topic, TopicOffer, first_part, topics, unchanged_since
from levend.publication.render.expectations import expectations

FORMAT = """
key: proef
version: 1
title: Proef
chapters:
  - key: hulp
    title: Hulp
    items:
      - {type: boolean, key: dys, label: Dyslexie, tags: ["support:TAAL-DYS:basic"]}
      - {type: boolean, key: rug, label: Verzorging, tags: ["referral:MED-VERZ"]}
      - {type: boolean, key: aut, label: Autisme, tags: ["support:GEDRAG-ASS:extra:in-development", "referral:GEDRAG-ASS"]}
      - {type: boolean, key: plus, label: Plusklas, tags: ["support:G-PLUS:additional"]}
      - {type: boolean, key: eigen, label: Eigen, tags: ["support:ZZ-EIGEN:basic"]}
      - {type: long_text, key: woorden, label: Woorden, tags: ["words:TAAL-DYS:offer"]}
      - type: choices
        key: wie
        label: Wie
        options:
          - {key: zelf, label: Zelf, tags: ["by:TAAL-DYS:own"]}
          - {key: ander, label: Ander, tags: ["by:TAAL-DYS:partner"]}
      - {type: long_text, key: niet, label: Wat nu nog niet gaat, tags: ["parents:not-yet"]}
      - {type: long_text, key: dan, label: Wat wij dan doen, tags: ["parents:not-yet"]}
"""


def definition() -> FormatDefinition:
    return load_definition(FORMAT)


def made(answers: Answers, *, language: str = "nl") -> tuple[Topic, ...]:
    format_ = definition()
    content = public_projection(format_, location={}, answers=answers)
    return topics(format_, content, language=language, groups="Groepen")


def test_an_offer_says_its_level_its_words_and_who_gives_it() -> None:
    (topic,) = made({"dys": True, "woorden": "Drie keer **per week**.", "wie": ["ander", "zelf"]})

    assert topic.offers == (
        TopicOffer(
            "TAAL-DYS",
            "Moeite met lezen en spellen (dyslexie)",
            ((Level.BASIC, OfferState.IN_PLACE),),
            (Provider.OWN, Provider.PARTNER),
            (Prose((Run("Drie keer "), Run("per week", strong=True), Run("."))),),
        ),
    )


def test_labels_are_english_and_the_schools_words_are_not() -> None:
    (topic,) = made({"dys": True, "woorden": "Drie keer per week."}, language="en")

    assert topic.offers[0].name == "Dyslexia"
    assert topic.offers[0].words == (Prose.of("Drie keer per week."),)


def test_what_the_school_looks_elsewhere_for_stands_with_its_topic() -> None:
    found = {offer.code: offer for topic in made({"rug": True, "aut": True}) for offer in topic.offers}

    assert (found["MED-VERZ"].levels, found["MED-VERZ"].elsewhere) == ((), True)
    assert found["GEDRAG-ASS"].levels == ((Level.EXTRA, OfferState.IN_DEVELOPMENT),)
    assert found["GEDRAG-ASS"].elsewhere


def test_special_groups_come_last_and_unknown_codes_not_at_all() -> None:
    found = made({"plus": True, "dys": True, "eigen": True})

    assert [topic.code for topic in found] == ["TAAL", GROUPS]
    assert [offer.code for topic in found for offer in topic.offers] == ["TAAL-DYS", "G-PLUS"]


def test_a_kind_of_support_of_the_region_itself_stands_with_its_domain() -> None:
    content = public_projection(definition(), location={}, answers={"dys": True, "eigen": True})
    own = Entry(Kind.SUPPORT_TYPE, "ZZ-EIGEN", "Rustklas", "Klas met rust", "Calm class", domain="TAAL")

    (topic,) = topics(definition(), content, own=[own])
    (english,) = topics(definition(), content, own=[own], language="en")

    assert [(offer.code, offer.name) for offer in topic.offers][1:] == [("ZZ-EIGEN", "Klas met rust")]
    assert english.offers[1].name == "Calm class"
    group = replace(own, kind=Kind.GROUP, domain="")
    *_domains, groups = topics(definition(), content, groups="Groepen", own=[group])
    assert (groups.code, [offer.code for offer in groups.offers]) == (GROUPS, ["ZZ-EIGEN"])


def test_not_yet_never_stands_alone() -> None:
    format_ = definition()

    def last(answers: Answers) -> tuple[int, bool]:
        content = public_projection(format_, location={}, answers=answers)
        none = expectations(format_, content)[-1]
        assert none.sign == "none"
        return len(none.then), bool(none.promise)

    assert last({"niet": "Een lift.", "dan": "Wij bellen u."}) == (1, False)
    assert last({"niet": "Een lift."}) == (0, True)
    assert last({"rug": True}) == (0, True)


def test_since_counts_back_to_the_first_break() -> None:
    now = TopicOffer("TAAL-DYS", "Dyslexie", ((Level.BASIC, OfferState.IN_PLACE),))
    other = TopicOffer("TAAL-DYS", "Dyslexie", ((Level.EXTRA, OfferState.IN_PLACE),))
    own, older, oldest = date(2026, 8, 1), date(2025, 8, 1), date(2024, 8, 1)

    def since(*former: tuple[date, TopicOffer | None]) -> date:
        return unchanged_since(
            now, own, [(day, {offer.code: offer} if offer else {}) for day, offer in former]
        )

    assert since() == own
    assert since((older, now), (oldest, now)) == oldest
    assert since((older, other), (oldest, now)) == own
    assert since((older, None)) == own


def test_a_few_topics_more_are_not_worth_a_click() -> None:
    def topic(number: int) -> Topic:
        return Topic("T", "T", tuple(TopicOffer(f"T-{index}", "", ()) for index in range(number)))

    assert first_part([topic(3), topic(4)], most=8) == 2
    assert first_part([topic(5), topic(4), topic(2)], most=8) == 3
    assert first_part([topic(5), topic(4), topic(2), topic(3)], most=8) == 2
    assert first_part([topic(30), topic(9)], most=8) == 1
    assert first_part([], most=8) == 0


def text(block: Prose | Bullets) -> str:
    assert isinstance(block, Prose)
    return "".join(run.text for run in block.runs)


def test_an_opening_keeps_whole_blocks_and_cuts_only_a_paragraph_that_is_far_too_long() -> None:
    short, long = Prose.of("Kort."), Prose.of("Een zin van dertig letters ja. " * 20)

    assert opening((short, short, long), most=40) == (short, short)
    (cut,) = opening((long,), most=100)
    assert (
        text(cut)
        == "Een zin van dertig letters ja. Een zin van dertig letters ja. Een zin van dertig letters ja."
    )


def test_an_opening_survives_a_word_without_end_and_signs_of_more_than_one_character() -> None:
    (word,) = opening((Prose.of("a" * 5_000),), most=100)
    (signs,) = opening((Prose.of("👩‍🏫 " * 500),), most=101)

    assert text(word) == "a" * 100 + "…"
    assert text(signs).endswith("👩‍🏫…")


def test_an_opening_keeps_what_is_strong_and_where_a_link_leads() -> None:
    runs = (
        Run("Lees "),
        Run("dit", strong=True),
        Run(" en " + "veel meer woorden " * 30),
        Run("x", url="https://a"),
    )
    (cut,) = opening((Prose(runs),), most=60)

    assert cut.runs[:2] == runs[:2]  # type: ignore[union-attr]  # a paragraph
    assert text(cut).endswith("…")
