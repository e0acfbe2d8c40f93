"""The legal chain as a table. It holds data only and reads like the procedure (docs/decisions/0003)."""

from dataclasses import dataclass, field

from levend.accounts.enums import Permission
from levend.adoption.enums import Guard, Party, State, Step

S = State


@dataclass(frozen=True)
class Transition:
    """One row: from any of `sources` to `target`, by who has `permission`, when every guard in `needs` holds.

    `by_system` lets the worker take the step; `needs_reason` asks for words.
    """

    step: Step
    sources: frozenset[State]
    target: State
    permission: Permission
    needs: frozenset[Guard] = field(default_factory=frozenset)
    needs_reason: bool = False
    by_system: bool = False


def _row(
    step: Step,
    sources: set[State],
    target: State,
    permission: Permission,
    *needs: Guard,
    reason: bool = False,
    system: bool = False,
) -> Transition:
    return Transition(step, frozenset(sources), target, permission, frozenset(needs), reason, system)


_ADVISABLE = {S.AWAITING_ADVICE, S.AWAITING_CONFIRMATION}
_OPEN_TEXT = {S.DRAFT, S.REOPENED, S.RETURNED_BY_BOARD}
_BEFORE_RECEIPT = {S.ADOPTED, S.SUBMITTED, S.RETURNED_BY_CONSORTIUM}
_ADOPTABLE = (Guard.ADVISED_TEXT, Guard.ADVICE_ANSWERED, Guard.POSITIVE_WHERE_REQUIRED)

TRANSITIONS: tuple[Transition, ...] = (
    _row(
        Step.ASK_ADVICE,
        _OPEN_TEXT,
        S.AWAITING_ADVICE,
        Permission.ASK_ADVICE,
        Guard.COMPLETE,
        Guard.NO_PERSONAL_DATA,
        Guard.NO_ADVICE_YET,
    ),
    _row(Step.GIVE_ADVICE, _ADVISABLE, S.ADVICE_GIVEN, Permission.GIVE_ADVICE),
    _row(Step.REGISTER_ADVICE, _ADVISABLE, S.ADVICE_GIVEN, Permission.REGISTER_ON_PAPER),
    _row(Step.PASS_TERM, _ADVISABLE, S.ADVICE_GIVEN, Permission.ASK_ADVICE, Guard.TERM_PASSED, system=True),
    _row(
        Step.REOPEN,
        _ADVISABLE | {S.ADVICE_GIVEN, S.ADOPTED, S.RETURNED_BY_CONSORTIUM},
        S.REOPENED,
        Permission.WRITE,
        reason=True,
    ),
    _row(
        Step.ASK_CONFIRMATION,
        _OPEN_TEXT,
        S.AWAITING_CONFIRMATION,
        Permission.ASK_ADVICE,
        Guard.COMPLETE,
        Guard.NO_PERSONAL_DATA,
        Guard.HAS_ADVICE,
    ),
    _row(
        Step.CONFIRM_ADVICE,
        {S.AWAITING_CONFIRMATION},
        S.ADVICE_GIVEN,
        Permission.GIVE_ADVICE,
        Guard.HAS_ADVICE,
    ),
    _row(
        Step.OFFER_UNCHANGED,
        {S.REOPENED, S.RETURNED_BY_BOARD},
        S.ADVICE_GIVEN,
        Permission.ASK_ADVICE,
        Guard.HAS_ADVICE,
        Guard.TEXT_UNCHANGED,
    ),
    _row(Step.REACT, {S.ADVICE_GIVEN}, S.ADVICE_GIVEN, Permission.REACT_TO_ADVICE, Guard.HAS_CONDITIONS),
    _row(Step.ADOPT, {S.ADVICE_GIVEN}, S.ADOPTED, Permission.ADOPT, *_ADOPTABLE),
    _row(Step.REGISTER_ADOPTION, {S.ADVICE_GIVEN}, S.ADOPTED, Permission.REGISTER_ON_PAPER, *_ADOPTABLE),
    _row(Step.RETURN_TO_SCHOOL, {S.ADVICE_GIVEN}, S.RETURNED_BY_BOARD, Permission.ADOPT, reason=True),
    _row(Step.CORRECT, {S.ADOPTED, S.RETURNED_BY_CONSORTIUM}, S.CORRECTING, Permission.SUBMIT, reason=True),
    _row(
        Step.OFFER_CORRECTION,
        {S.CORRECTING},
        S.AWAITING_CORRECTION,
        Permission.SUBMIT,
        Guard.COMPLETE,
        Guard.NO_PERSONAL_DATA,
    ),
    _row(Step.CONFIRM_CORRECTION, {S.AWAITING_CORRECTION}, S.ADOPTED, Permission.ADOPT),
    _row(Step.RETURN_CORRECTION, {S.AWAITING_CORRECTION}, S.CORRECTING, Permission.ADOPT, reason=True),
    _row(Step.SUBMIT, {S.ADOPTED, S.RETURNED_BY_CONSORTIUM}, S.SUBMITTED, Permission.SUBMIT),
    _row(Step.RECEIVE, {S.SUBMITTED}, S.RECEIVED, Permission.RECEIVE),
    _row(Step.ASK_CORRECTION, {S.SUBMITTED}, S.RETURNED_BY_CONSORTIUM, Permission.RECEIVE, reason=True),
    _row(
        Step.OBJECT_TO_ADVICE,
        {S.ADVICE_GIVEN} | _BEFORE_RECEIPT,
        S.AWAITING_ADVICE,
        Permission.GIVE_ADVICE,
        Guard.PAPER_ADVICE,
        reason=True,
    ),
    _row(
        Step.OBJECT_TO_ADOPTION,
        _BEFORE_RECEIPT,
        S.ADVICE_GIVEN,
        Permission.ADOPT,
        Guard.PAPER_ADOPTION,
        reason=True,
    ),
)
ROWS = {row.step: row for row in TRANSITIONS}

TURNS: dict[State, Party] = {
    S.DRAFT: Party.SCHOOL,
    S.AWAITING_ADVICE: Party.COUNCIL,
    S.ADVICE_GIVEN: Party.BOARD,
    S.REOPENED: Party.SCHOOL,
    S.AWAITING_CONFIRMATION: Party.COUNCIL,
    S.RETURNED_BY_BOARD: Party.SCHOOL,
    S.ADOPTED: Party.SCHOOL,
    S.CORRECTING: Party.SCHOOL,
    S.AWAITING_CORRECTION: Party.BOARD,
    S.SUBMITTED: Party.CONSORTIUM,
    S.RETURNED_BY_CONSORTIUM: Party.SCHOOL,
    S.RECEIVED: Party.NOBODY,
}
TURN_PERMISSIONS: dict[Party, Permission] = {
    Party.SCHOOL: Permission.SUBMIT,
    Party.COUNCIL: Permission.GIVE_ADVICE,
    Party.BOARD: Permission.ADOPT,
    Party.CONSORTIUM: Permission.RECEIVE,
}
UNLOCKED = frozenset(_OPEN_TEXT | {S.CORRECTING})
"""States in which the school may write. In every other state the text is locked."""
