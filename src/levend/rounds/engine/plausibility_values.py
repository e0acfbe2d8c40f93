"""What the checks of plausibility look at, and what they find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Level, OfferState
from levend.formats.engine.values import Answers


@dataclass(frozen=True)
class Former:
    """The text in force before this one, with its own format."""

    definition: FormatDefinition
    answers: Answers


@dataclass(frozen=True)
class PastOffer:
    """An offer in an adopted version; `on` is the first day on which that version held."""

    on: date
    code: str
    level: Level
    state: OfferState


@dataclass(frozen=True)
class RegisterFigure:
    """A figure by its source; one that the source hides (under five) is left out by the caller."""

    value: float
    source: str
    on: date


@dataclass(frozen=True)
class Told:
    """All that the checks look at. `history` holds every earlier version, `figures` is by the code of the key figure.

    `basic` are the kinds of support that the consortium agreed as basic support.
    """

    definition: FormatDefinition
    answers: Answers
    today: date
    former: Former | None = None
    history: tuple[PastOffer, ...] = ()
    figures: Mapping[str, RegisterFigure] = field(default_factory=dict)
    basic: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """Something to ask. `subject` tells two findings of one rule and one question apart: a code, or the row's number.

    `facts` are what the sentence of the rule is filled in with, as stored: levels by name, days as dates, expertise by code.
    """

    rule: str
    question: str
    subject: str
    facts: Mapping[str, object]

    @property
    def key(self) -> str:
        """Names the finding on a page; the same text gives the same key."""
        return f"{self.rule}.{self.question}.{self.subject}"
