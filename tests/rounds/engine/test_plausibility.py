"""Questions that a profile raises: a table of examples, and what holds for any answers."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import levend.formats
from levend.catalogue.queries import is_code, label
from levend.formats.engine.kinds import Level, OfferState
from levend.formats.engine.loading import load_definition
from levend.formats.engine.sample_answers import sample_answers
from levend.rounds.engine.plausibility import findings
from levend.rounds.engine.plausibility_rules import rule_book
from levend.rounds.engine.plausibility_values import Former, PastOffer, RegisterFigure, Told

BOOK = rule_book()
TODAY = date(2026, 11, 22)
FORMAT = load_definition("""\
key: proef
version: 1
title: Proef
chapters:
  - key: alles
    title: Alles
    items:
      - {key: leerlingen, type: number, label: Aantal leerlingen, tags: ["keyfigure:KG-LL"]}
      - type: support
        key: hulp
        parts: [by, state, words]
        entries:
          - {code: TAAL-DYS, label: Dyslexie}
          - {code: WERK-HOUD, label: Werkhouding}
      - key: arrangement
        type: choices
        label: Hiervoor bieden wij extra ondersteuning
        options:
          - {key: tos, label: Een taalstoornis, tags: ["support:COMM-TOS:extra"]}
          - {key: pesten, label: Pesten, tags: ["support:SOCEM-WEER:extra"]}
      - {key: grens, type: boolean, label: Zoekt u soms een andere plek?}
      - {key: grens-behoeften, type: long_text, label: Waarvoor?, condition: {eq: [grens, true]}}
      - {key: grens-wat-wij-doen, type: long_text, label: Wat doet u dan?, condition: {eq: [grens, true]}}
      - key: deskundigheid
        type: choices
        label: Deskundigheid
        tags: ["element:expertise-present"]
        options:
          - {key: dys, label: Dyslexiespecialist, tags: ["expertise:R-DYS"]}
          - {key: logo, label: Logopedist, tags: ["expertise:R-LOGO"]}
          - {key: ib, label: Intern begeleider, tags: ["expertise:R-IB"]}
      - key: ambities
        type: table
        label: Ambities
        tags: ["element:ambitions"]
        columns:
          - {key: doel, type: text, label: Doel}
          - {key: klaar, type: text, label: Klaar in}
