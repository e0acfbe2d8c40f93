"""What was done, as the page lays it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from levend.accounts.actor import Actor
from levend.adoption.enums import Step
from levend.adoption.queries.overview import CaseOverview, Line
from levend.adoption.rules import can_take
from levend.web.chain.advice import AdviceCard, advice_card
from levend.web.chain.steps import BY_STEP

_ICONS = {Step.OPEN: "pencil"}
_SETBACKS = {
    Step.REOPEN,
    Step.RETURN_TO_SCHOOL,
    Step.RETURN_CORRECTION,
    Step.ASK_CORRECTION,
    Step.OBJECT_TO_ADVICE,
    Step.OBJECT_TO_ADOPTION,
    Step.CORRECT,
}
_PUT_BEFORE = {Step.ASK_ADVICE, Step.ASK_CONFIRMATION, Step.OFFER_UNCHANGED, Step.OFFER_CORRECTION}


@dataclass(frozen=True)
class Entry:
    """A step that was taken, or the board's answers of one go.

    `before` is the hash of the text put before somebody last, when it was another one; `says` are the words that went
    with it, `stands` whether it is the advice that the case rests on.
    """

    line: Line
    says: tuple[str, ...]
    stands: bool
    kind: str
    icon: str
    short: str
    is_same: bool
    before: str
    advice: AdviceCard | None


def short(sha256: str) -> str:
    """How people tell two texts apart: *c72e 91d4*."""
    return f"{sha256[:4]} {sha256[4:8]}"


def entries(actor: Actor, about: CaseOverview) -> Iterator[Entry]:
    """Everything that was done, oldest first. The advice that stands can be answered in its place."""
    given = [line.number for line in about.lines if line.advice]
    standing = given[-1] if given and about.facts.advice_kind else 0
    may_answer = can_take(actor, about.case, Step.REACT, about.facts).allowed
    last = ""
    for together in _gathered(about.lines):
        line = together[0]
        page = BY_STEP.get(line.step)
        card = (
            advice_card(line.advice, about, may_answer and line.number == standing) if line.advice else None
        )
        yield Entry(
            line=line,
            says=tuple(one.words for one in together if one.words),
            stands=line.number == standing,
            kind="void" if line.step in _SETBACKS else "done",
            icon=_ICONS.get(line.step) or (page.icon if page else "check"),
            short=short(line.sha256) if line.sha256 else "",
            is_same=line.sha256 == last and line.sha256 != "",
            before=last if line.step in _PUT_BEFORE and last not in {"", line.sha256} else "",
            advice=card,
        )
        if line.sha256 and line.readable:
            last = line.sha256


def _gathered(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Each step by itself, but answers of one person that follow each other on one day together."""
    for _key, group in groupby(lines, key=_together):
        yield list(group)


def _together(line: Line) -> tuple[object, ...]:
    return (line.step, line.who, line.happened_on) if line.step is Step.REACT else (line.number,)
