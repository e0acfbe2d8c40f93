"""Cases that wait for the same decision of one actor, with what each still needs; a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import AdviceKind, Reaction, State, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.cases import cases_for
from levend.adoption.rules import can_take
from levend.adoption.rules.facts import CaseFacts
from levend.adoption.transitions import ROWS
from levend.core import clock
from levend.core.decision import Decision
from levend.organisations.queries.reach import reaches_of
from levend.organisations.values import LocationReach


@dataclass(frozen=True)
class Candidate:
    """A case that could be decided on together with others; a closed one says why and has a page of its own."""

    case_id: int
    code: str
    name: str
    school_type: str
    board: str
    state: State
    since: datetime
    advice_kind: AdviceKind | None
    advice_words: str
    conditions: int
    sha256: str
    is_unchanged: bool
    decision: Decision


def candidates(actor: Actor, step: Step) -> QuerySet[AdoptionCase]:
    """The cases in which this actor's role could take this step, by name of the location."""
    row = ROWS[step]
    locations = locations_for(actor, row.permission)
    return (
        cases_for(actor)
        .filter(location__in=locations, state__in=row.sources)
        .prefetch_related("advice__texts", "advice__conditions")
        .order_by("location__name", "location__code")
    )


def judged(actor: Actor, step: Step, cases: Iterable[AdoptionCase]) -> tuple[Candidate, ...]:
    """Each of these with its decision; what needs words of its own is closed here and open on its own page."""
    cases = list(cases)
    reaches = reaches_of((case.location_id for case in cases), clock.today())
    return tuple(_candidate(actor, step, case, reaches[case.location_id]) for case in cases)


def may_take_somewhere(actor: Actor, step: Step) -> bool:
    """Whether some role of this actor takes this step at all: who has none does not see its page."""
    return locations_for(actor, ROWS[step].permission).exists()


def names_of(actor: Actor, case_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Code and name of the locations of these cases, of those that this actor may see."""
    rows = cases_for(actor).filter(pk__in=list(case_ids)).order_by("location__name", "pk")
    return {pk: (code, name) for pk, code, name in rows.values_list("pk", "location__code", "location__name")}


def _candidate(actor: Actor, step: Step, case: AdoptionCase, reach: LocationReach) -> Candidate:
    advice = case.advice
    reactions = [condition.reaction for condition in advice.conditions.all()] if advice else []
    facts = CaseFacts(
        reach=reach,
        advice_kind=AdviceKind(advice.kind) if advice else None,
        advised_sha256s=frozenset(text.content_sha256 for text in advice.texts.all())
        if advice
        else frozenset(),
        conditions=len(reactions),
        open_conditions=reactions.count(Reaction.NONE),
        due_on=case.due_on,
        today=clock.today(),
    )
    decision = can_take(actor, case, step, facts)
    if decision and step is Step.ADOPT and _needs_explanation(facts.advice_kind, reactions):
        decision = Decision.not_now(_("Het bestuur volgt het advies niet helemaal en legt uit waarom."))
    return Candidate(
        case_id=case.pk,
        code=case.location.code,
        name=case.location.name,
        school_type=str(case.location.get_school_type_display()),
        board=case.location.school.board.name,
        state=State(case.state),
        since=case.state_since,
        advice_kind=facts.advice_kind,
        advice_words=advice.words if advice else "",
        conditions=len(reactions),
        sha256=case.content_sha256,
        is_unchanged=case.unchanged_from_id is not None,
        decision=decision,
    )


def _needs_explanation(kind: AdviceKind | None, reactions: Iterable[str]) -> bool:
    return kind is AdviceKind.NEGATIVE or Reaction.DECLINED in reactions
