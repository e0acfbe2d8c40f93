"""What is in force on a date, and what publication needs to know of an adoption."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from levend.adoption.enums import AdviceKind
from levend.adoption.models import Adoption, AdoptionCase


def in_force(location_id: int, on: date) -> Adoption | None:
    """The adopted version with the latest `valid_from` on or before `on` that has not ended.

    It ends by its regime (`valid_until` is the last day), by a successor, or by withdrawal on `ended_on`.
    """
    return adoptions_of(location_id).filter(stands_on(on)).first()


def stands_on(on: date, prefix: str = "") -> Q:
    """The condition of standing on a date, for adoptions or for what points at one by `prefix`."""
    ended = Q((f"{prefix}ended_on", None)) | Q((f"{prefix}ended_on__gt", on))
    return ended & Q((f"{prefix}valid_from__lte", on), (f"{prefix}valid_until__gte", on))


def adoptions_of(location_id: int) -> QuerySet[Adoption]:
    """Every adoption of a location that stands, newest first."""
    return Adoption.objects.filter(case__location_id=location_id, annulled_at=None).order_by(
        "-valid_from", "-id"
    )


@dataclass(frozen=True)
class PublicationFacts:
    """The procedure of a received profile, as documents and pages tell it. No names but functions."""

    location_id: int
    profile_id: int
    snapshot_id: int
    sha256: str
    consortium_id: int
    regime: str
    adopted_on: date
    valid_from: date
    valid_until: date
    publish_not_before: date
    advice_kind: AdviceKind
    advice_given_on: date
    advice_words: str
    """Empty unless the council said that its words are public."""
    deviation_explanation: str
    declared_function: str
    submitted_at: datetime
    received_at: datetime | None


def publication_facts(case_id: int) -> PublicationFacts:
    """The facts of a case that was handed in. For the worker; raises `AdoptionCase.DoesNotExist`."""
    case = AdoptionCase.objects.get(pk=case_id)
    submission = case.submissions.select_related("adoption__snapshot", "adoption__advice").latest("id")
    adoption = submission.adoption
    advice = adoption.advice
    return PublicationFacts(
        location_id=case.location_id,
        profile_id=case.profile_id,
        snapshot_id=adoption.snapshot_id,
        sha256=adoption.snapshot.sha256,
        consortium_id=case.consortium_id,
        regime=case.regime,
        adopted_on=adoption.adopted_on,
        valid_from=adoption.valid_from,
        valid_until=adoption.valid_until,
        publish_not_before=adoption.publish_not_before,
        advice_kind=AdviceKind(advice.kind),
        advice_given_on=advice.given_on,
        advice_words=advice.words if advice.words_public else "",
        deviation_explanation=adoption.deviation_explanation,
        declared_function=submission.declared_function,
        submitted_at=submission.submitted_at,
        received_at=submission.received_at,
    )
