"""How a version comes to its end by the board's withdrawal, as columns of its adoption."""

from datetime import date


def withdrawn(on: date) -> dict[str, object]:
    """Withdrawn by the board from `on`."""
    return {"ended_on": on}
