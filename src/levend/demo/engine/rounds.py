"""The region's round and its key figures as the file `data/round.yaml` describes them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML

from levend.core.clock import AMSTERDAM
from levend.demo.engine.region import Fact, SchoolFacts
from levend.organisations.enums import SchoolType
from levend.rounds.enums import MilestoneKind

_DATA = files("levend.demo") / "data"


class Extension(Fact):
    """More time for a consortium or a school, by its code."""

    code: str
    asked: int
    until: int
    reason: str


class Question(Fact):
    """What the consortium asked a school, and what that answered."""

    code: str
    asked: int
    words: str
    own: str
    answered: int
    answer: str


class Small(Fact):
    """A school whose first counts were under five."""

    code: str
    years: int


class Correction(Fact):
    """A school that counts more pupils than the source does."""

    code: str
    pupils: int
    reason: str


class RoundFacts(Fact):
    """Numbers are days from the day of the demo; `courses` are hundredths of today's number of pupils, oldest first."""

    introduction: str
    formats: Mapping[SchoolType, str]
    drafted: int
    opened: int
    deadline: int
    milestones: Mapping[MilestoneKind, int]
    consortium: Extension
    school: Extension
    reminded: tuple[int, ...]
    question: Question
    courses: tuple[tuple[int, ...], ...]
    small: Small
    correction: Correction


@cache
def round_facts() -> RoundFacts:
    """The file; a mistake in it raises pydantic's ValidationError."""
    read = YAML(typ="safe").load((_DATA / "round.yaml").read_text(encoding="utf-8"))
    return RoundFacts.model_validate(read)


def day_of(today: date, days: int) -> date:
    """So many days from today; what has been was done on a working day."""
    day = today + timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4)) if days < 0 else day


def moment_of(today: date, days: int, hour: int) -> datetime:
    """An hour of that day, in Amsterdam."""
    return datetime.combine(day_of(today, days), time(hour), tzinfo=AMSTERDAM)


def counts_of(school: SchoolFacts, number: int, counted_on: date) -> dict[int, int | None]:
    """Pupils by year of counting, the last one as the register has it; None for a count under five."""
    facts = round_facts()
    course = facts.courses[number % len(facts.courses)]
    first = counted_on.year - len(course) + 1
    counts: dict[int, int | None] = {
        first + at: round(school.pupils * share / 100) for at, share in enumerate(course)
    }
    if school.code == facts.small.code:
        counts |= dict.fromkeys(range(first, first + facts.small.years))
    return counts
