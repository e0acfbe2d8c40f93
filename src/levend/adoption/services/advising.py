"""The council advises, confirms, or lets the term pass; or its letter is registered."""

from collections.abc import Sequence
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import AdviceKind, Manner, PaperKind, Step
from levend.adoption.models import AdoptionCase, Advice, AdviceCondition, AdvisedText, PaperRecord
from levend.adoption.services.moving import WORDS_MAX, Move, begin, finish, past_day
from levend.adoption.services.paper import register_paper
from levend.adoption.services.telling import about_paper, tell
from levend.core import clock
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.jobs.events import emit
from levend.organisations.queries.places import council_of

CONDITIONS_MAX = 20


@transaction.atomic
def give_advice(
    *,
    actor: Actor,
    case_id: int,
    kind: AdviceKind,
    words: str = "",
    conditions: Sequence[str] = (),
    words_public: bool = False,
) -> AdoptionCase:
    """Advise on the text that lies before the council. A negative advice and conditions come with words.

    Advice is not consent: every form lets the case go on to the board.
    """
    move = begin(actor, case_id, Step.GIVE_ADVICE)
    if move.repeated:
        return move.case
    return _advise(move, kind, words, conditions, words_public, clock.today(), None)


@transaction.atomic
def register_advice(
    *,
    actor: Actor,
    case_id: int,
    kind: AdviceKind,
    given_on: date,
    letter: "UploadedFile[bytes]",
    words: str = "",
    conditions: Sequence[str] = (),
    words_public: bool = False,
) -> AdoptionCase:
    """Record an advice from the council's signed letter. The council is told and can object within a term."""
    move = begin(actor, case_id, Step.REGISTER_ADVICE)
    if move.repeated:
        return move.case
    given_on = past_day(given_on, field="given_on", not_before=clock.local_date(move.case.state_since))
    paper = register_paper(move, PaperKind.ADVICE, letter, given_on)
    case = _advise(move, kind, words, conditions, words_public, given_on, paper)
    _tell_of_paper(move, paper, Permission.GIVE_ADVICE)
    return case


@transaction.atomic
def confirm_advice(*, actor: Actor, case_id: int) -> AdoptionCase:
    """Let the earlier advice hold for the changed text. Its conditions stay as they were answered."""
    move = begin(actor, case_id, Step.CONFIRM_ADVICE)
    if move.repeated:
        return move.case
    _hold_for(move.case, Manner.CONFIRMED)
    case = finish(move)
    _announce(move, case)
    return case


@transaction.atomic
def pass_term(*, actor: Actor, case_id: int) -> AdoptionCase:
    """Go on without an answer of the council when its term is over.

    Without an earlier advice that is an advice "not given within the term"; with one, the advice holds for the
    changed text as well (terms are data of the regime).
    """
    move = begin(actor, case_id, Step.PASS_TERM)
    if move.repeated:
        return move.case
    if move.case.advice is not None:
        _hold_for(move.case, Manner.TERM_PASSED)
        case = finish(move)
        _announce(move, case)
        return case
    return _advise(move, AdviceKind.NOT_GIVEN, "", (), False, clock.today(), None)


def _advise(
    move: Move,
    kind: AdviceKind,
    words: str,
    conditions: Sequence[str],
    words_public: bool,
    given_on: date,
    paper: PaperRecord | None,
) -> AdoptionCase:
    words = clean(words, max_length=WORDS_MAX)
    texts = [text for text in (clean(one, max_length=WORDS_MAX) for one in conditions) if text]
    _check(move, kind, words, texts)
    case = move.case
    advice = Advice.objects.create(
        case=case,
        kind=kind,
        words=words,
        words_public=words_public,
        given_on=given_on,
        recorded_at=clock.now(),
        actor_ref=move.actor.ref,
        actor_name=move.actor.name,
        paper=paper,
    )
    AdviceCondition.objects.bulk_create(
        AdviceCondition(advice=advice, number=number, text=text) for number, text in enumerate(texts, start=1)
    )
    case.advice = advice
    _hold_for(case, Manner.GIVEN)
    case = finish(move, words=words, happened_on=given_on, paper=paper)
    _announce(move, case)
    return case


def _check(move: Move, kind: AdviceKind, words: str, conditions: Sequence[str]) -> None:
    if kind == AdviceKind.NOT_GIVEN and move.step is not Step.PASS_TERM:
        message = _("Kies positief, positief met voorwaarden, of negatief.")
        raise Invalid(message, {"kind": message})
    if kind == AdviceKind.CONDITIONAL and not conditions:
        message = _("Schrijf minstens één voorwaarde, of kies een positief advies.")
        raise Invalid(message, {"conditions": message})
    if kind != AdviceKind.CONDITIONAL and conditions:
        message = _("Voorwaarden horen bij een positief advies met voorwaarden. Kies die vorm.")
        raise Invalid(message, {"kind": message})
    if kind == AdviceKind.NEGATIVE and not words:
        message = _("Schrijf waarom het advies negatief is. De school en het bestuur antwoorden daarop.")
        raise Invalid(message, {"words": message})
    if len(conditions) > CONDITIONS_MAX:
        message = _("Schrijf hoogstens %(most)d voorwaarden.") % {"most": CONDITIONS_MAX}
        raise Invalid(message, {"conditions": message})


def _hold_for(case: AdoptionCase, manner: Manner) -> None:
    AdvisedText.objects.get_or_create(
        advice=case.advice, content_sha256=case.content_sha256, defaults={"manner": manner, "at": clock.now()}
    )


def _announce(move: Move, case: AdoptionCase) -> None:
    council = council_of(case.location_id, clock.today())
    tell(
        case,
        move.facts.reach,
        Permission.ASK_ADVICE,
        move.actor,
        template="advice_given",
        council=council.name if council else "",
    )
    emit("advice_given", case_id=case.pk, profile_id=case.profile_id, sha256=case.content_sha256)


def _tell_of_paper(move: Move, paper: PaperRecord, party: Permission) -> None:
    tell(
        move.case,
        move.facts.reach,
        party,
        move.actor,
        template="told",
        **about_paper(paper),
    )
