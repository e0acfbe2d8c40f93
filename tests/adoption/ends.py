"""How a version comes to its end by the board's withdrawal, as columns of its adoption."""

from datetime import date
from typing import Any

from levend.core import clock

REASON = "De school verhuist en herschrijft haar profiel."


def withdrawn(on: date) -> dict[str, Any]:  # columns of any type
    """Withdrawn by the board from `on`."""
    return {
        "ended_on": on,
        "withdrawn_at": clock.now(),
        "withdrawn_by_ref": "user:1",
        "withdrawn_by_name": "Yvonne van Bestuur",
        "withdrawal_reason": REASON,
    }
