"""The school year, and a consortium's ten colours."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from levend.organisations.models.consortium import validate_theme
from levend.organisations.values import THEME_KEYS, SchoolYear, theme_faults
from levend.web.theme.stylesheet import declarations

GOOD = dict.fromkeys(THEME_KEYS, "#0a2f38")
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2026, 12, 31), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(2028, 2, 29), "2027-2028"),
    ],
)
def test_a_school_year_turns_on_the_first_of_august(day: date, year: str) -> None:
    assert str(SchoolYear.containing(day)) == year


@given(DAYS)
def test_every_day_lies_in_its_year_and_in_no_other(day: date) -> None:
    year = SchoolYear.containing(day)
    assert year.first_day <= day <= year.last_day
    assert SchoolYear.containing(year.first_day) == SchoolYear.containing(year.last_day) == year
    assert SchoolYear.containing(year.last_day + timedelta(days=1)) == SchoolYear(year.start + 1)
    assert SchoolYear.parse(str(year)) == year


@given(DAYS, DAYS)
def test_years_come_in_order(one: date, other: date) -> None:
    if one <= other:
        assert SchoolYear.containing(one) <= SchoolYear.containing(other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-2028",
        "2027-2026",
        "2026/2027",
        "2026–2027",
        "26-27",
        " 2026-2027",
        "2026-2027\n",
        "abcd-efgh",
    ],
)
def test_what_is_no_school_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        SchoolYear.parse(text)


def test_a_theme_is_ten_colours_or_none() -> None:
    assert theme_faults({}) == []
    assert theme_faults(GOOD) == []
    validate_theme(GOOD)


@pytest.mark.parametrize(
    "theme",
    [
        None,
        [],
        "rood",
        {**GOOD, "900": "red"},
        {**GOOD, "900": "#FFF"},
        {**GOOD, "900": "#0A2F38"},
        {**GOOD, "900": "#0a2f3"},
        {**GOOD, "900": "#0a2f38\n"},
        {**GOOD, "900": "#0a2f38;} body{display:none"},
        {**GOOD, "900": "url(https://elders.example)"},
        {**GOOD, "900": 12},
        {**GOOD, "more": "#0a2f38"},
        {key: GOOD[key] for key in THEME_KEYS[1:]},
    ],
)
def test_anything_but_a_colour_is_refused(theme: object) -> None:
    assert theme_faults(theme)
    with pytest.raises(ValidationError, match="tien kleuren"):
        validate_theme(theme)


@given(st.dictionaries(st.sampled_from(THEME_KEYS), st.text(max_size=30)))
def test_nothing_but_colours_ever_reaches_a_stylesheet(theme: dict[str, str]) -> None:
    try:
        css = declarations("PO9901", {**GOOD, **theme})
    except ValueError:
        return
    assert css.count("{") == css.count("}") == 1
    assert css.count(";") == len(THEME_KEYS)


@pytest.mark.parametrize("code", ['PO9901"]{}', "PO 9901", "", "../x"])
def test_a_code_that_would_break_out_of_a_selector_is_refused(code: str) -> None:
    with pytest.raises(ValueError):
        declarations(code, GOOD)
