"""The log of a profile: what was written, which steps were taken, what else was recorded, in one order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, overload

from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, Role
from levend.accounts.queries.names import names_of
from levend.accounts.queries.scope import location_for
from levend.adoption.enums import Step
from levend.adoption.models import CaseStep
from levend.adoption.queries.cases import may_read_text
from levend.audit.queries import event_rows, events_by_id
from levend.audit.values import RecordedEvent
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.display import display
from levend.formats.engine.values import Value as AnswerValue
from levend.formats.queries import definition_of
from levend.organisations.models import Location
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach
from levend.profiles.enums import RevisionKind
from levend.profiles.models import AnswerRevision, SupportProfile

REVISION, STEP, EVENT = "revision", "step", "event"


@dataclass(frozen=True)
class WrittenLine:
    """An answer that was saved, or set aside because somebody else was first. Empty: there was nothing."""

    at: datetime
    who: str
    key: str
    label: str
    chapter: str
    before: str
    after: str
    was_set_aside: bool
    still_holds: bool = False
    """Somebody said of an answer of last time that it still holds."""


@dataclass(frozen=True)
class StepLine:
    """A step of the chain. `readable` says whether this actor may open the text with `sha256`."""

    at: datetime
    who: str
    role: str
    step: Step
    happened_on: date
    words: str
    sha256: str
    readable: bool


@dataclass(frozen=True)
class EventLine:
    """Anything else that was recorded about the profile or its school."""

    at: datetime
    who: str
    event: RecordedEvent


LogLine = WrittenLine | StepLine | EventLine


@dataclass(frozen=True)
class ProfileChoice:
    """A profile of this location whose log can be read."""

    id: int
    school_year: str
    begun_at: datetime
    is_shown: bool


@dataclass(frozen=True, eq=False)
class ProfileLog(Sequence[LogLine]):
    """The log of one profile for one actor, newest first; a sequence that reads only what is asked of it.

    Who writes and the board read all of it. The council never reads what is being written, so its log has the steps
    and events only.
    """

    actor: Actor
    location: Location
    profile: SupportProfile
    others: tuple[ProfileChoice, ...]
    reads_answers: bool
    reach: LocationReach

    def __len__(self) -> int:
        return sum(rows.count() for rows in self._sources)

    @overload
    def __getitem__(self, part: int) -> LogLine: ...
    @overload
    def __getitem__(self, part: slice) -> "tuple[LogLine, ...]": ...
    def __getitem__(self, part: int | slice) -> "LogLine | tuple[LogLine, ...]":
        if isinstance(part, int):
            return self[part : part + 1][0]
        first, *others = self._sources
        rows = list(first.union(*others, all=True).order_by("-at", "line_kind", "-line_key")[part])
        found: dict[tuple[str, int], LogLine] = {}
        found |= self._written([key for _at, kind, key in rows if kind == REVISION])
        found |= self._steps([key for _at, kind, key in rows if kind == STEP])
        found |= self._events([key for _at, kind, key in rows if kind == EVENT])
        return tuple(found[(kind, key)] for _at, kind, key in rows)

    @cached_property
    def definition(self) -> FormatDefinition:
        return definition_of(self.profile.format_version_id)

    @cached_property
    def _sources(self) -> "tuple[QuerySet[Any, tuple[datetime, str, int]], ...]":  # any model with a moment
        steps = CaseStep.objects.filter(case__profile=self.profile)
        # A step has a row of its own with its words; the event beside it says nothing more, nor does the beginning.
        events = event_rows(f"profile:{self.profile.pk}", f"location:{self.location.pk}")
        sources = [
            _keyed(steps, STEP),
            _keyed(events.exclude(event__startswith="case_").exclude(event="profile_started"), EVENT),
        ]
        if self.reads_answers:
            written = AnswerRevision.objects.filter(answer__profile=self.profile)
            # What a profile started with is one line of its own; each answer of it says nothing more.
            sources.append(_keyed(written.exclude(kind=RevisionKind.CARRIED, number=1), REVISION))
        return tuple(sources)

    def _written(self, keys: Iterable[int]) -> dict[tuple[str, int], LogLine]:
        rows = AnswerRevision.objects.filter(pk__in=list(keys)).select_related("answer").order_by("id")
        before = _texts_before(list(rows))
        return {(REVISION, row.pk): self._written_line(row, before.get(row.pk)) for row in rows}

    def _written_line(self, row: AnswerRevision, before: AnswerValue) -> WrittenLine:
        key = row.answer.question_key
        known = self.definition.has(key)
        question = self.definition.question(key) if known else None
        return WrittenLine(
            at=row.at,
            who=row.by_name,
            key=key,
            label=question.label if question else key,
            chapter=self.definition.chapter_of(key).key if known else "",
            before=display(question, before) if question else str(before or ""),
            after=display(question, row.value) if question else str(row.value or ""),
            was_set_aside=row.kind == RevisionKind.SET_ASIDE,
            still_holds=row.kind in {RevisionKind.CONFIRMED, RevisionKind.CONFIRMED_BY_CHAPTER},
        )

    def _steps(self, keys: Iterable[int]) -> dict[tuple[str, int], LogLine]:
        rows = CaseStep.objects.filter(pk__in=list(keys)).select_related("case").order_by("id")
        hashes = {(row.case, row.content_sha256) for row in rows if row.content_sha256}
        readable = {sha256 for case, sha256 in hashes if may_read_text(self.actor, case, sha256, self.reach)}
        return {
            (STEP, row.pk): StepLine(
                at=row.at,
                who=row.actor_name,
                role=str(Role(row.actor_role).label) if row.actor_role else "",
                step=Step(row.step),
                happened_on=row.happened_on,
                words=row.words,
                sha256=row.content_sha256,
                readable=row.content_sha256 in readable,
            )
            for row in rows
        }

    def _events(self, keys: Iterable[int]) -> dict[tuple[str, int], LogLine]:
        events = events_by_id(keys)
        names = names_of(event.actor_ref for event in events.values())
        return {
            (EVENT, pk): EventLine(event.at, names[event.actor_ref], event) for pk, event in events.items()
        }


def profile_log(actor: Actor, location_code: str, profile_id: int | None = None) -> ProfileLog:
    """The log of a location's newest profile, or of an earlier one.

    For who reads its draft and for its own council. Raises `NotFound` for everybody else and where there is none.
    """
    location = location_for(actor, location_code)
    reach = reach_of(location.pk, clock.today())
    reads_answers = actor.is_system or actor.has(Permission.READ_DRAFT, on=reach)
    if not (reads_answers or actor.has(Permission.READ_ASKED, on=reach)):
        raise NotFound(location_code)
    profiles = list(SupportProfile.objects.filter(location=location).order_by("-created_at", "-id"))
    shown = [one for one in profiles if profile_id in (None, one.pk)][:1]
    if not shown:
        raise NotFound(_("Er is geen profiel."))
    return ProfileLog(
        actor=actor,
        location=location,
        profile=shown[0],
        others=tuple(
            ProfileChoice(one.pk, one.school_year, one.created_at, one == shown[0]) for one in profiles
        ),
        reads_answers=reads_answers,
        reach=reach,
    )


def may_read_log(actor: Actor, reach: LocationReach) -> bool:
    """Whether there is a log for this actor, so that a page can lead to it."""
    return actor.has(Permission.READ_DRAFT, on=reach) or actor.has(Permission.READ_ASKED, on=reach)


def _keyed(rows: "QuerySet[Any]", kind: str) -> "QuerySet[Any, tuple[datetime, str, int]]":
    keyed: QuerySet[Any, tuple[datetime, str, int]] = (
        rows.order_by()
        .annotate(line_kind=Value(kind), line_key=F("pk"))
        .values_list("at", "line_kind", "line_key")
    )
    return keyed


def _texts_before(rows: list[AnswerRevision]) -> dict[int, AnswerValue]:
    """What each revision took the place of, or met when it was set aside (one query)."""
    wanted = {
        row.pk: (row.answer_id, row.number if row.kind == RevisionKind.SET_ASIDE else row.number - 1)
        for row in rows
    }
    saved = AnswerRevision.objects.filter(
        answer_id__in={answer for answer, _number in wanted.values()},
        number__in={number for _answer, number in wanted.values()},
    ).exclude(kind=RevisionKind.SET_ASIDE)
    values = {(row.answer_id, row.number): row.value for row in saved.order_by("id")}
    return {pk: values.get(place) for pk, place in wanted.items()}
