"""The rounds that somebody works in today, for the start page."""

from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.core import clock
from levend.rounds.engine.progress import DONE
from levend.rounds.enums import RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import due_of, own_days
from levend.rounds.queries.visible import follows, rounds_for

MOST = 3


@dataclass(frozen=True)
class RoundToday:
    """An open round: of a school with its own last day, or of many; then `code` is empty.

    `due_on` is the earliest last day of somebody's schools, `last_on` the latest one, by an extension. `is_done`: the
    school handed in, so no day of the round concerns it any more.
    """

    round_id: int
    name: str
    code: str
    school: str
    due_on: date
    last_on: date
    is_extended: bool
    is_done: bool = False

    @property
    def days_left(self) -> int:
        return (self.last_on - clock.today()).days


def rounds_today(actor: Actor) -> tuple[RoundToday, ...]:
    """Of each of somebody's schools, for who works at schools; else the open rounds around them. At most three."""
    schools = actor.places(PlaceKind.LOCATION, Permission.SEE_STATE)
    if schools:
        rows = RoundEntry.objects.filter(location_id__in=schools, round__state=RoundState.OPEN)
        rows = rows.select_related("round", "part", "location", "case").order_by("-round__opens_on", "pk")
        return tuple(_of_school(entry) for entry in rows[:MOST])
    if not actor.is_known:
        return ()
    rounds = list(rounds_for(actor).filter(state=RoundState.OPEN)[:MOST])
    spans = own_days([row.pk for row in rounds], follows(actor))
    found = []
    for row in rounds:
        first, last = spans.get(row.pk, (row.deadline, row.deadline))
        found.append(RoundToday(row.pk, row.name, "", "", first, last, is_extended=last > row.deadline))
    return tuple(found)


def _of_school(entry: RoundEntry) -> RoundToday:
    due_on, place, one = due_of(entry), entry.location, entry.round
    done = entry.case is not None and entry.case.state in DONE
    return RoundToday(
        one.pk, one.name, place.code, place.name, due_on, due_on, due_on != one.deadline, is_done=done
    )
