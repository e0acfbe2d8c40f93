"""Whether a school is asked what it thinks of the format, and what still waits for a school's words."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import location_for, locations_for
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.organisations.queries.reach import reach_of
from levend.rounds.enums import QuestionState, RoundState
from levend.rounds.models import RoundEntry, SurveyAnswer
from levend.rounds.rules.asking import HANDED_IN, can_answer, can_see_questions

STAYS = timedelta(days=90)
"""How long after a round was closed its schools are still asked."""


@dataclass(frozen=True)
class SurveyPage:
    round_id: int
    location_id: int
    code: str
    school: str
    round: str
    is_answered: bool
    may_answer: Decision


@dataclass(frozen=True)
class Waiting:
    """What a school can still say: open questions of its consortium, or what it thinks of the format."""

    code: str
    school: str
    questions: int
    has_survey: bool


def survey_of(actor: Actor, location_code: str) -> SurveyPage:
    """For the school and its board, once the profile was handed in. Raises `NotFound`, and `NotAllowed` for others."""
    location = location_for(actor, location_code)
    reach = reach_of(location.pk, clock.today())
    can_see_questions(actor, reach).require()
    entry = _asked().filter(location=location).order_by("-round__opens_on", "-pk").first()
    if entry is None:
        raise NotFound(location_code)
    return SurveyPage(
        round_id=entry.round_id,
        location_id=location.pk,
        code=location.code,
        school=location.name,
        round=entry.round.name,
        is_answered=SurveyAnswer.objects.filter(round_id=entry.round_id, location=location).exists(),
        may_answer=can_answer(actor, reach),
    )


def has_survey(case: AdoptionCase) -> bool:
    """Whether the school of this case is asked and did not answer yet; the caller asked who may know (one query)."""
    return _unanswered(_asked()).filter(case=case).exists()


def waiting_words(actor: Actor) -> tuple[Waiting, ...]:
    """By school where this actor writes, those with something to say; three queries for one school as for many."""
    locations = locations_for(actor, Permission.WRITE)
    entries = set(_unanswered(_asked()).filter(location__in=locations).values_list("location_id", flat=True))
    is_open = Q(cases__question_letters__questions__state=QuestionState.OPEN)
    rows = (
        locations.annotate(open_questions=Count("cases__question_letters__questions", filter=is_open))
        .filter(Q(open_questions__gt=0) | Q(pk__in=entries))
        .order_by("name", "code")
    )
    return tuple(Waiting(row.code, row.name, row.open_questions, row.pk in entries) for row in rows[:20])


def _asked() -> QuerySet[RoundEntry]:
    """Schools that handed in for a round that is open, or was closed not long ago."""
    since = clock.now() - STAYS
    return RoundEntry.objects.filter(
        Q(round__state=RoundState.OPEN) | Q(round__closed_at__gte=since), case__state__in=HANDED_IN
    ).select_related("round")


def _unanswered(rows: QuerySet[RoundEntry]) -> QuerySet[RoundEntry]:
    answers = SurveyAnswer.objects.filter(round_id=OuterRef("round_id"), location_id=OuterRef("location_id"))
    return rows.exclude(Exists(answers))
