"""The director declares and hands in; the consortium receives, or asks for a correction."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase, Submission
from levend.adoption.services.moving import begin, finish, reason_from
from levend.adoption.services.standing import standing_adoption
from levend.adoption.services.telling import tell
from levend.core import clock
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.jobs.events import emit


@transaction.atomic
def submit(
    *,
    actor: Actor,
    case_id: int,
    declares_advice: bool,
    declares_adoption: bool,
    function: str,
    words: str = "",
) -> AdoptionCase:
    """Declare that the council was asked for advice and that the board adopted, and hand the profile in."""
    move = begin(actor, case_id, Step.SUBMIT)
    if move.repeated:
        return move.case
    function = clean(function, max_length=120)
    fields: dict[str, str] = {}
    if not declares_advice:
        fields["declares_advice"] = _("Verklaar dat de medezeggenschapsraad om advies is gevraagd.")
    if not declares_adoption:
        fields["declares_adoption"] = _("Verklaar dat het bestuur het profiel heeft vastgesteld.")
    if not function:
        fields["function"] = _("Vul uw functie in, bijvoorbeeld directeur.")
    if fields:
        raise Invalid(_("De verklaring is nog niet compleet."), fields)
    Submission.objects.create(
        case=move.case,
        adoption=standing_adoption(move.case),
        declared_by_ref=actor.ref,
        declared_by_name=actor.name,
        declared_function=function,
        submitted_at=clock.now(),
    )
    case = finish(move, words=clean(words, max_length=2_000))
    emit("profile_submitted", case_id=case.pk, profile_id=case.profile_id)
    return case


@transaction.atomic
def receive(*, actor: Actor, case_id: int) -> AdoptionCase:
    """Record receipt. The consortium does not approve content."""
    move = begin(actor, case_id, Step.RECEIVE)
    if move.repeated:
        return move.case
    submission = current_submission(move.case)
    submission.received_at = clock.now()
    submission.received_by_name = actor.name
    submission.save(update_fields=["received_at", "received_by_name"])
    case = finish(move)
    emit(
        "profile_received",
        case_id=case.pk,
        profile_id=case.profile_id,
        snapshot_id=submission.adoption.snapshot_id,
    )
    tell(
        case,
        move.facts.reach,
        Permission.SUBMIT,
        actor,
        template="received",
        consortium=case.consortium.name,
        received_on=clock.today().isoformat(),
    )
    return case


@transaction.atomic
def ask_correction(*, actor: Actor, case_id: int, reason: str, due_on: date) -> AdoptionCase:
    """Ask the school for a correction, with a reason and a date. The consortium itself never edits."""
    move = begin(actor, case_id, Step.ASK_CORRECTION)
    if move.repeated:
        return move.case
    reason = reason_from(reason)
    if due_on <= clock.today():
        message = _("Kies een datum na vandaag, zodat de school tijd heeft.")
        raise Invalid(message, {"due_on": message})
    submission = current_submission(move.case)
    submission.correction_asked_at = clock.now()
    submission.correction_reason = reason
    submission.correction_due_on = due_on
    submission.save(update_fields=["correction_asked_at", "correction_reason", "correction_due_on"])
    case = finish(move, words=reason, due_on=due_on)
    emit("correction_asked", case_id=case.pk, profile_id=case.profile_id)
    return case


def current_submission(case: AdoptionCase) -> Submission:
    """The latest submission of a case that was handed in."""
    return case.submissions.select_related("adoption").latest("id")
