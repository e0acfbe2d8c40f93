"""The rounds that somebody works in today, for the start page."""

from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.core import clock
from levend.rounds.enums import RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import due_of
from levend.rounds.queries.visible import rounds_for

MOST = 3


@dataclass(frozen=True)
class RoundToday:
    """An open round: of a school with its own last day, or of many with the common one; then `code` is empty."""

    round_id: int
    name: str
    code: str
    school: str
    due_on: date
    is_extended: bool

    @property
    def days_left(self) -> int:
        return (self.due_on - clock.today()).days


def rounds_today(actor: Actor) -> tuple[RoundToday, ...]:
    """Of each of somebody's schools, for who works at schools; else the open rounds around them. At most three."""
    schools = actor.places(PlaceKind.LOCATION, Permission.SEE_STATE)
    if schools:
        rows = RoundEntry.objects.filter(location_id__in=schools, round__state=RoundState.OPEN)
        rows = rows.select_related("round", "part", "location").order_by("-round__opens_on", "pk")
        return tuple(
            RoundToday(
                entry.round_id,
                entry.round.name,
                entry.location.code,
                entry.location.name,
                due_of(entry),
                due_of(entry) != entry.round.deadline,
            )
            for entry in rows[:MOST]
        )
    if not actor.is_known:
        return ()
    return tuple(
        RoundToday(row.pk, row.name, "", "", row.deadline, is_extended=False)
        for row in rounds_for(actor).filter(state=RoundState.OPEN)[:MOST]
    )
