"""What a round says, as it is taken in and given out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from levend.rounds.enums import MilestoneKind, RoundText

TEXTS = tuple(RoundText.values)
"""The fields of a round that hold its texts."""


@dataclass(frozen=True)
class RoundPlan:
    """All that a coordinator fills in. `deadline` and milestones are last days, in Amsterdam.

    `regime` is the key of the regime that was chosen for the round, empty for each consortium's own; `texts` holds the keys of
    `TEXTS`.
    """

    name: str
    school_year: str
    reference_date: date
    opens_on: date
    deadline: date
    requires_positive_advice: bool = False
    regime: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    milestones: Mapping[MilestoneKind, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Owner:
    """A consortium or a group that sets out rounds."""

    code: str
    name: str
    consortium_id: int | None = None
    group_id: int | None = None
