"""What a round took, added up over at least five schools; never by school."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum

from levend.accounts.actor import Actor
from levend.formats.engine.definition import Chapter, FormatDefinition, Question
from levend.formats.models import FormatVersion
from levend.formats.queries import definition_of
from levend.rounds.engine.burden import FEWEST, Spread, Stumbles, ratings_shown, spread
from levend.rounds.engine.hints import Counted, Handling
from levend.rounds.models import CaseBurden, CollectionRound, QuestionBurden, SurveyAnswer
from levend.rounds.models.survey import RATINGS
from levend.rounds.queries.burden_counts import counted
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
    handling: Handling | None


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


def _versions(rows: QuerySet[CaseBurden]) -> tuple[VersionBurden, ...]:
    enough = rows.values("format_version_id").annotate(schools=Count("pk")).filter(schools__gte=FEWEST)
    by_version = dict(enough.order_by("format_version_id").values_list("format_version_id", "schools"))
    versions = FormatVersion.objects.select_related("format").defer("body").in_bulk(by_version)
    counts = counted(
        QuestionBurden.objects.filter(burden__in=rows, burden__format_version__in=by_version), by_version
    )
    found = []
    for version_id, schools in by_version.items():
        definition = definition_of(version_id)
        mine = {key: one for (version, key), one in counts.items() if version == version_id}
        found.append(
            VersionBurden(
                title=definition.title,
                number=versions[version_id].number,
                schools=schools,
                asked=_in_order(definition, mine),
            )
        )
    return tuple(found)


def _in_order(definition: FormatDefinition, counts: Mapping[str, Counted]) -> tuple[Asked, ...]:
    return tuple(
        Asked(question, definition.chapter_of(question.key), met.stumbles, met.handling)
        for question in definition.questions
        if (met := counts.get(question.key)) is not None and met.stumbles.is_worth_a_look
    )
