"""Measure what a profile took, when it is handed in."""

from collections import Counter, defaultdict
from datetime import datetime

from django.db import transaction

from levend.adoption.models import AdoptionCase, PlaceConfirmation
from levend.core import clock
from levend.formats.engine.values import Value, is_empty
from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_of
from levend.profiles.engine.tally import tally
from levend.profiles.enums import RevisionKind, Standing
from levend.profiles.models import Answer, AnswerRevision, RemarkThread
from levend.rounds.engine.burden import editing_minutes, seconds_by_key, sittings
from levend.rounds.enums import Became
from levend.rounds.models import CaseBurden, QuestionBurden
from levend.rounds.queries.plausibility import raised_by

_BY_HAND = (
    RevisionKind.SAVED,
    RevisionKind.SET_ASIDE,
    RevisionKind.CONFIRMED,
    RevisionKind.CONFIRMED_BY_CHAPTER,
    RevisionKind.DROPPED,
    RevisionKind.PAPER,
)
"""What people did; what a profile was filled in with took nobody's time."""

_BECAME = {
    Standing.NEW: Became.NEW,
    Standing.CARRIED: Became.UNLOOKED,
    Standing.CONFIRMED: Became.CONFIRMED,
    Standing.CONFIRMED_BY_CHAPTER: Became.CONFIRMED,
    Standing.CHANGED: Became.CHANGED,
    Standing.DROPPED: Became.DROPPED,
}


@transaction.atomic
def measure(*, case_id: int) -> CaseBurden:
    """Count anew what this case took, in place of what was counted before. For the worker; counts, no words.

    Raises `AdoptionCase.DoesNotExist`.
    """
    case = AdoptionCase.objects.select_for_update(of=("self",)).select_related("profile").get(pk=case_id)
    definition = definition_of(case.profile.format_version_id)
    rows = list(
        Answer.objects.filter(profile_id=case.profile_id)
        .order_by("pk")
        .values_list("question_key", "value", "standing")
    )
    answers = {key: value for key, value, _standing in rows}
    visible = visible_keys(definition, answers)
    asked = {key: Standing(standing) for key, _value, standing in rows if key in visible}
    tallied = tally(asked)
    saves: list[tuple[int, datetime, str]] = []
    moments: dict[str, list[datetime]] = defaultdict(list)
    conflicts: Counter[str] = Counter()
    revisions = AnswerRevision.objects.filter(answer__profile_id=case.profile_id, kind__in=_BY_HAND)
    for key, kind, by, at in revisions.order_by("at", "pk").values_list(
        "answer__question_key", "kind", "by_id", "at"
    ):
        if by is not None:
            saves.append((by, at, key))
        if kind == RevisionKind.SET_ASIDE:
            conflicts[key] += 1
        elif kind == RevisionKind.SAVED:
            moments[key].append(at)
    became = {key: _became(standing, answers[key]) for key, standing in asked.items()}
    became |= dict.fromkeys(visible - became.keys(), Became.EMPTY)
    burden, _made = CaseBurden.objects.update_or_create(
        case=case,
        defaults={
            "format_version_id": case.profile.format_version_id,
            "confirmed": tallied.still_hold,
            "changed": tallied.changed,
            "dropped": tallied.dropped,
            "unlooked": tallied.carried,
            "new": sum(one is Became.NEW for one in became.values()),
            "minutes": editing_minutes((by, at) for by, at, _key in saves),
            "measured_at": clock.now(),
        },
    )
    remarks = Counter(
        RemarkThread.objects.filter(profile_id=case.profile_id)
        .order_by("pk")
        .values_list("question_key", flat=True)
    )
    places = Counter(
        PlaceConfirmation.objects.filter(case=case).order_by("pk").values_list("question_key", flat=True)
    )
    raised = Counter(one.question_key for one in raised_by(case, definition, answers))
    seconds = seconds_by_key(saves)
    burden.questions.all().delete()
    found = (
        QuestionBurden(
            burden=burden,
            question_key=key,
            became=became.get(key, ""),
            seconds=seconds.get(key, 0),
            sittings=sittings(moments[key]),
            left_empty=key in visible and is_empty(answers.get(key)),
            personal_data=places[key],
            raised=raised[key],
            conflicts=conflicts[key],
            remarks=remarks[key],
        )
        for key in (question.key for question in definition.questions)
    )
    QuestionBurden.objects.bulk_create([one for one in found if _is_something(one)])
    return burden


def _became(standing: Standing, value: Value) -> Became:
    if standing is Standing.NEW and is_empty(value):
        return Became.EMPTY
    return _BECAME[standing]


def _is_something(one: QuestionBurden) -> bool:
    return bool(one.became) or any((one.sittings, one.personal_data, one.raised, one.conflicts, one.remarks))
