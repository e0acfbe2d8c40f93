"""What the rules of the chain look at, loaded once."""

from dataclasses import dataclass
from datetime import date

from levend.adoption.enums import AdviceKind
from levend.organisations.values import LocationReach


@dataclass(frozen=True)
class CaseFacts:
    """A case as its rules see it. Hashes are SHA-256 hex; `current_sha256` is the hash of what would be frozen now,
    known only where a guard needs it."""

    reach: LocationReach
    advice_kind: AdviceKind | None = None
    advised_sha256s: frozenset[str] = frozenset()
    open_conditions: int = 0
    conditions: int = 0
    missing_answers: int = 0
    missing_elements: int = 0
    open_places: int = 0
    unchanged: bool = False
    due_on: date | None = None
    today: date = date.min
    paper_advice_until: date | None = None
    paper_adoption_until: date | None = None
