"""The shipped regimes say what the law says, and where that stands."""

from datetime import date

import pytest
from pydantic import ValidationError

from levend.formats.engine.kinds import Element
from levend.regimes.engine.definition import Regime
from levend.regimes.engine.loading import regime_by_law, regime_of, regimes
from levend.regimes.errors import UnknownRegime


@pytest.mark.parametrize("key", ["sop", "schoolgids"])
def test_a_regime_asks_for_every_element_of_the_law_by_the_formats_names(key: str) -> None:
    assert set(regime_of(key).mandatory_elements) == {element.value for element in Element}


@pytest.mark.parametrize("key", ["sop", "schoolgids"])
def test_a_regime_names_its_sources_and_says_which_are_uncertain(key: str) -> None:
    sources = regime_of(key).sources

    assert any(source.law == "Wms" and source.articles == "11 lid 1 onder r" for source in sources)
    assert {source.confirmed for source in sources} == {True, False}


@pytest.mark.parametrize("key", ["sop", "schoolgids"])
def test_the_whole_council_advises_and_the_parents_consent_does_not_apply(key: str) -> None:
    regime = regime_of(key)

    assert regime.advice_by == "whole_council"
    assert regime.parents_consent_applies is False
    assert regime.deviation.needs_talk is True


def test_the_two_regimes_differ_where_the_law_does() -> None:
    assert regime_of("sop").validity_years == 4
    assert regime_of("sop").publication_place == "own_document"
    assert regime_of("schoolgids").validity_years == 1
    assert regime_of("schoolgids").advice_every_years == 1
    assert regime_of("schoolgids").publication_place == "school_guide"


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2010, 1, 1), "sop"),
        (date(2025, 7, 31), "sop"),
        (date(2025, 8, 1), "schoolgids"),
        (date(2026, 11, 22), "schoolgids"),
    ],
)
def test_the_law_changes_on_the_first_of_august_2025(day: date, key: str) -> None:
    assert regime_by_law(day).key == key


def test_a_regime_that_does_not_exist_is_no_default() -> None:
    with pytest.raises(UnknownRegime):
        regime_of("SOP")


def test_titles_and_summaries_are_there_in_both_languages() -> None:
    for regime in regimes().values():
        assert regime.title.in_language("nl") != regime.title.in_language("en-gb")
        assert regime.summary.in_language("de") == regime.summary.nl


@pytest.mark.parametrize(
    "change",
    [
        {"advice_term_days": -1},
        {"validity_years": 0},
        {"mandatory_elements": ["ambitions", "ambitions"]},
        {"mandatory_elements": []},
        {"effective_until": "2020-01-01"},
        {"valid_from": "someday"},
        {"advise_term_days": 42},
        {"sources": []},
    ],
)
def test_a_regime_that_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    written = regime_of("schoolgids").model_dump(mode="json")

    with pytest.raises(ValidationError):
        Regime.model_validate(written | change)
