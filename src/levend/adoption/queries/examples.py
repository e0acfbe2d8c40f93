"""Good examples: those of one school, what it can mark, and those of others beside a question."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import location_for
from levend.adoption.models import Adoption, GoodExample
from levend.adoption.queries.in_force import adoptions_of
from levend.adoption.rules.examples import can_consent, can_mark
from levend.core import clock
from levend.core.decision import Decision
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.kinds import Audience, QuestionType
from levend.formats.engine.values import Answers
from levend.formats.engine.visibility import audience_of, visible_answers
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.profiles.engine.paragraphs import paragraphs
from levend.profiles.models import SupportProfile

MOST_BESIDE = 5


@dataclass(frozen=True)
class Example:
    """A passage of another school, as it stands beside a question."""

    school: str
    adopted_on: date
    passage: str


@dataclass(frozen=True)
class OwnExample:
    """A mark of this school; shared from `consented_at` on."""

    id: int
    question: Question | None
    question_key: str
    passage: str
    marked_by: str
    marked_at: datetime
    consented_by: str
    consented_at: datetime | None


@dataclass(frozen=True)
class Markable:
    """A public answer in words, with its paragraphs."""

    question: Question
    passages: tuple[str, ...]


@dataclass(frozen=True)
class ExamplesOf:
    """`adopted_on` is None where nothing is adopted: then there is nothing to mark."""

    location_id: int
    code: str
    name: str
    consortium: str
    adopted_on: date | None
    markable: tuple[Markable, ...]
    own: tuple[OwnExample, ...]
    may_mark: Decision
    may_consent: Decision


def standing_adoption_of(location_id: int) -> Adoption | None:
    """The newest adopted version that was not withdrawn, received or not."""
    rows = (
        adoptions_of(location_id)
        .filter(_stands())
        .select_related("snapshot__content", "case__profile", "case__consortium")
    )
    return rows.first()


def public_words(definition: FormatDefinition, answers: Answers) -> Iterator[tuple[Question, str]]:
    """The long texts that everybody may read, by question, in reading order. A short one is a name or a title."""
    visible = visible_answers(definition, answers)
    for question in definition.questions:
        answer = visible.get(question.key)
        is_public = audience_of(definition, question.key) is Audience.PUBLIC
        is_long = question.type is QuestionType.LONG_TEXT
        if is_long and is_public and isinstance(answer, str) and answer.strip():
            yield question, answer


def examples_of(actor: Actor, location_code: str) -> ExamplesOf:
    """For who reads the school's drafts. Raises `NotFound`."""
    location = location_for(actor, location_code, Permission.READ_DRAFT)
    adoption = standing_adoption_of(location.pk)
    definition = definition_of(adoption.case.profile.format_version_id) if adoption else None
    words: tuple[Markable, ...] = ()
    if adoption is not None and definition is not None:
        answers = json.loads(adoption.snapshot.content.body)["answers"]
        words = tuple(
            Markable(question, paragraphs(answer)) for question, answer in public_words(definition, answers)
        )
    may_mark, may_consent = _decisions(actor, location.pk)
    return ExamplesOf(
        location_id=location.pk,
        code=location.code,
        name=location.name,
        consortium=str(adoption.case.consortium) if adoption else "",
        adopted_on=adoption.adopted_on if adoption else None,
        markable=words,
        own=tuple(
            _own(row, definition)
            for row in GoodExample.objects.filter(case__location=location, ended_at=None)
        ),
        may_mark=may_mark,
        may_consent=may_consent,
    )


def examples_beside(profile_id: int, format_key: str, keys: Iterable[str]) -> dict[str, tuple[Example, ...]]:
    """What other schools of the same consortium show to the same questions (one query); by name of the school.

    Only with consent, of a version that stands, of the format with the same key. The caller found the profile with
    an actor who writes it.
    """
    own = SupportProfile.objects.filter(pk=profile_id)
    rows = (
        GoodExample.objects.filter(
            case__consortium_id=Subquery(own.values("consortium_id")[:1]),
            format_key=format_key,
            question_key__in=list(keys),
            consented_at__isnull=False,
            ended_at=None,
        )
        .exclude(case__location_id=Subquery(own.values("location_id")[:1]))
        .annotate(adopted_on=Subquery(_adopted_on()))
        .filter(adopted_on__isnull=False)
        .order_by("question_key", "case__location__name", "-consented_at", "-id")
    )
    found: dict[str, tuple[Example, ...]] = {}
    for key, school, adopted_on, passage in rows.values_list(
        "question_key", "case__location__name", "adopted_on", "passage"
    ):
        beside = found.get(key, ())
        if len(beside) < MOST_BESIDE:
            found[key] = (*beside, Example(school, adopted_on, passage))
    return found


def _adopted_on() -> "QuerySet[Adoption, date]":
    """When the board adopted the text of an example, of adoptions that stand."""
    rows = Adoption.objects.filter(_stands(), snapshot=OuterRef("snapshot"), annulled_at=None)
    last = rows.order_by().values("snapshot").annotate(last=Max("adopted_on"))
    return last.values_list("last", flat=True)


def _stands() -> Q:
    """Not withdrawn: neither from a day that came, nor from one that is announced."""
    return Q(ended_on=None)


def _decisions(actor: Actor, location_id: int) -> tuple[Decision, Decision]:
    reach = reach_of(location_id, clock.today())
    return can_mark(actor, reach), can_consent(actor, reach)


def _own(row: GoodExample, definition: FormatDefinition | None) -> OwnExample:
    known = definition is not None and definition.has(row.question_key)
    return OwnExample(
        id=row.pk,
        question=definition.question(row.question_key) if known and definition else None,
        question_key=row.question_key,
        passage=row.passage,
        marked_by=row.marked_by_name,
        marked_at=row.marked_at,
        consented_by=row.consented_by_name,
        consented_at=row.consented_at,
    )
