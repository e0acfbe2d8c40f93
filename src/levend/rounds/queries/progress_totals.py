"""How many schools are where: of the whole round, per consortium and per board, from one pass over its schools."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from levend.core import clock
from levend.organisations.models import Board
from levend.rounds.engine.progress import Press, Stage, pressing, stage_of
from levend.rounds.enums import Outcome
from levend.rounds.queries.progress import Show
from levend.rounds.queries.sight import RoundSight

Alike = tuple[int, str, str | None, str, date | None]
"""What schools have in common but for their board: consortium's part, kind, state, outcome and own last day."""


@dataclass(frozen=True)
class Total:
    """A consortium or a board: its schools, how many handed in, how many are late or near their deadline."""

    code: str
    name: str
    schools: int
    done: int
    late: int
    soon: int


@dataclass(frozen=True)
class Totals:
    """`shown` counts per `Show`; `kinds` are the kinds of school there are; `waiting` are schools whose profile the worker has still to open."""

    schools: int
    stages: dict[Stage, int]
    shown: dict[Show, int]
    waiting: int
    kinds: tuple[str, ...]
    consortia: tuple[Total, ...]
    boards: tuple[Total, ...]
    """By name."""

    @property
    def adopted(self) -> int:
        """Adopted by the board, or further."""
        return sum(self.stages.get(stage, 0) for stage in (Stage.ADOPTED, Stage.SUBMITTED, Stage.RECEIVED))


def totals_of(sight: RoundSight) -> Totals:
    """Everything that this actor may see, whatever a list shows of it. Two queries.

    The database hands over one short row a school and Python counts: to count by board, by consortium and by step in the
    database would be three such passes, each dearer than this one.
    """
    rows = list(
        sight.entries.order_by().values_list(
            "location__school__board_id",
            "part_id",
            "location__school_type",
            "case__state",
            "outcome",
            "extended_until",
        )
    )
    today = clock.today()
    alike = Counter(row[1:] for row in rows)
    stages: Counter[Stage] = Counter()
    shown: Counter[Show] = Counter()
    waiting = 0
    presses: dict[Alike, Press] = {}
    parts: dict[int, Counter[Press]] = defaultdict(Counter)
    for same, schools in alike.items():
        part, _kind, state, outcome, until = same
        presses[same] = press = pressing(state, sight.due_on(part, until), today)
        parts[part][press] += schools
        stages[stage_of(state)] += schools
        if until or sight.parts[part].extended_until:
            shown[Show.EXTENDED] += schools
        if outcome == Outcome.WAITING:
            waiting += schools
    boards: dict[int, Counter[Press]] = defaultdict(Counter)
    for row in rows:
        boards[row[0]][presses[row[1:]]] += 1
    all_of = sum(parts.values(), Counter())
    shown |= {
        Show.ALL: all_of.total(),
        Show.OPEN: all_of.total() - all_of[Press.DONE],
        Show.LATE: all_of[Press.LATE],
        Show.SOON: all_of[Press.SOON],
        Show.WITHOUT_CASE: stages[Stage.NONE],
    }
    consortia = ((part.consortium, parts[pk]) for pk, part in sight.parts.items() if pk in parts)
    return Totals(
        schools=all_of.total(),
        stages={stage: stages[stage] for stage in Stage if stages[stage]},
        shown={show: shown[show] for show in Show},
        waiting=waiting,
        kinds=tuple(sorted({kind for _part, kind, *_rest in alike})),
        consortia=tuple(_total(one.code, one.name, found) for one, found in consortia),
        boards=tuple(_total(code, name, boards[pk]) for pk, code, name in _named(boards)),
    )


def _total(code: str, name: str, found: Counter[Press]) -> Total:
    return Total(code, name, found.total(), found[Press.DONE], found[Press.LATE], found[Press.SOON])


def _named(boards: Iterable[int]) -> Iterable[tuple[int, str, str]]:
    """Keys with code and name, in the order of the names."""
    return Board.objects.filter(pk__in=boards).order_by("name", "code").values_list("pk", "code", "name")
