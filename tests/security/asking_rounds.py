"""How the addresses of rounds are asked."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from levend.core import clock
from tests.security.scenes import Scene
from tests.security.scenes_rounds import DAYS_LEFT, NAME, round_id


def _round(scene: Scene, word: str) -> list[object]:
    return [round_id()]


ROUND_ARGUMENTS: dict[str, Callable[[Scene, str], list[object]]] = {
    **dict.fromkeys(
        (
            "one_round",
            "round_export",
            "round_setup",
            "change_round",
            "check_round",
            "add_schools",
            "extend_round",
            "round_reminders",
            "remind_schools",
            "close_round",
            "reopen_round",
        ),
        _round,
    ),
    "end_calendar_link": lambda scene, word: [999_999],
    "calendar_feed": lambda scene, word: ["geraden"],
    "school_round": lambda scene, word: [scene.code],
}


def _said(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _plan(scene: Scene, name: str) -> Mapping[str, object]:
    today = clock.today()
    return {
        "name": name,
        "school_year": "2026-2027",
        "reference_date": _said(today),
        "opens_on": _said(today),
        "deadline": _said(today + timedelta(days=DAYS_LEFT)),
        "consortia": [str(scene.linde.consortium.pk)],
    }


ROUND_PAYLOADS: dict[str, Callable[[Scene], Mapping[str, object]]] = {
    "new_round": lambda scene: _plan(scene, "Nog een ronde"),
    "change_round": lambda scene: _plan(scene, f"{NAME}, later"),
    "extend_round": lambda scene: {
        "until": _said(clock.today() + timedelta(days=DAYS_LEFT + 9)),
        "reason": "Een brand.",
    },
    "round_reminders": lambda scene: {"is_on": "on", "before": "30, 9", "after": "2", "every": "7"},
    "remind_schools": lambda scene: {"school": scene.code},
    "reopen_round": lambda scene: {"reason": "Te vroeg gesloten."},
}
"""What a coordinator sends; refused it must change nothing."""
