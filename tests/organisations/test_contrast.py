"""Colours in which a text cannot be read are found, with the ratio of WCAG."""

import re
from pathlib import Path

import pytest

from levend.demo.engine.region import region
from levend.organisations.engine.contrast import INK, PAPER, contrast, contrast_faults
from levend.web.organisations.forms.choices import OWN_COLOURS

CSS = Path("src/levend/web/static/levend/css")


def test_black_on_white_is_21_and_a_colour_on_itself_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)  # the known limit of grey
    assert contrast("#ffffff", "#777777") < 4.5


def test_the_colours_of_levend_and_of_the_demo_can_be_read() -> None:
    themes = [OWN_COLOURS, *(each.theme for each in region().consortia if each.theme)]

    assert len(themes) > 1
    assert [list(contrast_faults(theme)) for theme in themes] == [[]] * len(themes)


@pytest.mark.parametrize(
    ("key", "colour"),
    [("700", "#7f9fa5"), ("900", "#aaaaaa"), ("50", "#333333"), ("100", "#556677"), ("sun", "#303030")],
)
def test_a_colour_that_hides_its_letters_is_named(key: str, colour: str) -> None:
    assert key in {fault.key for fault in contrast_faults({**OWN_COLOURS, key: colour})}


def test_letters_on_the_dark_colours_are_judged_too() -> None:
    faults = list(contrast_faults({**OWN_COLOURS, "on-brand": "#222222"}))

    assert {fault.key for fault in faults} == {"700", "800", "900"}
    assert {fault.against for fault in faults} == {"on-brand"}


def test_the_neutral_colours_are_those_of_the_stylesheets() -> None:
    tokens = (CSS / "tokens.css").read_text()
    themes = (CSS / "themes.css").read_text()

    assert f"--ink: {INK};" in tokens
    assert f"--paper: {PAPER};" in tokens
    first = dict(re.findall(r"--levend-([\w-]+): (#\w{6});", themes))
    assert {key: first[key] for key in OWN_COLOURS} == OWN_COLOURS
