from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from levend.core import clock
from levend.web.look import dates


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("long", "1 februari 2027"),
        ("weekday", "maandag 1 februari 2027"),
        ("sentence", "Maandag 1 februari 2027"),
        ("short", "1 feb"),
        ("month", "1 februari"),
    ],
)
def test_a_day_is_written_in_words_with_its_date_for_machines(style: str, words: str) -> None:
    assert dates.day(date(2027, 2, 1), style) == f'<time datetime="2027-02-01">{words}</time>'


def test_a_day_follows_the_language_of_the_page() -> None:
    with translation.override("en"):
        assert "1 February 2027" in dates.day(date(2027, 2, 1))


def test_a_moment_is_told_in_amsterdam() -> None:
    """Half past eleven in the evening, UTC, is already tomorrow there."""
    told = dates.moment(datetime(2026, 11, 21, 23, 30, tzinfo=UTC))
    assert "22 november 2026 om 0.30 uur" in told
    assert "2026-11-22T00:30:00+01:00" in told


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 22, 13, 28, tzinfo=UTC), "14.28"),
        (datetime(2026, 11, 21, 8, 0, tzinfo=UTC), "gisteren"),
        (datetime(2026, 10, 5, 8, 0, tzinfo=UTC), "5 okt"),
        (datetime(2025, 10, 5, 8, 0, tzinfo=UTC), "5 okt 2025"),
    ],
)
def test_changes_say_how_long_ago(monkeypatch: pytest.MonkeyPatch, moment: datetime, words: str) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 22))
    assert f">{words}</time>" in dates.recently(moment)
