"""What a round took, added up over at least five schools; never by school."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Sum, When

from levend.accounts.actor import Actor
from levend.formats.engine.definition import Chapter, FormatDefinition, Question
from levend.formats.models import FormatVersion
from levend.formats.queries import definition_of
from levend.formats.queries.drafts import draft_for
from levend.rounds.engine.burden import FEWEST, OFTEN, Spread, Stumbles, ratings_shown, spread
from levend.rounds.models import CaseBurden, CollectionRound, QuestionBurden, SurveyAnswer
from levend.rounds.models.survey import RATINGS
from levend.rounds.queries.visible import round_for
from levend.rounds.rules.burden import can_see_burden

ANSWERS = ("confirmed", "changed", "new", "dropped", "unlooked")
"""What became of answers, in the order in which a page shows it."""


@dataclass(frozen=True)
class Asked:
    """A question that many schools stumble on."""

    question: Question
    chapter: Chapter
    stumbles: Stumbles


@dataclass(frozen=True)
class VersionBurden:
    """One version of a format in a round: how many schools, and where they stumble, in reading order."""

    title: str
    number: int
    schools: int
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class RoundBurden:
    """`minutes` and `answers` are None under five schools, `ratings` and `words` empty under five answers.

    `ratings` gives for each of the five questions how many schools gave each number; `words` stand in no order of schools.
    """

    round: CollectionRound
    schools: int
    minutes: Spread | None
    answers: Mapping[str, int] | None
    versions: tuple[VersionBurden, ...]
    replies: int
    ratings: Mapping[str, Mapping[int, int]]
    words: tuple[str, ...]


def round_burden(actor: Actor, round_id: int) -> RoundBurden:
    """For who coordinates it. Raises `NotFound`, and `NotAllowed` for others who see the round."""
    found = round_for(actor, round_id)
    parts = found.parts.values_list("consortium_id", flat=True)
    can_see_burden(actor, found, frozenset(parts)).require()
    rows = CaseBurden.objects.filter(case__round_entry__round=found)
    numbers = list(rows.order_by("pk").values_list("minutes", flat=True))
    enough = len(numbers) >= FEWEST
    totals = rows.aggregate(**{name: Sum(name) for name in ANSWERS}) if enough else {}
    given = SurveyAnswer.objects.filter(round=found)
    replies = list(given.order_by("pk").values_list(*RATINGS))
    ratings = {
        name: shown
        for place, name in enumerate(RATINGS)
        if (shown := ratings_shown(row[place] for row in replies)) is not None
    }
    words = given.exclude(words="").values_list("words", flat=True) if ratings else ()
    return RoundBurden(
        round=found,
        schools=len(numbers),
        minutes=spread(numbers),
        answers=totals or None,
        versions=_versions(rows) if enough else (),
        replies=len(replies),
        ratings=ratings,
        words=tuple(sorted(words)),
    )


def stumbles_in(actor: Actor, format_key: str) -> Mapping[str, Stumbles]:
    """By question, what is worth a look in the newest version of a format that five schools or more handed in.

    For who may change the format: raises `NotFound`.
    """
    draft_for(actor, format_key)
    version_id = (
        CaseBurden.objects.filter(format_version__format__key=format_key)
        .values("format_version_id", "format_version__number")
        .annotate(schools=Count("pk"))
        .filter(schools__gte=FEWEST)
        .order_by("-format_version__number")
        .values_list("format_version_id", flat=True)
        .first()
    )
    if version_id is None:
        return {}
    rows = CaseBurden.objects.filter(format_version_id=version_id)
    found = _stumbles(rows, rows.count())
    return {key: one for key, one in found.items() if one.is_worth_a_look}


def _versions(rows: QuerySet[CaseBurden]) -> tuple[VersionBurden, ...]:
    counted = rows.values("format_version_id").annotate(schools=Count("pk")).filter(schools__gte=FEWEST)
    by_version = dict(counted.order_by("format_version_id").values_list("format_version_id", "schools"))
    versions = FormatVersion.objects.select_related("format").defer("body").in_bulk(by_version)
    found = []
    for version_id, schools in by_version.items():
        stumbles = _stumbles(rows.filter(format_version_id=version_id), schools)
        definition = definition_of(version_id)
        found.append(
            VersionBurden(
                title=definition.title,
                number=versions[version_id].number,
                schools=schools,
                asked=_in_order(definition, stumbles),
            )
        )
    return tuple(found)


def _in_order(definition: FormatDefinition, stumbles: Mapping[str, Stumbles]) -> tuple[Asked, ...]:
    return tuple(
        Asked(question, definition.chapter_of(question.key), stumbles[question.key])
        for question in definition.questions
        if question.key in stumbles and stumbles[question.key].is_worth_a_look
    )


def _stumbles(rows: QuerySet[CaseBurden], schools: int) -> dict[str, Stumbles]:
    """By question, how many schools met what (one query)."""

    def met(**what: object) -> Sum:
        return Sum(Case(When(Q(**what), then=1), default=0, output_field=IntegerField()))

    counted = (
        QuestionBurden.objects.filter(burden__in=rows)
        .values(key=F("question_key"))
        .annotate(
            n_often=met(sittings__gt=OFTEN),
            n_empty=met(left_empty=True),
            n_personal=met(personal_data__gt=0),
            n_raised=met(raised__gt=0),
            n_conflicts=met(conflicts__gt=0),
            n_remarks=met(remarks__gt=0),
        )
        .order_by("key")
    )
    return {
        row["key"]: Stumbles(
            schools=schools,
            often=row["n_often"],
            left_empty=row["n_empty"],
            personal_data=row["n_personal"],
            raised=row["n_raised"],
            conflicts=row["n_conflicts"],
            remarks=row["n_remarks"],
        )
        for row in counted
    }
