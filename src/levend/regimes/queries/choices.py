"""What a consortium chose, and when."""

from dataclasses import dataclass
from datetime import date

from levend.regimes.engine.definition import Regime
from levend.regimes.engine.loading import regime_of
from levend.regimes.models import ConsortiumRegime


@dataclass(frozen=True)
class Choice:
    """A regime with the reason of the region; both days are included."""

    regime: Regime
    valid_from: date
    valid_until: date | None
    reason: str


def choices_of(consortium_id: int) -> tuple[Choice, ...]:
    """Every choice of a consortium, the last one first; none where it follows the law."""
    rows = ConsortiumRegime.objects.filter(consortium_id=consortium_id).order_by("-valid_from")
    return tuple(Choice(regime_of(row.regime), row.valid_from, row.valid_until, row.reason) for row in rows)
