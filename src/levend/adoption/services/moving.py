"""What every step does: lock, check the rule, write the record, say who is next. One door to a case's state."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Guard, State, Step
from levend.adoption.models import AdoptionCase, CaseStep, PaperRecord
from levend.adoption.queries.facts import facts_of
from levend.adoption.rules import can_take
from levend.adoption.rules.facts import CaseFacts
from levend.adoption.services.telling import tell_next
from levend.adoption.transitions import ROWS
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.profiles.locks import lock_exclusive
from levend.regimes.engine.terms import advice_due, confirmation_due
from levend.regimes.queries import regime

WORDS_MAX = 20_000
_JUDGE_THE_TEXT = frozenset({Guard.COMPLETE, Guard.NO_PERSONAL_DATA, Guard.TEXT_UNCHANGED})


@dataclass
class Move:
    """A step that is being taken: the locked case, the facts that allowed it, and whether it is a repetition."""

    actor: Actor
    case: AdoptionCase
    step: Step
    facts: CaseFacts
    repeated: bool = False


def begin(actor: Actor, case_id: int, step: Step) -> Move:
    """Lock the case and check the rule of the step.

    A second click of the same person finds the step already taken and is marked as a repetition, not refused.
    Raises `NotFound` for who may not see the case, `NotAllowed`, or `NotNow`.
    """
    case = AdoptionCase.objects.select_for_update(of=("self",)).filter(pk=case_id).first()
    if case is None:
        raise NotFound(str(case_id))
    if ROWS[step].needs & _JUDGE_THE_TEXT:
        lock_exclusive(case.profile_id)  # what is judged complete is what will be frozen
    facts = facts_of(case)
    if not (actor.is_system or actor.has(Permission.SEE_STATE, on=facts.reach)):
        raise NotFound(str(case_id))
    decision = can_take(actor, case, step, facts)
    if not decision and _is_second_click(actor, case, step):
        return Move(actor, case, step, facts, repeated=True)
    decision.require()
    return Move(actor, case, step, facts)


def finish(
    move: Move,
    *,
    words: str = "",
    happened_on: date | None = None,
    paper: PaperRecord | None = None,
    due_on: date | None = None,
) -> AdoptionCase:
    """Bring the case to the step's target, write the record, tell who is next.

    The caller has set the case's other fields; all are saved here. Returns the case.
    """
    case, row = move.case, ROWS[move.step]
    source = case.state
    case.state = row.target
    if source != case.state:
        case.state_since = clock.now()
        case.due_on = due_on if due_on is not None else _due_on(case)
    case.save()
    write_step(
        move.actor,
        case,
        move.step,
        source=source,
        words=words,
        happened_on=happened_on,
        paper=paper,
        facts=move.facts,
    )
    if source != case.state:
        tell_next(case, move.facts.reach, move.actor)
    return case


def write_step(
    actor: Actor,
    case: AdoptionCase,
    step: Step,
    *,
    source: str,
    facts: CaseFacts | None,
    words: str = "",
    happened_on: date | None = None,
    paper: PaperRecord | None = None,
) -> None:
    """Add a numbered row to the case's record, and one to the log with ids and hashes only."""
    row = ROWS.get(step)
    role = actor.role_for(row.permission, on=facts.reach) if row and facts else None
    CaseStep.objects.create(
        case=case,
        number=case.steps.count() + 1,
        step=step,
        source=source,
        target=case.state,
        at=clock.now(),
        happened_on=happened_on or clock.today(),
        actor_ref=actor.ref,
        actor_name=actor.name,
        actor_role=role or "",
        words=words,
        content_sha256=case.content_sha256,
        paper=paper,
    )
    record(
        actor=actor,
        event=f"case_{step.value}_done",
        subject=f"profile:{case.profile_id}",
        data={
            "case": case.pk,
            "source": source,
            "target": str(case.state),
            "sha256": case.content_sha256,
            **({"unchanged_from": case.unchanged_from_id} if case.unchanged_from_id else {}),
        },
    )


def reason_from(words: str) -> str:
    """A reason, cleaned. Raises `Invalid` when there is none."""
    reason = clean(words, max_length=WORDS_MAX)
    if not reason:
        message = _("Schrijf een reden. De anderen lezen die mee.")
        raise Invalid(message, {"reason": message})
    return reason


def past_day(day: date, *, field: str, not_before: date | None = None) -> date:
    """A date that has been. Raises `Invalid` for one in the future, or before `not_before`."""
    if day > clock.today():
        raise Invalid(_("Deze datum ligt in de toekomst."), {field: _("Deze datum ligt in de toekomst.")})
    if not_before is not None and day < not_before:
        message = _("Deze datum ligt voor de dag waarop de tekst werd voorgelegd (%(day)s).") % {
            "day": not_before.strftime("%d-%m-%Y")
        }
        raise Invalid(message, {field: message})
    return day


def _due_on(case: AdoptionCase) -> date | None:
    law = regime(case.regime)
    match State(case.state):
        case State.AWAITING_ADVICE:
            return advice_due(law, clock.today())
        case State.AWAITING_CONFIRMATION:
            return confirmation_due(law, clock.today())
        case _:
            return None


def _is_second_click(actor: Actor, case: AdoptionCase, step: Step) -> bool:
    last = case.steps.order_by("-number").first()
    return last is not None and last.step == step and last.actor_ref == actor.ref
