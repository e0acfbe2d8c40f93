"""What surrounds a profile's text when it is printed or shown."""

from dataclasses import dataclass, field
from datetime import date

from levend.documents.values import Mark, Theme


@dataclass(frozen=True)
class Phrases:
    """The few words of our own between the school's answers."""

    not_answered: str
    item: str
    fact: str
    answer: str
    withheld: str
    support: str
    level: str
    by: str
    state: str
    room: str


@dataclass(frozen=True)
class Procedure:
    """How the text came to hold, as far as it has come. Advice in words only when the council made them public."""

    advice: str = ""
    advice_given_on: date | None = None
    advice_words: str = ""
    board: str = ""
    board_reaction: str = ""
    adopted_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    unchanged_year: str = ""
    declared_by_function: str = ""
    submitted_on: date | None = None
    regime: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Contact:
    """Someone whom the school named for the public, function first; `reachable` says when, in words."""

    function: str
    name: str
    phone: str = ""
    email: str = ""
    reachable: str = ""


@dataclass(frozen=True)
class Edition:
    """One printing of a profile: for which year, by whom, in whose colours, on which date."""

    school_year: str
    publisher: str
    on: date
    mark: Mark = Mark.NONE
    language: str = "nl"
    theme: Theme = field(default_factory=Theme)
    logo_svg: str = ""
    contacts: tuple[Contact, ...] = ()
    procedure: Procedure = field(default_factory=Procedure)
