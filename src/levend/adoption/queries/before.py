"""What a text still needs before it is put before the council."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.branches import makes_sense
from levend.adoption.queries.cases import case_for
from levend.adoption.queries.facts import facts_of
from levend.adoption.queries.places import CheckedPlace, checked_places
from levend.adoption.queries.unchanged import Unchanged, unchanged_from
from levend.adoption.rules import can_take
from levend.adoption.rules.confirming import can_confirm_place
from levend.adoption.transitions import ROWS, UNLOCKED
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.formats.engine.completeness import Missing, missing_elements
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.kinds import Element
from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.profiles.enums import Standing
from levend.profiles.models import Answer
from levend.profiles.queries import answers_of, still_missing
from levend.profiles.queries.remarks import heads_of
from levend.regimes.queries import regime

_ASKING = (Step.ASK_ADVICE, Step.ASK_CONFIRMATION, Step.OFFER_CORRECTION)
"""The steps that put a text before somebody else; at most one of them makes sense at a time."""


@dataclass(frozen=True)
class ElementCheck:
    """An element that the case's regime asks for; `question` is where it can be described, None without one."""

    element: Element
    is_described: bool
    question: Question | None


@dataclass(frozen=True)
class BeforeAdvice:
    """`step` is what the text is made ready for, None while it lies with somebody else; `decision` whether it can go.

    `open_remarks` counts by chapter what is still talked about, for who writes; the board has no part in that.
    """

    case: AdoptionCase
    definition: FormatDefinition
    elements: tuple[ElementCheck, ...]
    missing: tuple[Missing, ...]
    places: tuple[CheckedPlace, ...]
    not_looked_at: tuple[Question, ...]
    open_remarks: Mapping[str, int]
    step: Step | None
    decision: Decision
    may_confirm: Decision
    may_ask: bool
    unchanged: Unchanged | None

    @property
    def open_places(self) -> int:
        return sum(each.is_open for each in self.places)

    @property
    def is_complete(self) -> bool:
        return not self.missing and all(check.is_described for check in self.elements)

    @property
    def is_ready(self) -> bool:
        """Nothing stands in the way. Answers that nobody looked at do not: the council reads them as they stand."""
        return self.is_complete and not self.open_places


def before_advice(actor: Actor, location_code: str) -> BeforeAdvice:
    """Everything to look at, for who reads the draft; about twenty queries. Raises `NotFound`."""
    case = case_for(actor, location_code)
    reach = reach_of(case.location_id, clock.today())
    if not actor.has(Permission.READ_DRAFT, on=reach):
        raise NotFound(location_code)
    definition, answers = definition_of(case.profile.format_version_id), answers_of(case.profile_id)
    facts = facts_of(case, reach)
    step = next(
        (step for step in _ASKING if case.state in ROWS[step].sources and makes_sense(case, step, facts)),
        None,
    )
    visible = visible_keys(definition, answers)
    lacking = set(missing_elements(definition, answers, regime(case.regime).mandatory_elements))
    carried = set(
        Answer.objects.filter(profile_id=case.profile_id, standing=Standing.CARRIED)
        .order_by("id")
        .values_list("question_key", flat=True)
    )
    is_open = case.state in UNLOCKED
    return BeforeAdvice(
        case=case,
        definition=definition,
        elements=tuple(
            ElementCheck(Element(name), name not in lacking, _described_in(definition, name, visible))
            for name in regime(case.regime).mandatory_elements
        ),
        missing=still_missing(case.profile, definition, answers),
        places=checked_places(case, definition, answers),
        not_looked_at=tuple(
            question
            for question in definition.questions
            if question.key in carried and question.key in visible
        ),
        open_remarks=_open_remarks(case) if actor.has(Permission.WRITE, on=reach) else {},
        step=step,
        decision=can_take(actor, case, step, facts) if step else Decision.yes(),
        may_confirm=can_confirm_place(actor, case, reach),
        may_ask=step is not None and actor.has(ROWS[step].permission, on=reach),
        unchanged=unchanged_from(case.profile_id) if is_open else None,
    )


def _open_remarks(case: AdoptionCase) -> Mapping[str, int]:
    return Counter(head.chapter for head in heads_of(case.profile_id) if head.is_open)


def _described_in(definition: FormatDefinition, element: str, visible: frozenset[str]) -> Question | None:
    """The first question about an element that is asked now."""
    tagged = (question for question in definition.questions if element in question.tag_values("element"))
    return next((question for question in tagged if question.key in visible), None)
