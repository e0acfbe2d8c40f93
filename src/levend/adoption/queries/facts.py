"""The facts of a case, for its rules."""

from datetime import date

from levend.adoption.enums import AdviceKind, PaperKind, Reaction
from levend.adoption.models import AdoptionCase, PaperRecord
from levend.adoption.queries.places import open_places
from levend.adoption.rules.facts import CaseFacts
from levend.adoption.transitions import UNLOCKED
from levend.core import clock
from levend.formats.engine.completeness import missing_elements
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach
from levend.profiles.queries import answers_of, still_missing
from levend.profiles.services import content_sha256
from levend.regimes.queries import regime


def facts_of(case: AdoptionCase, reach: LocationReach | None = None) -> CaseFacts:
    """Everything that the guards of the chain look at; at most nine queries.

    Completeness and the hash of the present text are looked at only while the school may write.
    """
    today = clock.today()
    advice = case.advice
    texts = frozenset(advice.texts.values_list("content_sha256", flat=True)) if advice else frozenset()
    reactions = list(advice.conditions.values_list("reaction", flat=True)) if advice else []
    missing_answers = missing_parts = places = 0
    unchanged = False
    if case.state in UNLOCKED:
        definition = definition_of(case.profile.format_version_id)
        answers = answers_of(case.profile_id)
        missing_answers = len(still_missing(case.profile, definition, answers))
        missing_parts = len(missing_elements(definition, answers, regime(case.regime).mandatory_elements))
        places = len(open_places(case, definition, answers))
        unchanged = bool(texts) and content_sha256(profile_id=case.profile_id) in texts
    return CaseFacts(
        reach=reach or reach_of(case.location_id, today),
        advice_kind=AdviceKind(advice.kind) if advice else None,
        advised_sha256s=texts,
        conditions=len(reactions),
        open_conditions=reactions.count(Reaction.NONE),
        missing_answers=missing_answers,
        missing_elements=missing_parts,
        open_places=places,
        unchanged=unchanged,
        due_on=case.due_on,
        today=today,
        paper_advice_until=_until(advice.paper if advice else None, PaperKind.ADVICE),
        paper_adoption_until=_until(case.adoption.paper if case.adoption else None, PaperKind.ADOPTION),
    )


def _until(paper: PaperRecord | None, kind: PaperKind) -> date | None:
    if paper is None or paper.kind != kind or paper.objected_at is not None:
        return None
    return paper.object_until
