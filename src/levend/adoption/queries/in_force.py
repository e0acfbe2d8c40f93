"""What is in force on a date, and what publication needs to know of an adoption."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from levend.adoption.enums import AdviceKind
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.unchanged import year_of


def in_force(location_id: int, on: date) -> Adoption | None:
    """The adopted version that holds on a date, or `None` (PRODUCT.md §2)."""
    last = adoptions_of(location_id).filter(begun_by(on)).first()
    return last if last is not None and last.holds_on(on) else None


def begun_by(on: date, prefix: str = "") -> Q:
    """The versions that began on or before a date, for adoptions or for what points at one by `prefix`.

    The latest of them (by `valid_from`, then by number) is the only one that can hold on that date: it ended the one
    before it for good, so that one does not come back when it is withdrawn or lapses in its turn. A version that was
    withdrawn before its first day never began and ended nothing, no more than an annulled one.
    """
    first_day = f"{prefix}valid_from"
    began = Q((f"{prefix}ended_on", None)) | Q((f"{prefix}ended_on__gte", F(first_day)))
    return began & Q((f"{prefix}annulled_at", None), (f"{first_day}__lte", on))


def adoptions_of(location_id: int) -> QuerySet[Adoption]:
    """Every adoption of a location that stands, newest first."""
    return Adoption.objects.filter(case__location_id=location_id, annulled_at=None).order_by(
        "-valid_from", "-id"
    )


@dataclass(frozen=True)
class PublicationFacts:
    """The procedure of a profile that was handed in, as documents and pages tell it. No names but functions."""

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
    unchanged_year: str
    """The school year of the version that this text says the same as; empty when something changed."""
    deviation_explanation: str
    declared_function: str
    submission_id: int
    submitted_at: datetime


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
        unchanged_year=year_of(case.unchanged_from) if case.unchanged_from else "",
        deviation_explanation=adoption.deviation_explanation,
        declared_function=submission.declared_function,
        submission_id=submission.pk,
        submitted_at=submission.submitted_at,
    )
