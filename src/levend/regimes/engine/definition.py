"""What a regime says, as read from its file."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Days = Annotated[int, Field(ge=0, le=366)]


class ValidFrom(StrEnum):
    """When an adopted text takes effect, and so where its validity is counted from."""

    ADOPTION = "adoption"
    SCHOOL_YEAR_START = "school_year_start"


class PublicationPlace(StrEnum):
    """Where the law wants the text to stand."""

    OWN_DOCUMENT = "own_document"
    SCHOOL_GUIDE = "school_guide"


class Part(BaseModel):
    """Every part of a regime: never changed, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Part):
    """A text in Dutch and English."""

    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        """The text in a language ("nl", "en-gb"); Dutch for any other."""
        return self.en if language.partition("-")[0] == "en" else self.nl


class Source(Part):
    """Where a rule comes from; `confirmed` is false where the text of the law was not seen."""

    law: str
    articles: str
    about: Words
    confirmed: bool
    url: str = ""


class Deviation(Part):
    """What a board owes the council whose advice it does not wholly follow (Wms 17 and 34, to be confirmed)."""

    needs_talk: bool
    wait_days: Days
    notes_dispute: bool
    coverage_is_a_ground: bool


class Regime(Part):
    """The rules that a case follows. All terms are in days."""

    key: str = Field(pattern=r"^[a-z][a-z-]*$")
    title: Words
    summary: Words
    effective_from: date
    effective_until: date | None
    after_that: Literal["by_regional_agreement"] | None
    validity_years: int = Field(ge=1, le=10)
    valid_from: ValidFrom
    publication_place: PublicationPlace
    advice_by: Literal["whole_council"]
    advice_every_years: int = Field(ge=1, le=10)
    parents_consent_applies: bool
    advice_term_days: Days
    confirm_term_days: Days
    objection_term_days: Days
    warn_days_before: tuple[Days, ...] = Field(min_length=1)
    deviation: Deviation
    mandatory_elements: tuple[str, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.effective_until is not None and self.effective_until < self.effective_from:
            raise ValueError("effective_until lies before effective_from")
        if len(set(self.mandatory_elements)) != len(self.mandatory_elements):
            raise ValueError("a mandatory element stands twice")
        if list(self.warn_days_before) != sorted(set(self.warn_days_before), reverse=True):
            raise ValueError("warn_days_before does not run down")
        return self

    def is_law_on(self, day: date) -> bool:
        """Whether the law itself prescribes this regime on a day."""
        return self.effective_from <= day and (self.effective_until is None or day <= self.effective_until)

    def may_hold_on(self, day: date) -> bool:
        """Whether a consortium may work under this regime on a day: by law, or after it by regional agreement."""
        return self.is_law_on(day) or (
            day > self.effective_from and self.after_that == "by_regional_agreement"
        )
