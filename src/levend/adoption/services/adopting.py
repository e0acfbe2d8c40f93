"""The board adopts, or gives the profile back."""

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import AdviceKind, PaperKind, Reaction, Step
from levend.adoption.models import Adoption, AdoptionCase, PaperRecord
from levend.adoption.services.locking import unlock_text
from levend.adoption.services.moving import WORDS_MAX, Move, begin, finish, past_day, reason_from
from levend.adoption.services.paper import register_paper
from levend.adoption.services.standing import standing_advice
from levend.adoption.services.telling import about_paper, tell
from levend.core import clock
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.jobs.events import emit
from levend.organisations.values import SchoolYear
from levend.profiles.locks import lock_exclusive
from levend.profiles.services import freeze_snapshot
from levend.regimes.engine import terms
from levend.regimes.queries import regime


@transaction.atomic
def adopt(
    *,
    actor: Actor,
    case_id: int,
    meeting_date: date,
    explanation: str = "",
    talk_on: date | None = None,
) -> AdoptionCase:
    """Adopt the text that was advised on, and freeze it for good.

    Where the advice is not or not wholly followed the board explains it and says when it talked with the council
    (Wms 17); publication then waits for the term of the regime.
    """
    move = begin(actor, case_id, Step.ADOPT)
    if move.repeated:
        return move.case
    return _adopt(move, past_day(meeting_date, field="meeting_date"), explanation, talk_on, None)


@transaction.atomic
def register_adoption(
    *,
    actor: Actor,
    case_id: int,
    meeting_date: date,
    minutes: "UploadedFile[bytes]",
    explanation: str = "",
    talk_on: date | None = None,
) -> AdoptionCase:
    """Record the board's decision from its minutes. The board is told and can object within a term."""
    move = begin(actor, case_id, Step.REGISTER_ADOPTION)
    if move.repeated:
        return move.case
    paper = register_paper(move, PaperKind.ADOPTION, minutes, past_day(meeting_date, field="meeting_date"))
    case = _adopt(move, meeting_date, explanation, talk_on, paper)
    tell(
        case,
        move.facts.reach,
        Permission.ADOPT,
        actor,
        template="told",
        **about_paper(paper),
    )
    return case


@transaction.atomic
def return_to_school(*, actor: Actor, case_id: int, reason: str) -> AdoptionCase:
    """Give the profile back with a reason; the school may write again."""
    move = begin(actor, case_id, Step.RETURN_TO_SCHOOL)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    unlock_text(move.case)
    return finish(move, words=reason)


def deviates(case: AdoptionCase) -> bool:
    """Whether adopting now would not, or not wholly, follow the advice."""
    advice = case.advice
    if advice is None:
        return False
    return advice.kind == AdviceKind.NEGATIVE or advice.conditions.filter(reaction=Reaction.DECLINED).exists()


def freeze_adoption(
    move: Move,
    *,
    adopted_on: date,
    explanation: str = "",
    talk_on: date | None = None,
    paper: PaperRecord | None = None,
    corrects: Adoption | None = None,
) -> Adoption:
    """Freeze the locked text as a snapshot and write the board's decision on it."""
    case, law = move.case, regime(move.case.regime)
    lock_exclusive(case.profile_id)
    snapshot = freeze_snapshot(profile_id=case.profile_id, sha256=case.content_sha256)
    against = corrects.deviates if corrects else deviates(case)
    valid_from = terms.valid_from(law, adopted_on, SchoolYear.parse(case.profile.school_year))
    publishable = terms.publishable_from(law, adopted_on, deviates=against)
    return Adoption.objects.create(
        case=case,
        snapshot=snapshot,
        advice=standing_advice(case),
        corrects=corrects,
        adopted_on=adopted_on,
        valid_from=corrects.valid_from if corrects else valid_from,
        valid_until=corrects.valid_until if corrects else terms.valid_until(law, valid_from),
        deviates=against,
        deviation_explanation=explanation,
        talk_on=talk_on,
        publish_not_before=corrects.publish_not_before if corrects else publishable,
        recorded_at=clock.now(),
        actor_ref=move.actor.ref,
        actor_name=move.actor.name,
        paper=paper,
    )


def _adopt(
    move: Move, meeting_date: date, explanation: str, talk_on: date | None, paper: PaperRecord | None
) -> AdoptionCase:
    case = move.case
    given_on = standing_advice(case).given_on
    past_day(meeting_date, field="meeting_date", not_before=given_on)
    explanation = clean(explanation, max_length=WORDS_MAX)
    if deviates(case):
        _check_deviation(move, explanation, talk_on)
    else:
        explanation, talk_on = "", None
    adoption = freeze_adoption(
        move, adopted_on=meeting_date, explanation=explanation, talk_on=talk_on, paper=paper
    )
    case.adoption = adoption
    case = finish(move, words=explanation, happened_on=meeting_date, paper=paper)
    emit("profile_adopted", case_id=case.pk, profile_id=case.profile_id, snapshot_id=adoption.snapshot_id)
    tell(
        case,
        move.facts.reach,
        Permission.GIVE_ADVICE,
        move.actor,
        template="adopted",
        explanation=explanation,
    )
    return case


def _check_deviation(move: Move, explanation: str, talk_on: date | None) -> None:
    if not explanation:
        message = _("Schrijf waarom het bestuur het advies niet of niet helemaal volgt.")
        raise Invalid(message, {"explanation": message})
    if not regime(move.case.regime).deviation.needs_talk:
        return
    if talk_on is None:
        message = _("Vul in wanneer het bestuur hierover met de raad sprak.")
        raise Invalid(message, {"talk_on": message})
    past_day(talk_on, field="talk_on")
