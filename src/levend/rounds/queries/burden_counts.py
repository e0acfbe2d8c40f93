"""What schools met and did at questions, counted by the database."""

from collections.abc import Mapping
from typing import Any  # what the database gives back for an annotation has no type

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Sum, When

from levend.rounds.engine.burden import FEWEST, OFTEN, Stumbles
from levend.rounds.engine.hints import Counted, Counts, Handling
from levend.rounds.enums import Became
from levend.rounds.models import QuestionBurden


def counted(rows: QuerySet[QuestionBurden], schools: Mapping[int, int]) -> Counts:
    """By version and question (one query); `schools` says how many handed in each version."""
    found = (
        rows.values(version=F("burden__format_version_id"), key=F("question_key"))
        .annotate(
            n_often=_met(sittings__gt=OFTEN),
            n_empty=_met(left_empty=True),
            n_personal=_met(personal_data__gt=0),
            n_raised=_met(raised__gt=0),
            n_conflicts=_met(conflicts__gt=0),
            n_remarks=_met(remarks__gt=0),
            n_asked=Count("pk", filter=~Q(became="")),
            n_seconds=Sum("seconds", filter=~Q(became=""), default=0),
            **{f"n_{one.value}": _met(became=one) for one in Became if one is not Became.EMPTY},
        )
        .order_by("version", "key")
    )
    return {
        (row["version"], row["key"]): Counted(
            Stumbles(
                schools=schools[row["version"]],
                often=row["n_often"],
                left_empty=row["n_empty"],
                personal_data=row["n_personal"],
                raised=row["n_raised"],
                conflicts=row["n_conflicts"],
                remarks=row["n_remarks"],
            ),
            _handling(dict(row)) if row["n_asked"] >= FEWEST else None,
        )
        for row in found
    }


def _handling(row: Mapping[str, Any]) -> Handling:
    known = {one.value: row[f"n_{one.value}"] for one in Became if one is not Became.EMPTY}
    empty = row["n_asked"] - sum(known.values())
    return Handling(schools=row["n_asked"], seconds=row["n_seconds"], empty=empty, **known)


def _met(**what: object) -> Sum:
    return Sum(Case(When(Q(**what), then=1), default=0, output_field=IntegerField()))
