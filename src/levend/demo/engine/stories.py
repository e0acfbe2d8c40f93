"""What happened at each school, as a time line of acts: plain data, counted back from the day of the demo."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

from levend.core.clock import AMSTERDAM
from levend.organisations.values import SchoolYear

_DATA = files("levend.demo") / "data"


class Act(StrEnum):
    """One thing that somebody did."""

    OPEN = "open"
    WRITE = "write"
    ASK = "ask"
    ADVISE = "advise"
    REACT = "react"
    ADOPT = "adopt"
    SUBMIT = "submit"
    RECEIVE = "receive"
    REOPEN = "reopen"
    CHANGE = "change"
    CONFIRM = "confirm"
    RETURN = "return"
    CORRECT = "correct"
    MEND = "mend"
    OFFER = "offer"
    ASK_CORRECTION = "ask_correction"


class CaseFacts(BaseModel):
    """How a school's case went; the fields are explained in `data/cases.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    now: str = ""
    earlier: int | Literal["spring"] | None = None
    since: int = Field(default=0, ge=0)
    share: float = Field(default=1.0, ge=0, le=1)
    advice: Literal["positive", "conditional", "negative", "not_given"] = "positive"
    letter: bool = False
    minutes: bool = False
    declined: bool = False


class Words(BaseModel):
    """What people wrote, by what they did."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    class Conditional(BaseModel):
        words: str
        conditions: tuple[str, ...]

    positive: tuple[str, ...]
    conditional: tuple[Conditional, ...]
    negative: tuple[str, ...]
    followed: tuple[str, ...]
    declined: str
    asked: tuple[str, ...]
    reopened: tuple[str, ...]
    changed: str
    confirm: str
    returned: tuple[str, ...]
    corrected: str
    correction_asked: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """An act at a moment."""

    act: Act
    at: datetime


_WAY = (
    (Act.OPEN, 0),
    (Act.WRITE, 15),
    (Act.ASK, 20),
    (Act.ADVISE, 42),
    (Act.REACT, 45),
    (Act.ADOPT, 52),
    (Act.SUBMIT, 56),
    (Act.RECEIVE, 61),
)
"""The way of most cases: acts, with days since the first one."""

_ASIDE: Mapping[str, tuple[Act, tuple[tuple[Act, int], ...]]] = {
    "reopened": (Act.ADVISE, ((Act.REOPEN, 46),)),
    "awaiting_confirmation": (Act.REACT, ((Act.REOPEN, 46), (Act.CHANGE, 48), (Act.CONFIRM, 49))),
    "returned_by_board": (Act.ADVISE, ((Act.RETURN, 50),)),
    "correcting": (Act.ADOPT, ((Act.CORRECT, 54),)),
    "awaiting_correction": (Act.ADOPT, ((Act.CORRECT, 54), (Act.MEND, 55), (Act.OFFER, 55))),
    "returned_by_consortium": (Act.SUBMIT, ((Act.ASK_CORRECTION, 60),)),
}
"""States beside that way: where it is left, and what happened then."""

_ENDS = {
    "draft": Act.WRITE,
    "awaiting_advice": Act.ASK,
    "advice_given": Act.ADVISE,
    "adopted": Act.ADOPT,
    "submitted": Act.SUBMIT,
    "received": Act.RECEIVE,
}
_WAITED = 60
"""Days after asking that a council did not answer: its six weeks, and room for weekends and the Christmas holiday."""


@cache
def cases() -> Mapping[str, CaseFacts]:
    """The file of cases, by code of the location."""
    data = YAML(typ="safe").load((_DATA / "cases.yaml").read_text(encoding="utf-8"))
    return {code: CaseFacts.model_validate(facts) for code, facts in data.items()}


@cache
def words() -> Words:
    """The file of words; a mistake in it raises pydantic's ValidationError."""
    return Words.model_validate(YAML(typ="safe").load((_DATA / "words.yaml").read_text(encoding="utf-8")))


def scenes(
    facts: CaseFacts, *, state: str, ended_on: date, opened_on: date | None = None
) -> tuple[Scene, ...]:
    """The acts that lead to `state`, the last one on `ended_on`; on working days, in order.

    With `opened_on` a case begins with its round, however long the school waited with writing.
    """
    left_at, aside = _ASIDE[state] if state in _ASIDE else (_ENDS[state], ())
    way: list[tuple[Act, int]] = []
    for act, day in _WAY:
        if act is not Act.REACT or facts.advice == "conditional":
            way.append((act, day))
        if act is left_at:
            break
    way = [*way, *aside]
    if facts.advice == "not_given":
        way = [(act, day + _WAITED - 22 if day >= 42 else day) for act, day in way]
    last = way[-1][1]
    return tuple(
        Scene(
            act,
            _moment(
                opened_on if opened_on and act is Act.OPEN else ended_on - timedelta(days=last - day), number
            ),
        )
        for number, (act, day) in enumerate(way)
    )


def earlier_end(facts: CaseFacts, code: str, today: date) -> date | None:
    """The day on which the version before the present case was received.

    In spring, so that it is in force from the first day of the school year, but long enough before a present case.
    """
    match facts.earlier:
        case None:
            return None
        case int():
            return today - timedelta(days=facts.earlier)
        case "spring":
            year = SchoolYear.containing(today).start
            spring = date(year, 6, 19) - timedelta(days=zlib.crc32(code.encode()) % 30)
            return min(spring, today - timedelta(days=150))


def pick(choices: tuple[str, ...], code: str) -> str:
    """One of the choices, always the same for a school."""
    return choices[zlib.crc32(code.encode()) % len(choices)]


def _moment(day: date, number: int) -> datetime:
    """Later acts are at a later hour, so that two that fall on one day keep their order.

    Nobody acts in a weekend or at Christmas: it was done before.
    """
    if (day.month, day.day) >= (12, 24):
        day = date(day.year, 12, 23)
    elif (day.month, day.day) <= (1, 4):
        day = date(day.year - 1, 12, 23)
    if day.weekday() > 4:
        day -= timedelta(days=day.weekday() - 4)
    return datetime.combine(day, time(8 + number, (7 * number + day.day) % 60), tzinfo=AMSTERDAM)