""")
OWN = {"hulp-taal-dys-wie": ["eigen"]}
CONSIDERED = {"hulp-taal-dys": "extra", **OWN, "deskundigheid": ["dys"]}
BASIC = {"hulp-taal-dys": "basis", "hulp-taal-dys-uitleg": "Wij lezen elke dag."}

Answered = Mapping[str, object]
Examples = tuple[str, Answered, Answered | None, tuple[str, ...]]
EXAMPLES: tuple[Examples, ...] = (
    ("nothing at all", {}, None, ()),
    ("all in order", CONSIDERED, None, ()),
    # expertise
    ("no such specialist", {**CONSIDERED, "deskundigheid": ["ib"]}, None, ("offer-without-expertise",)),
    ("no overview yet", {"hulp-taal-dys": "extra", **OWN}, None, ()),
    ("a partner gives it", {**CONSIDERED, "hulp-taal-dys-wie": ["partner"], "deskundigheid": ["ib"]}, None, ()),
    ("basic support", {"hulp-taal-dys": "basis", "deskundigheid": ["ib"]}, None, ()),
    ("a kind that any teacher gives", {"hulp-werk-houd": "aanvullend", "deskundigheid": ["ib"]}, None, ()),
    # by whom
    ("nobody gives it", {"hulp-taal-dys": "extra", "deskundigheid": ["dys"]}, None, ("extra-without-by-whom",)),
    # last time
    ("same level", BASIC, BASIC, ()),
    ("up without a word", {**BASIC, "hulp-taal-dys": "aanvullend"}, BASIC, ("level-changed",)),
    ("up, and why", {"hulp-taal-dys": "aanvullend", "hulp-taal-dys-uitleg": "Nu ook software."}, BASIC, ()),
    ("stopped", {"hulp-taal-dys": "niet"}, BASIC, ("level-changed",)),
    ("started without a word", {"hulp-taal-dys": "basis"}, {"hulp-taal-dys": "niet"}, ("level-changed",)),
    ("not answered yet", {}, BASIC, ()),
    ("one kind more in a list", {"arrangement": ["pesten"]}, {"arrangement": ["tos"]}, ("level-changed",) * 2),
    ("a list that nobody filled in then", {"arrangement": ["pesten"]}, BASIC, ()),
    # figures
    ("figure in reach", {"leerlingen": 209}, None, ()),
    ("figure apart", {"leerlingen": 260}, None, ("figure-against-register",)),
    ("figure apart, with a reason", {"leerlingen": 260, "leerlingen--reason": "Samengevoegd."}, None, ()),
    # ambitions
    ("a term", {"ambities": [{"doel": "Lezen", "klaar": "zomer 2027"}]}, None, ()),
    ("a term in words", {"ambities": [{"doel": "Lezen", "klaar": "over twee jaar"}]}, None, ()),
    ("no term", {"ambities": [{"doel": "Lezen", "klaar": "binnenkort"}]}, None, ("ambition-without-term",)),
    ("a year in the aim is no term", {"ambities": [{"doel": "Plan 2027"}]}, None, ("ambition-without-term",)),
    # boundaries
    ("a boundary with what then", {"grens": True, "grens-wat-wij-doen": "Samen zoeken."}, None, ()),
    ("a boundary alone", {"grens": True, "grens-behoeften": "Bed."}, None, ("boundary-without-what-then",)),
    (
        "cannot in the words of an offer",
        {**BASIC, "hulp-taal-dys-uitleg": "Voorlezen bij toetsen kunnen wij niet."},
        None,
        ("boundary-without-what-then",),
    ),
    (
        "cannot, and what instead",
        {**BASIC, "hulp-taal-dys-uitleg": "Voorlezen kunnen wij niet. Dan gebruiken wij software."},
        None,
        (),
    ),
)  # fmt: skip


def told(answers: Answered, former: Answered | None = None, **more: object) -> Told:
    figures = {"KG-LL": RegisterFigure(200, "DUO", date(2025, 10, 1))}
    return Told(FORMAT, answers, TODAY, Former(FORMAT, former) if former else None, figures=figures, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answers", "former", "asked"), [row[1:] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES]
)
def test_each_example_raises_exactly_these_questions(
    answers: Answered, former: Answered | None, asked: tuple[str, ...]
) -> None:
    assert tuple(each.rule for each in findings(told(answers, former), BOOK)) == asked


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, False),  # nothing said
        ({"hulp-taal-dys": "onbekend"}, False),
        ({"hulp-taal-dys": "niet"}, True),
        ({"hulp-taal-dys": "basis"}, False),
        ({"hulp-werk-houd": "niet"}, False),  # not agreed in this region
    ],
)
def test_agreed_basic_support_that_is_not_offered_is_asked_about(answers: Answered, asked: bool) -> None:
    found = findings(told(answers, basic=frozenset({"TAAL-DYS"})), BOOK)
    assert [each.rule for each in found] == ["basic-support-not-offered"] * asked
    assert not findings(told(answers), BOOK)
    assert all("Dyslexie" in BOOK.sentence(each.rule, each.facts, "nl", label) for each in found)


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        ([], False),
        ([date(2025, 8, 1)], False),
        ([date(2024, 11, 22)], False),  # two years today: not longer
        ([date(2024, 11, 21)], True),
        ([date(2023, 8, 1), date(2025, 8, 1)], True),
    ],
)
def test_two_years_in_development_in_every_version_is_asked_about(days: list[date], asked: bool) -> None:
    history = tuple(PastOffer(on, "TAAL-DYS", Level.BASIC, OfferState.IN_DEVELOPMENT) for on in days)
    answers = {**BASIC, "hulp-taal-dys-stand": "in-ontwikkeling"}
    found = findings(told(answers, history=history), BOOK)
    assert [each.rule for each in found] == (["long-in-development"] if asked else [])
    stood = (*history, PastOffer(date(2026, 8, 1), "TAAL-DYS", Level.BASIC, OfferState.IN_PLACE))
    assert not findings(told(answers, history=stood), BOOK)


def test_the_sentence_tells_the_facts_in_both_languages() -> None:
    answers = {**CONSIDERED, "deskundigheid": ["ib"], "leerlingen": 1260}
    found = findings(told(answers), BOOK)
    assert [each.question for each in found] == ["leerlingen", "hulp-taal-dys"]
    figure, expertise = (BOOK.sentence(each.rule, each.facts, "nl", label) for each in found)
    assert figure == (
        "Klopt het dat bij „Aantal leerlingen” 1260 staat? Volgens DUO was het 200 op 1 oktober 2025."
    )
    (few,) = findings(told({**CONSIDERED, "leerlingen": 3}), BOOK)
    assert "bij „Aantal leerlingen” minder dan 5 staat" in BOOK.sentence(few.rule, few.facts, "nl", label)
    assert "extra ondersteuning geeft bij „Dyslexie”" in expertise
    assert expertise.endswith("in het overzicht staat: Dyslexiespecialist?")
    (several,) = findings(told({"arrangement": ["tos"], "deskundigheid": ["ib"]}), BOOK)
    assert "bij „Een taalstoornis”" in BOOK.sentence(several.rule, several.facts, "nl", label)
    english = BOOK.sentence(found[1].rule, found[1].facts, "en", label)
    assert "gives extra support for “Dyslexie”" in english
    assert "Dyslexia specialist" in english


def test_every_rule_asks_and_says_where_it_comes_from() -> None:
    for rule in BOOK.rules.values():
        assert rule.nl.startswith("Klopt het dat "), rule.key
        assert rule.nl.rstrip().endswith(("?", ".")), rule.key
        assert "?" in rule.nl, rule.key
        assert rule.why, rule.key
        assert rule.source, rule.key
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (rule.nl, rule.en)]
        assert names[0] == names[1], rule.key
    for support, roles in BOOK.rules["offer-without-expertise"].pairs("pairs").items():
        assert is_code(support), support
        assert all(map(is_code, roles)), roles


WORDS = st.text(max_size=40)
ANY_ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "leerlingen": st.integers(0, 10_000) | st.floats(0, 1000, allow_nan=False),
        "leerlingen--reason": WORDS,
        "hulp-taal-dys": st.sampled_from(["basis", "aanvullend", "extra", "niet", "onbekend", "vreemd"]),
        "hulp-taal-dys-wie": st.lists(st.sampled_from(["eigen", "bestuur", "partner"])),
        "hulp-taal-dys-stand": st.sampled_from(["gepland", "in-ontwikkeling", "ingevoerd"]),
        "hulp-taal-dys-uitleg": WORDS,
        "grens": st.booleans(),
        "grens-behoeften": WORDS,
        "grens-wat-wij-doen": WORDS,
        "deskundigheid": st.lists(st.sampled_from(["dys", "ib"])),
        "ambities": st.lists(st.fixed_dictionaries({}, optional={"doel": WORDS, "klaar": WORDS}), max_size=4),
        "onbekende-vraag": WORDS,
    },
)


@settings(max_examples=50)
@given(ANY_ANSWERS, ANY_ANSWERS | st.none())
def test_any_answers_give_the_same_questions_twice_each_about_a_question_of_the_format(
    answers: Answered, former: Answered | None
) -> None:
    given_answers = dict(answers)
    found = findings(told(answers, former), BOOK)
    assert found == findings(told(answers, former), BOOK)
    assert answers == given_answers
    assert len({each.key for each in found}) == len(found)
    for each in found:
        assert FORMAT.has(each.question)
        for language in ("nl", "en"):
            assert "?" in BOOK.sentence(each.rule, each.facts, language, label)
    assert not [each for each in findings(told(answers, answers), BOOK) if each.rule == "level-changed"]


@pytest.mark.parametrize("key", ["bao", "sbo-so", "vo", "schoolgids", "passenderwijs"])
def test_shipped_formats_are_read(key: str) -> None:
    text = (Path(levend.formats.__file__).parent / "definitions" / f"{key}.yaml").read_text()
    definition = load_definition(text)
    answers = sample_answers(definition)
    found = findings(Told(definition, answers, TODAY, Former(definition, answers)), BOOK)
    assert all(definition.has(each.question) for each in found)
    assert "level-changed" not in {each.rule for each in found}
