"""One case as its page tells it: whose turn, what was done, what can be done, what comes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.queries.people import people_with
from levend.adoption.enums import AdviceKind, Party, Reaction, State, Step
from levend.adoption.models import AdoptionCase, Advice, CaseStep
from levend.adoption.queries.cases import case_for, may_read_papers, may_read_text, may_read_words
from levend.adoption.queries.facts import facts_of
from levend.adoption.rules import can_take
from levend.adoption.rules.facts import CaseFacts
from levend.adoption.transitions import TRANSITIONS, TURN_PERMISSIONS, TURNS
from levend.core import clock
from levend.core.decision import Decision, Verdict
from levend.organisations.queries.reach import reach_of


@dataclass(frozen=True)
class Turn:
    """Whose turn it is. `people` are names, for the working side only."""

    party: Party
    is_yours: bool
    people: tuple[str, ...]


@dataclass(frozen=True)
class ConditionView:
    number: int
    text: str
    reaction: Reaction
    explanation: str
    reacted_by: str
    reacted_at: datetime | None


@dataclass(frozen=True)
class AdviceView:
    kind: AdviceKind
    words: str
    given_on: date
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True)
class Line:
    """A step that was taken. `readable` says whether this actor may open the text with `sha256`."""

    number: int
    step: Step
    at: datetime
    happened_on: date
    who: str
    role: str
    words: str
    sha256: str
    readable: bool
    paper_id: int | None
    paper_name: str
    objection: str
    advice: AdviceView | None


@dataclass(frozen=True)
class Possible:
    """A step that this actor's role can take, now or later. A closed one says why."""

    step: Step
    decision: Decision


@dataclass(frozen=True)
class CaseOverview:
    case: AdoptionCase
    state: State
    turn: Turn
    lines: tuple[Line, ...]
    possible: tuple[Possible, ...]
    ahead: tuple[Party, ...]
    facts: CaseFacts


def overview(actor: Actor, location_code: str) -> CaseOverview:
    """The newest case of a location, for this actor. Raises `NotFound`; about twenty queries at most."""
    case = case_for(actor, location_code)
    reach = reach_of(case.location_id, clock.today())
    facts = facts_of(case, reach)
    return CaseOverview(
        case=case,
        state=State(case.state),
        turn=_turn(actor, case, facts),
        lines=_lines(actor, case, facts),
        possible=_possible(actor, case, facts),
        ahead=_ahead(State(case.state)),
        facts=facts,
    )


def _turn(actor: Actor, case: AdoptionCase, facts: CaseFacts) -> Turn:
    party = TURNS[State(case.state)]
    permission = TURN_PERMISSIONS.get(party)
    people = people_with(permission, facts.reach) if permission else ()
    return Turn(
        party=party,
        is_yours=permission is not None and actor.has(permission, on=facts.reach),
        people=tuple(person.name for person in people),
    )


def _lines(actor: Actor, case: AdoptionCase, facts: CaseFacts) -> tuple[Line, ...]:
    steps = list(case.steps.select_related("paper").order_by("number"))
    hashes = {step.content_sha256 for step in steps if step.content_sha256}
    readable = {sha256 for sha256 in hashes if may_read_text(actor, case, sha256, facts.reach)}
    given = iter(list(case.advices.prefetch_related("conditions").order_by("id")))
    papers = may_read_papers(actor, facts.reach)
    words = may_read_words(actor, case, facts.reach)
    lines = (_line(step, readable, _advice_of(step, given), with_paper=papers) for step in steps)
    return tuple(line if words else replace(line, words="", objection="", advice=None) for line in lines)


def _advice_of(step: CaseStep, given: Iterator[Advice]) -> Advice | None:
    """Advices come in the order of the steps that gave them; a passed term gives one only when it was the first."""
    if step.step in {Step.GIVE_ADVICE, Step.REGISTER_ADVICE}:
        return next(given, None)
    if step.step == Step.PASS_TERM and step.source == State.AWAITING_ADVICE:
        return next(given, None)
    return None


def _line(step: CaseStep, readable: set[str], advice: Advice | None, *, with_paper: bool) -> Line:
    paper = step.paper
    return Line(
        number=step.number,
        step=Step(step.step),
        at=step.at,
        happened_on=step.happened_on,
        who=step.actor_name,
        role=str(Role(step.actor_role).label) if step.actor_role else "",
        words=step.words,
        sha256=step.content_sha256,
        readable=step.content_sha256 in readable,
        paper_id=paper.pk if paper and with_paper else None,
        paper_name=paper.file_name if paper and with_paper else "",
        objection=paper.objection if paper else "",
        advice=_advice_view(advice) if advice else None,
    )


def _advice_view(advice: Advice) -> AdviceView:
    return AdviceView(
        kind=AdviceKind(advice.kind),
        words=advice.words,
        given_on=advice.given_on,
        conditions=tuple(
            ConditionView(
                number=one.number,
                text=one.text,
                reaction=Reaction(one.reaction),
                explanation=one.explanation,
                reacted_by=one.reacted_by_name,
                reacted_at=one.reacted_at,
            )
            for one in advice.conditions.all()
        ),
    )


def _possible(actor: Actor, case: AdoptionCase, facts: CaseFacts) -> tuple[Possible, ...]:
    """Steps whose role the actor has; of the closed ones those that belong to this actor's next turn."""
    found = []
    for row in TRANSITIONS:
        decision = can_take(actor, case, row.step, facts)
        if decision.kind is Verdict.FORBIDDEN:
            continue
        if decision or case.state in row.sources:
            found.append(Possible(row.step, decision))
    return tuple(found)


_ORDER = (Party.SCHOOL, Party.COUNCIL, Party.BOARD, Party.SCHOOL, Party.CONSORTIUM)
_REACHED = {
    State.DRAFT: 0,
    State.REOPENED: 0,
    State.RETURNED_BY_BOARD: 0,
    State.AWAITING_ADVICE: 1,
    State.AWAITING_CONFIRMATION: 1,
    State.ADVICE_GIVEN: 2,
    State.AWAITING_CORRECTION: 2,
    State.CORRECTING: 0,
    State.ADOPTED: 3,
    State.RETURNED_BY_CONSORTIUM: 3,
    State.SUBMITTED: 4,
    State.RECEIVED: 5,
}


def _ahead(state: State) -> tuple[Party, ...]:
    """Who comes after whose turn it is now, in order."""
    return _ORDER[_REACHED[state] + 1 :]
