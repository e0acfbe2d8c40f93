"""What earlier versions teach who changes a format: at each question, and about the format as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from levend.accounts.actor import Actor
from levend.formats.queries.definitions import definition_with
from levend.formats.queries.lineage import Forebear
from levend.rounds.engine.burden import FEWEST, ratings_shown
from levend.rounds.engine.hints import SUPPORT, Hint, hints
from levend.rounds.models import (
    CaseBurden,
    CollectionRound,
    QuestionBurden,
    RoundConsortium,
    RoundEntry,
    SurveyAnswer,
)
from levend.rounds.models.survey import RATINGS
from levend.rounds.queries.burden_counts import counted
from levend.rounds.rules import kept_consortia, kept_groups


@dataclass(frozen=True)
class Opinion:
    """What schools thought of a version: how many gave each number at each of the five questions.

    `words` are of rounds that the actor coordinates, in no order of schools.
    """

    version: Forebear
    replies: int
    ratings: Mapping[str, Mapping[int, int]]
    words: tuple[str, ...]


def schools_by_version(forebears: Iterable[Forebear]) -> Mapping[int, int]:
    """How many schools handed in each version, for those that five or more did (one query)."""
    rows = CaseBurden.objects.filter(format_version__in=[one.id for one in forebears])
    counting = rows.values("format_version_id").annotate(schools=Count("pk")).filter(schools__gte=FEWEST)
    return dict(counting.order_by("format_version_id").values_list("format_version_id", "schools"))


def hints_at(
    forebears: Sequence[Forebear], schools: Mapping[int, int], asked: Mapping[str, str]
) -> Mapping[str, Hint]:
    """For questions of a draft (type by key), what its forebears know, from five schools up; one query.

    `schools` is what `schools_by_version` gave. The caller got the draft by its actor: who may change the format sees these
    counts, never a school.
    """
    if not schools or not asked:
        return {}
    met = QuestionBurden.objects.filter(_about(asked), burden__format_version__in=schools)
    versions = [(one.id, definition_with(one.sha256)) for one in forebears if one.id in schools]
    return hints(asked, versions, counted(met, schools))


def opinion_on(actor: Actor, forebears: Iterable[Forebear]) -> Opinion | None:
    """What schools thought of the newest version that five of them or more answered about; at most three queries.

    None while there is none. The caller got the draft by its actor.
    """
    ids = {one.id: one for one in forebears}
    version = RoundEntry.objects.filter(round=OuterRef("round_id"), location=OuterRef("location_id")).values(
        "case__profile__format_version_id"
    )
    given = SurveyAnswer.objects.annotate(version=Subquery(version[:1])).filter(version__in=ids)
    replies = dict(
        given.values("version")
        .annotate(replies=Count("pk"))
        .filter(replies__gte=FEWEST)
        .order_by("version")
        .values_list("version", "replies")
    )
    newest = next((one for one in ids.values() if one.id in replies), None)
    if newest is None:
        return None
    about = given.filter(version=newest.id)
    numbers = list(about.order_by("pk").values_list(*RATINGS))
    return Opinion(
        version=newest,
        replies=len(numbers),
        ratings={
            name: ratings_shown(row[place] for row in numbers) or {} for place, name in enumerate(RATINGS)
        },
        words=_words(actor, about),
    )


def _words(actor: Actor, about: "QuerySet[SurveyAnswer]") -> tuple[str, ...]:
    """Of rounds that this actor coordinates and in which five schools or more answered about this version."""
    parts = RoundConsortium.objects.filter(round=OuterRef("pk"), consortium__in=kept_consortia(actor))
    mine = CollectionRound.objects.filter(
        Q(consortium_id__in=kept_consortia(actor)) | Q(group_id__in=kept_groups(actor)) | Q(Exists(parts))
    )
    enough = about.filter(round__in=mine).order_by().values("round").annotate(n=Count("pk"))
    rounds = enough.filter(n__gte=FEWEST).values("round")
    return tuple(sorted(about.filter(round__in=rounds).exclude(words="").values_list("words", flat=True)))


def _about(asked: Mapping[str, str]) -> Q:
    found = Q(question_key__in=[key for key, kind in asked.items() if kind != SUPPORT])
    for key, kind in asked.items():
        if kind == SUPPORT:
            found |= Q(question_key__startswith=f"{key}-")
    return found
