"""Measure what a profile took, when it is handed in."""

from collections import Counter, defaultdict
from datetime import datetime

from django.db import transaction

from levend.adoption.models import AdoptionCase, PlaceConfirmation
from levend.core import clock
from levend.formats.engine.values import is_empty
from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_of
from levend.profiles.engine.tally import tally
from levend.profiles.enums import RevisionKind, Standing
from levend.profiles.models import Answer, AnswerRevision, RemarkThread
from levend.rounds.engine.burden import editing_minutes, sittings
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
    saves: list[tuple[int, datetime]] = []
    moments: dict[str, list[datetime]] = defaultdict(list)
    conflicts: Counter[str] = Counter()
    revisions = AnswerRevision.objects.filter(answer__profile_id=case.profile_id, kind__in=_BY_HAND)
    for key, kind, by, at in revisions.order_by("at", "pk").values_list(
        "answer__question_key", "kind", "by_id", "at"
    ):
        if by is not None:
            saves.append((by, at))
        if kind == RevisionKind.SET_ASIDE:
            conflicts[key] += 1
        elif kind == RevisionKind.SAVED:
            moments[key].append(at)
    burden, _made = CaseBurden.objects.update_or_create(
        case=case,
        defaults={
            "format_version_id": case.profile.format_version_id,
            "confirmed": tallied.still_hold,
            "changed": tallied.changed,
            "dropped": tallied.dropped,
            "unlooked": tallied.carried,
            "new": sum(
                standing is Standing.NEW and not is_empty(answers[key]) for key, standing in asked.items()
            ),
            "minutes": editing_minutes(saves),
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
    burden.questions.all().delete()
    found = (
        QuestionBurden(
            burden=burden,
            question_key=key,
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


def _is_something(one: QuestionBurden) -> bool:
    return one.left_empty or any((one.sittings, one.personal_data, one.raised, one.conflicts, one.remarks))
