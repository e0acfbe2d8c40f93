"""What a board can withdraw, and what it withdrew."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.adoption.enums import State
from levend.adoption.models import Adoption
from levend.adoption.queries.cases import case_for
from levend.adoption.queries.in_force import adoptions_of, begun_by
from levend.adoption.rules.withdrawing import WithdrawalFacts, can_withdraw, may_withdraw
from levend.core import clock
from levend.core.decision import Decision
from levend.organisations.models import Location
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach


@dataclass(frozen=True)
class Withdrawable:
    """A version that can be withdrawn now."""

    adoption_id: int
    school_year: str
    adopted_on: date
    valid_from: date
    valid_until: date
    sha256: str


@dataclass(frozen=True)
class WithdrawalPage:
    """`decision` says why there is nothing to withdraw, when there is nothing."""

    location: Location
    versions: tuple[Withdrawable, ...]
    decision: Decision

    @property
    def has_upcoming(self) -> bool:
        """Whether one of them has yet to begin."""
        return any(one.valid_from > clock.today() for one in self.versions)


@dataclass(frozen=True)
class Withdrawn:
    """A withdrawal, for the working side: by whom too."""

    case_id: int
    school_year: str
    adopted_on: date
    since: date
    withdrawn_on: date
    who: str
    reason: str
    has_begun: bool


def withdrawal_page(actor: Actor, location_code: str) -> WithdrawalPage:
    """For the board of a location. Raises `NotFound` for a stranger, `NotAllowed` for everybody else."""
    location = location_for(actor, location_code)
    may_withdraw(actor, reach_of(location.pk, clock.today())).require()
    judged = [(row, can_withdraw(actor, row, withdrawal_facts(row))) for row in _of(location.pk)]
    versions = tuple(_withdrawable(row) for row, decision in judged if decision)
    refused = judged[0][1] if judged else Decision.not_now(_("Er is nog geen vastgesteld profiel."))
    return WithdrawalPage(location, versions, Decision.yes() if versions else refused)


def can_withdraw_some(actor: Actor, location_id: int, reach: LocationReach) -> bool:
    """Whether a page should lead the actor to withdrawing: there is something to withdraw."""
    return bool(may_withdraw(actor, reach)) and any(
        can_withdraw(actor, row, withdrawal_facts(row)) for row in _of(location_id)
    )


def withdrawn_at(actor: Actor, location_code: str) -> Withdrawn | None:
    """The withdrawal of the newest version of a location, when it was withdrawn. Raises `NotFound`."""
    row = next(iter(_of(case_for(actor, location_code).location_id)), None)
    if row is None or row.ended_on is None or row.withdrawn_at is None:
        return None
    return Withdrawn(
        case_id=row.case_id,
        school_year=row.case.profile.school_year,
        adopted_on=row.adopted_on,
        since=row.ended_on,
        withdrawn_on=clock.local_date(row.withdrawn_at),
        who=row.withdrawn_by_name,
        reason=row.withdrawal_reason,
        has_begun=row.is_withdrawn(clock.today()),
    )


def withdrawal_facts(adoption: Adoption) -> WithdrawalFacts:
    """What the rule of withdrawing looks at, as it is today."""
    case, today = adoption.case, clock.today()
    last = adoptions_of(case.location_id).filter(begun_by(today)).first()
    return WithdrawalFacts(
        reach=reach_of(case.location_id, today),
        state=State(case.state) if case.adoption_id == adoption.pk else State.DRAFT,
        succeeded=adoption.valid_from <= today and last is not None and last.pk != adoption.pk,
        today=today,
    )


def _of(location_id: int) -> list[Adoption]:
    return list(adoptions_of(location_id).select_related("case__profile", "snapshot"))


def _withdrawable(row: Adoption) -> Withdrawable:
    return Withdrawable(
        adoption_id=row.pk,
        school_year=row.case.profile.school_year,
        adopted_on=row.adopted_on,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        sha256=row.snapshot.sha256,
    )
