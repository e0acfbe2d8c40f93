"""A school's story: who, what and where, for acts that are done by the real services."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from levend.demo.engine.stories import CaseFacts
from levend.demo.engine.texts import Answer
from levend.demo.services.cast import Cast
from levend.formats.engine.definition import FormatDefinition
from levend.organisations.models import Location


class NotSaved(RuntimeError):
    """An answer of the demo that its question does not take: a mistake in the demo's own data."""


@dataclass
class Story:
    """One school's case. `answers` hold the whole profile, of which a draft takes the first part.

    `at_once` writes the answers in one go, for a version of long ago. Opening the case sets the two keys. A case of the
    round has its `entry_id` there and the reference date of the round.
    """

    location: Location
    consortium_id: int
    version_id: int
    school_year: str
    definition: FormatDefinition
    cast: Cast
    facts: CaseFacts
    answers: Mapping[str, Answer]
    at_once: bool = False
    entry_id: int | None = None
    reference_date: date | None = None
    case_id: int = 0
    profile_id: int = 0

    @property
    def code(self) -> str:
        return self.location.code
