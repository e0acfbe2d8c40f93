"""What a school reads about the rounds that it is in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.core import clock
from levend.core.errors import NotFound
from levend.regimes.queries import regime
from levend.rounds.engine.progress import DONE
from levend.rounds.enums import INSTRUCTIONS, MilestoneKind, Outcome, RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries.next_steps import days_of


@dataclass(frozen=True)
class SchoolRound:
    """A round as one of its schools sees it: its own last day, and what it needs to be told."""

    round_id: int
    name: str
    code: str
    school: str
    school_year: str
    reference_date: date
    due_on: date
    days_left: int
    is_extended: bool
    reason: str
    requires_positive_advice: bool
    regime: str
    """What the regime of the school's case is called; empty without a case."""
    has_joined: bool
    """Its case ran already: that keeps the regime and the reference date that it began with."""
    is_open: bool
    has_case: bool
    is_done: bool
    """The school handed in: no day of the round concerns it any more."""
    outcome: str
    outcome_reason: str
    milestones: tuple[tuple[MilestoneKind, date], ...]
    """As this school has them: they move along with an extension."""
    introduction: str
    instructions: tuple[tuple[str, str], ...]
    """Title and text of those that were written."""
    ask_about_content: str
    ask_about_technique: str


def school_round(actor: Actor, location_code: str) -> SchoolRound:
    """The round that a school is in now, or the last one that it was in. Raises `NotFound`."""
    found = current_round(actor, location_code)
    if found is None:
        raise NotFound(location_code)
    return found


def current_round(actor: Actor, location_code: str) -> SchoolRound | None:
    """The same, or none where the school was never in one; a stranger's school raises `NotFound`."""
    location = location_for(actor, location_code)
    rows = (
        RoundEntry.objects.filter(location=location)
        .exclude(round__state=RoundState.DRAFT)
        .select_related("round", "part", "location", "case")
        .order_by("-round__opens_on", "-pk")
    )
    entries = list(rows[:10])
    # An open round asks something; a closed one only tells.
    entry = next((one for one in entries if one.round.state == RoundState.OPEN), None) or next(
        iter(entries), None
    )
    return _value(entry) if entry is not None else None


def open_rounds_of(location_ids: Iterable[int]) -> dict[int, RoundEntry]:
    """The entry in the newest open round by location, with round and part (one query)."""
    rows = (
        RoundEntry.objects.filter(location_id__in=location_ids, round__state=RoundState.OPEN)
        .select_related("round", "part")
        .order_by("round__opens_on", "pk")
    )
    return {entry.location_id: entry for entry in rows}


def _value(entry: RoundEntry) -> SchoolRound:
    found = entry.round
    days = days_of(entry, {MilestoneKind(row.kind): row.day for row in found.milestones.all()})
    due_on = days.due_on
    return SchoolRound(
        round_id=found.pk,
        name=found.name,
        code=entry.location.code,
        school=entry.location.name,
        school_year=found.school_year,
        reference_date=found.reference_date,
        due_on=due_on,
        days_left=(due_on - clock.today()).days,
        is_extended=due_on != found.deadline,
        reason=entry.extension_reason if entry.extended_until else entry.part.extension_reason,
        requires_positive_advice=found.requires_positive_advice,
        regime=regime(entry.case.regime).title.in_language(get_language() or "nl") if entry.case else "",
        has_joined=entry.outcome == Outcome.JOINED,
        is_open=found.state == RoundState.OPEN,
        has_case=entry.case is not None,
        is_done=entry.case is not None and entry.case.state in DONE,
        outcome=str(entry.get_outcome_display()),
        outcome_reason=entry.outcome_reason,
        milestones=tuple((kind, days.day_of(kind)) for kind in MilestoneKind if kind in days.milestones),
        introduction=found.introduction,
        instructions=tuple(
            (str(text.label), getattr(found, text.value))
            for text in INSTRUCTIONS
            if getattr(found, text.value)
        ),
        ask_about_content=found.ask_about_content,
        ask_about_technique=found.ask_about_technique,
    )
