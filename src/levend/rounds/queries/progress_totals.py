"""How many schools are where: of the whole round, per consortium and per board, in two queries."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from levend.accounts.actor import Actor
from levend.rounds.engine.progress import DONE, Stage, stage_of
from levend.rounds.enums import Outcome
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import with_due
from levend.rounds.queries.progress import Show, show_condition
from levend.rounds.queries.visible import entries_for


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


def totals_of(actor: Actor, round_id: int) -> Totals:
    """Everything that this actor may see, whatever a list shows of it. Raises `NotFound`."""
    rows = with_due(entries_for(actor, round_id)).order_by()
    groups = list(
        rows.values(
            "part__consortium__code", "part__consortium__name", "location__school_type", "case__state"
        ).annotate(
            schools=Count("pk"),
            waiting=Count("pk", filter=Q(outcome=Outcome.WAITING)),
            late=Count("pk", filter=show_condition(Show.LATE)),
            soon=Count("pk", filter=show_condition(Show.SOON)),
            extended=Count("pk", filter=show_condition(Show.EXTENDED)),
        )
    )
    stages: Counter[Stage] = Counter()
    consortia: dict[str, Total] = {}
    for group in groups:
        stages[stage_of(group["case__state"])] += group["schools"]
        code = group["part__consortium__code"]
        before = consortia.get(code, Total(code, group["part__consortium__name"], 0, 0, 0, 0))
        consortia[code] = Total(
            code,
            before.name,
            before.schools + group["schools"],
            before.done + (group["schools"] if group["case__state"] in DONE else 0),
            before.late + group["late"],
            before.soon + group["soon"],
        )
    schools = stages.total()
    shown = {
        Show.ALL: schools,
        Show.OPEN: schools - stages[Stage.SUBMITTED] - stages[Stage.RECEIVED],
        Show.LATE: sum(group["late"] for group in groups),
        Show.SOON: sum(group["soon"] for group in groups),
        Show.EXTENDED: sum(group["extended"] for group in groups),
        Show.WITHOUT_CASE: stages[Stage.NONE],
    }
    return Totals(
        schools=schools,
        stages={stage: stages[stage] for stage in Stage if stages[stage]},
        shown=shown,
        waiting=sum(group["waiting"] for group in groups),
        kinds=tuple(sorted({group["location__school_type"] for group in groups})),
        consortia=tuple(sorted(consortia.values(), key=lambda one: (one.name, one.code))),
        boards=_boards(rows),
    )


def _boards(rows: QuerySet[RoundEntry]) -> tuple[Total, ...]:
    found = (
        rows.values_list("location__school__board__code", "location__school__board__name")
        .annotate(
            schools=Count("pk"),
            done=Count("pk", filter=Q(case__state__in=DONE)),
            late=Count("pk", filter=show_condition(Show.LATE)),
            soon=Count("pk", filter=show_condition(Show.SOON)),
        )
        .order_by("location__school__board__name", "location__school__board__code")
    )
    return tuple(Total(*values) for values in found)
