"""Erase a passage from what was said in the chain: a part of the step that erases, above this app."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from levend.accounts.actor import Actor
from levend.adoption.models import (
    Adoption,
    AdoptionCase,
    Advice,
    AdviceCondition,
    AdvisedText,
    CaseStep,
    GoodExample,
    PaperRecord,
    PlaceConfirmation,
    Submission,
)
from levend.adoption.queries.passages import text_places
from levend.audit.engine.passages import Finder
from levend.audit.services import erase_in
from levend.core import clock


@dataclass(frozen=True)
class ErasedWords:
    """`places` rows were changed; `adoption_ids` are those whose document tells something else now; `papers` are hashes
    of letters whose file is to go."""

    places: int
    adoption_ids: frozenset[int]
    papers: tuple[str, ...]


def erase_passage(
    *,
    profile_ids: Iterable[int],
    finder: Finder,
    replaced: Mapping[int, Mapping[str, str]],
    paper_ids: Iterable[int] = (),
) -> ErasedWords:
    """Put the marker in place of the passage and follow the new hashes of frozen texts (`replaced`, by profile).

    Letters with these keys are to lose their file, as a whole: nobody can take a name out of a signed letter. What
    was registered from it stays, with its hash. The caller has opened the door and locked the cases.
    """
    ids = list(profile_ids)
    changed: dict[type, list[int]] = {}
    for place in text_places(ids):
        changed[place.rows.model] = erase_in(place, finder)
    for profile_id, hashes in replaced.items():
        _follow(profile_id, hashes)
    _end_examples(changed.get(GoodExample, ()))
    PlaceConfirmation.objects.filter(case__profile_id__in=ids).delete()  # a hash of few words can be guessed
    return ErasedWords(
        places=sum(map(len, changed.values())),
        adoption_ids=_told_otherwise(changed),
        papers=_hashes_of(ids, paper_ids),
    )


def _end_examples(example_ids: Iterable[int]) -> None:
    """A passage that held personal data is nobody's example any more."""
    system = Actor.system()
    GoodExample.objects.filter(pk__in=list(example_ids), ended_at=None).update(
        ended_at=clock.now(), ended_by_ref=system.ref, ended_by_name=system.name
    )


def _follow(profile_id: int, hashes: Mapping[str, str]) -> None:
    case = AdoptionCase.objects.filter(profile_id=profile_id).first()
    if case is None:
        return
    case.content_sha256 = hashes.get(case.content_sha256, case.content_sha256)
    case.asked_sha256 = hashes.get(case.asked_sha256, case.asked_sha256)
    case.save(update_fields=["content_sha256", "asked_sha256"])
    for old, new in hashes.items():
        CaseStep.objects.filter(case=case, content_sha256=old).update(content_sha256=new)
        AdvisedText.objects.filter(advice__case=case, content_sha256=old).update(content_sha256=new)


def _told_otherwise(changed: Mapping[type, list[int]]) -> frozenset[int]:
    """Adoptions whose advice, explanation or declaration changed: documents tell these."""
    conditions = AdviceCondition.objects.filter(pk__in=changed.get(AdviceCondition, ()))
    advices = {*changed.get(Advice, ()), *conditions.values_list("advice_id", flat=True)}
    declared = Submission.objects.filter(pk__in=changed.get(Submission, ()))
    rows = Adoption.objects.filter(
        Q(pk__in=changed.get(Adoption, ()))
        | Q(advice_id__in=advices)
        | Q(pk__in=declared.values_list("adoption_id", flat=True))
    )
    return frozenset(rows.values_list("pk", flat=True))


def _hashes_of(profile_ids: Iterable[int], paper_ids: Iterable[int]) -> tuple[str, ...]:
    papers = PaperRecord.objects.filter(case__profile_id__in=profile_ids, pk__in=list(paper_ids))
    return tuple(papers.order_by("id").values_list("sha256", flat=True))
