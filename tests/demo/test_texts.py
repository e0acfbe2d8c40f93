"""Whole profiles: complete, believable, and no school speaks with another's words."""

import pytest

from levend.demo.engine.region import SchoolFacts, region
from levend.demo.engine.texts import answers_of, as_before, written_codes
from levend.demo.services.writing import parsed
from levend.formats.engine.answers import parse_value
from levend.formats.engine.completeness import missing, missing_elements
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.visibility import visible_keys
from levend.formats.shipped import shipped_definition
from levend.regimes.queries import all_regimes

YEAR = 2026
SCHOOLS = [pytest.param(school, id=school.code) for school in region().schools]


@pytest.fixture(scope="module")
def definition() -> FormatDefinition:
    return shipped_definition("passenderwijs")


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_profile_is_complete_and_holds_nothing_that_nobody_sees(
    school: SchoolFacts, definition: FormatDefinition
) -> None:
    for answers in (answers_of(school, year=YEAR), as_before(answers_of(school, year=YEAR))):
        values = {key: parse_value(definition.question(key), value) for key, value in answers.items()}
        assert missing(definition, values) == ()
        assert set(values) <= visible_keys(definition, values)
        for regime in all_regimes():
            assert missing_elements(definition, parsed(definition, answers), regime.mandatory_elements) == ()


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_profile_says_no_refusal_and_leaves_no_blank(school: SchoolFacts) -> None:
    text = str(answers_of(school, year=YEAR).values()).lower()
    for word in (
        "weiger",
        "afwijz",
        "zorgleerling",
        "probleemkind",
        "rugzakje",
        "conform ",
        "middels",
        "periodiek",
        "!",
    ):
        assert word not in text, word
    assert "{" not in str(
        [value for value in answers_of(school, year=YEAR).values() if isinstance(value, str)]
    )


def test_no_two_schools_have_the_same_mission() -> None:
    missions = [answers_of(school, year=YEAR)["missie"] for school in region().schools]
    assert len(set(map(str, missions))) == len(missions) == 40


def test_written_profiles_hold_prose_of_their_own(definition: FormatDefinition) -> None:
    codes = written_codes()
    assert len(codes) >= 8
    sentences: list[str] = []
    for code in codes:
        answers = answers_of(region().school(code), year=YEAR)
        prose = [
            str(value)
            for key, value in answers.items()
            if definition.question(key).type is QuestionType.LONG_TEXT
        ]
        assert len(" ".join(prose).split()) >= 450, code
        sentences += [
            sentence.strip() for text in prose for sentence in text.split(".") if len(sentence) > 40
        ]
    assert len(set(sentences)) == len(sentences)


def test_the_same_school_says_the_same_at_every_run() -> None:
    school = region().school("41BH00")
    assert answers_of(school, year=YEAR) == answers_of(school, year=YEAR)
    assert answers_of(school, year=YEAR) != answers_of(school, year=YEAR + 1)
