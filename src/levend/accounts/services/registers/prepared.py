"""What a kind of file hands back: a plan, and the way to do exactly that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.core import clock
from levend.organisations.engine.registers.plan import ImportPlan, RefusedLine
from levend.organisations.engine.registers.scope import ImportScope
from levend.organisations.errors import RefusedRow
from levend.organisations.models import ConsortiumMembership


@dataclass(frozen=True)
class Prepared:
    """`write` does what `plan` says, inside the caller's transaction; nothing was written yet."""

    plan: ImportPlan
    write: Callable[[], None]


@dataclass(frozen=True)
class Mine:
    """Which locations the actor may change by an import, by their keys.

    The operator may change all of them, unless the import is for one consortium. `claimed` are locations that belong
    or belonged to another consortium: a coordinator never takes those over.
    """

    is_operator: bool
    consortium_id: int | None
    members: frozenset[int]
    claimed: frozenset[int]

    def may_change(self, location_id: int) -> bool:
        return self.is_operator or location_id in self.members

    def may_join(self, location_id: int) -> bool:
        return self.is_operator or location_id not in self.claimed


def mine(actor: Actor, scope: ImportScope) -> Mine:
    """Two queries at most."""
    is_operator = bool(rules.can_manage(actor))
    if scope.consortium_id is None:
        return Mine(is_operator, None, frozenset(), frozenset())
    open_now = Q(valid_until=None) | Q(valid_until__gte=clock.today())
    rows = ConsortiumMembership.objects.order_by()
    own = rows.filter(open_now, consortium_id=scope.consortium_id)
    others = rows.exclude(consortium_id=scope.consortium_id)
    return Mine(
        is_operator,
        scope.consortium_id,
        frozenset(own.values_list("location_id", flat=True)),
        frozenset() if is_operator else frozenset(others.values_list("location_id", flat=True)),
    )


def refused_lines(refused: Iterable[tuple[int, RefusedRow]]) -> list[RefusedLine]:
    """With their reasons in the language of who imports."""
    return [RefusedLine(line, fault.reason) for line, fault in refused]
