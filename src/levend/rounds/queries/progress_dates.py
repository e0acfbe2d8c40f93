"""A round as the head of its first page: its dates, who got more time, and what this actor can do."""

from dataclasses import dataclass
from datetime import date

from levend.core import clock
from levend.rounds import rules
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.queries.sight import RoundSight


@dataclass(frozen=True)
class ConsortiumExtension:
    name: str
    until: date
    reason: str


@dataclass(frozen=True)
class RoundHead:
    """`last_day` is the latest deadline that a consortium has."""

    id: int
    name: str
    state: RoundState
    owner: str
    school_year: str
    reference_date: date
    deadline: date
    opened_on: date | None
    milestones: tuple[tuple[MilestoneKind, date], ...]
    extensions: tuple[ConsortiumExtension, ...]
    may_extend: bool

    @property
    def last_day(self) -> date:
        return max([self.deadline, *(one.until for one in self.extensions)])

    @property
    def is_over(self) -> bool:
        """Whether the day that all have in common has passed; some may have a later one."""
        return self.deadline < clock.today()


def head_of(sight: RoundSight) -> RoundHead:
    """One query."""
    found, parts = sight.round, sight.parts.values()
    place = found.consortium or found.group
    assert place is not None  # noqa: S101  (the database ties it)
    return RoundHead(
        id=found.pk,
        name=found.name,
        state=RoundState(found.state),
        owner=place.name,
        school_year=found.school_year,
        reference_date=found.reference_date,
        deadline=found.deadline,
        opened_on=clock.local_date(found.opened_at) if found.opened_at else None,
        milestones=tuple(sight.milestones.items()),
        extensions=tuple(
            ConsortiumExtension(part.consortium.name, part.extended_until, part.extension_reason)
            for part in parts
            if part.extended_until is not None
        ),
        may_extend=any(rules.can_extend(sight.actor, found, part.consortium_id) for part in parts),
    )
