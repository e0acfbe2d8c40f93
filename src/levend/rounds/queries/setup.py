"""A round whole: what was set out, who takes part, what came of opening it, and what may be done now."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from levend.accounts.actor import Actor
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.core.decision import Decision, Verdict
from levend.keyfigures.engine.reference_dates import CountedOn
from levend.keyfigures.queries import Known, days_counted, known_on
from levend.keyfigures.values import PUPILS
from levend.organisations.enums import SchoolType
from levend.rounds import rules
from levend.rounds.engine.dates import own_deadline
from levend.rounds.enums import MilestoneKind, Outcome, RoundState
from levend.rounds.models import CollectionRound, RoundEntry, RoundStep
from levend.rounds.queries.asked import Asked, asked_by, open_schools
from levend.rounds.queries.law import RoundLaw, laws_of
from levend.rounds.queries.visible import entries_for, round_for

MOST = 100


@dataclass(frozen=True)
class Part:
    """A consortium in the round; `due_on` is the last day of its schools."""

    consortium_id: int
    code: str
    name: str
    schools: int
    due_on: date
    is_extended: bool
    reason: str
    can_extend: Decision


@dataclass(frozen=True)
class ChosenFormat:
    kind: SchoolType
    title: str
    number: int
    schools: int


@dataclass(frozen=True)
class Progress:
    """How far opening is, as numbers of schools."""

    waiting: int
    opened: int
    joined: int
    no_format: int
    failed: int

    @property
    def total(self) -> int:
        return self.waiting + self.done

    @property
    def done(self) -> int:
        return self.opened + self.joined + self.no_format + self.failed


@dataclass(frozen=True)
class RoundSetup:
    """`troubles` are schools without a profile, `extended` those with a day of their own: the first hundred that the
    actor may see. `to_add` is how many schools joined since the round opened."""

    round: CollectionRound
    parts: tuple[Part, ...]
    formats: tuple[ChosenFormat, ...]
    milestones: tuple[tuple[MilestoneKind, date], ...]
    steps: tuple[RoundStep, ...]
    laws: tuple[RoundLaw, ...]
    """Under which regime profiles begin; several where the consortia's own differ."""
    progress: Progress
    troubles: tuple[RoundEntry, ...]
    extended: tuple[RoundEntry, ...]
    to_add: int
    can_change: Decision
    can_open: Decision
    can_close: Decision
    can_reopen: Decision
    can_add: Decision

    @property
    def may_see_burden(self) -> bool:
        """Whether this actor coordinates one of its consortia, or the whole."""
        return any(part.can_extend.kind is not Verdict.FORBIDDEN for part in self.parts)

    @property
    def is_being_opened(self) -> bool:
        """Whether the worker is still busy with its schools."""
        return self.round.state == RoundState.OPEN and self.progress.waiting > 0


@dataclass(frozen=True)
class RoundCheck:
    """What opening will do, in numbers of schools. `running` work on a profile already and join with it; `elsewhere` of
    those belong to an earlier round, and cannot."""

    setup: RoundSetup
    schools: int
    running: int
    elsewhere: int
    without_format: int
    figures: Known
    """What the round's reference date gives these schools."""
    counted: tuple[CountedOn, ...]
    """The days with figures of them, the last one first: what else could be chosen."""


def setup_of(actor: Actor, round_id: int) -> RoundSetup:
    """The round with everything around it (a constant number of queries). Raises `NotFound`."""
    found = round_for(actor, round_id)
    asked = asked_by(found)
    seen = entries_for(actor, round_id).select_related("location", "part").order_by("location__name", "pk")
    can_add = rules.can_add_schools(actor, found)
    present = (
        set(RoundEntry.objects.filter(round=found).values_list("location_id", flat=True))
        if can_add
        else set()
    )
    parts = _parts(actor, found, asked)
    return RoundSetup(
        round=found,
        parts=parts,
        laws=laws_of(found, [(part.consortium_id, part.name) for part in parts]),
        formats=_formats(found, asked),
        milestones=tuple((MilestoneKind(row.kind), row.day) for row in found.milestones.all()),
        steps=tuple(found.steps.all()),
        progress=progress_of(found),
        troubles=tuple(seen.filter(outcome__in=[Outcome.NO_FORMAT, Outcome.FAILED])[:MOST]),
        extended=tuple(seen.exclude(extended_until=None)[:MOST]),
        to_add=sum(one.location_id not in present for one in asked) if can_add else 0,
        can_change=rules.can_change(actor, found),
        can_open=rules.can_open(actor, found),
        can_close=rules.can_close(actor, found),
        can_reopen=rules.can_reopen(actor, found),
        can_add=can_add,
    )


def check_of(actor: Actor, round_id: int) -> RoundCheck:
    """What the round will do when it is opened. Raises `NotFound`."""
    setup = setup_of(actor, round_id)
    asked = asked_by(setup.round)
    chosen = {one.kind for one in setup.formats}
    schools = open_schools(part.consortium_id for part in setup.parts)
    ids = {one.location_id for one in asked}
    running = AdoptionCase.objects.exclude(state=State.RECEIVED).values_list("location_id", "round_entry")
    open_cases = {location_id: entry for location_id, entry in running if location_id in ids}
    return RoundCheck(
        setup=setup,
        schools=len(asked),
        running=len(open_cases),
        elsewhere=sum(entry is not None for entry in open_cases.values()),
        without_format=sum(one.school_type not in chosen for one in asked),
        figures=known_on(schools, PUPILS, setup.round.reference_date, number=len(asked)),
        counted=days_counted(schools, PUPILS, until=clock.today()),
    )


def progress_of(found: CollectionRound) -> Progress:
    """How far opening is (one query)."""
    rows = RoundEntry.objects.filter(round=found).order_by("outcome").values_list("outcome")
    counts = dict(rows.annotate(schools=Count("pk")))
    return Progress(**{outcome.value: counts.get(outcome.value, 0) for outcome in Outcome})


def _parts(actor: Actor, found: CollectionRound, asked: tuple[Asked, ...]) -> tuple[Part, ...]:
    rows = found.parts.select_related("consortium").order_by("consortium__name", "pk")
    return tuple(
        Part(
            consortium_id=row.consortium_id,
            code=row.consortium.code,
            name=row.consortium.name,
            schools=sum(one.part_id == row.pk for one in asked),
            due_on=own_deadline(found.deadline, row.extended_until, None),
            is_extended=row.extended_until is not None,
            reason=row.extension_reason,
            can_extend=rules.can_extend(actor, found, row.consortium_id),
        )
        for row in rows
    )


def _formats(found: CollectionRound, asked: tuple[Asked, ...]) -> tuple[ChosenFormat, ...]:
    rows = {
        SchoolType(row.school_type): row.version
        for row in found.formats.select_related("version__format").defer("version__body")
    }
    return tuple(
        ChosenFormat(
            kind, rows[kind].format.title, rows[kind].number, sum(one.school_type == kind for one in asked)
        )
        for kind in SchoolType
        if kind in rows
    )
