import re

import pytest

from levend.web.look import people, signs


def test_a_ring_draws_the_share_that_is_done() -> None:
    drawn = re.search(r'stroke-dasharray="([\d.]+) ([\d.]+)"', signs.ring(39, 50))
    assert drawn is not None
    assert float(drawn[1]) / float(drawn[2]) == pytest.approx(39 / 50, abs=0.002)


@pytest.mark.parametrize(("done", "total"), [(0, 50), (0, 0), (3, 0)])
def test_a_ring_of_nothing_draws_no_arc(done: int, total: int) -> None:
    assert "ring__fg" not in signs.ring(done, total)


def test_a_ring_never_goes_round_twice() -> None:
    drawn = re.search(r'stroke-dasharray="([\d.]+) ([\d.]+)"', signs.ring(60, 50))
    assert drawn is not None
    assert drawn[1] == drawn[2]


@pytest.mark.parametrize(("percent", "width"), [(-5, "0%"), (0, "0%"), (78, "78%"), (180, "100%")])
def test_a_bar_stays_within_its_line(percent: float, width: str) -> None:
    assert f'width="{width}"' in signs.bar(percent)


def test_no_sign_carries_an_inline_style() -> None:
    """The content security policy refuses them, so they would draw nothing."""
    drawn = [signs.mark(), signs.rings(), signs.ring(1, 2, figure=True), signs.bar(5)]
    drawn += [signs.sign(level) for level in ("basis", "plus", "extra", "grow", "none")]
    assert not [sign for sign in drawn if "style=" in sign]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ellen Verhoef", "EV"),
        ("Joost van Dijk", "JD"),
        ("Fatima El Amrani", "FA"),
        ("Anna-Maria de la Cruz", "AC"),
        ("Sanne", "S"),
        ("De", "D"),
        ("élodie Ünal", "ÉÜ"),
        ("  ", "?"),
    ],
)
def test_initials_leave_small_words_out(name: str, letters: str) -> None:
    assert people.initials(name) == letters


def test_a_name_with_markup_is_shown_as_text() -> None:
    assert "<script" not in people.avatar("<script> x")
