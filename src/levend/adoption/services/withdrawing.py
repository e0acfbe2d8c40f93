"""The board takes its decision back: from a day on there is no text in force."""

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.withdrawing import withdrawal_facts
from levend.adoption.rules.withdrawing import WithdrawalFacts, can_withdraw, may_withdraw
from levend.adoption.services.examples import end_examples_of
from levend.adoption.services.telling import tell
from levend.audit.services import record
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.jobs.events import emit

REASON_MAX = 2_000


@transaction.atomic
def withdraw(*, actor: Actor, adoption_id: int, reason: str, on: date) -> Adoption:
    """Withdraw an adopted version from a day on, today or later, with a reason that everybody may read.

    The case stays received: what was done was done. What the version ended does not come back, so the school needs a
    new profile. A second call changes nothing. Raises `NotFound`, `NotAllowed`, `NotNow` and `Invalid`.
    """
    adoption = _locked(adoption_id)
    facts = withdrawal_facts(adoption)
    if not actor.has(Permission.SEE_STATE, on=facts.reach):
        raise NotFound(str(adoption_id))
    may_withdraw(actor, facts.reach).require()
    if adoption.withdrawn_by_ref == actor.ref:
        return adoption
    can_withdraw(actor, adoption, facts).require()
    reason = _public_reason(reason)
    _check_day(on, adoption)
    adoption.ended_on = on
    adoption.withdrawn_at = clock.now()
    adoption.withdrawn_by_ref, adoption.withdrawn_by_name = actor.ref, actor.name
    adoption.withdrawal_reason = reason
    adoption.save()
    record(
        actor=actor,
        event="profile_withdrawn",
        subject=f"profile:{adoption.case.profile_id}",
        data={
            "case": adoption.case_id,
            "adoption": adoption.pk,
            "on": on.isoformat(),
            "reason": sha256_of(reason.encode()),
        },
    )
    end_examples_of(actor=actor, snapshot_id=adoption.snapshot_id)
    emit("version_withdrawn", location_id=adoption.case.location_id)
    _tell(adoption.case, facts, actor, reason, on)
    return adoption


def _locked(adoption_id: int) -> Adoption:
    """The adoption, with its case locked as every step of the chain locks it. Raises `NotFound`."""
    case_id = Adoption.objects.filter(pk=adoption_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound(str(adoption_id))
    case = AdoptionCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    adoption = Adoption.objects.get(pk=adoption_id)
    adoption.case = case
    return adoption


def _public_reason(words: str) -> str:
    reason = clean(words, max_length=REASON_MAX)
    if not reason:
        message = _("Schrijf een reden. Ouders lezen die op de openbare bladzijde.")
        raise Invalid(message, {"reason": message})
    return reason


def _check_day(on: date, adoption: Adoption) -> None:
    if on < clock.today():
        message = _("Kies vandaag of een latere dag: wat gold, heeft gegolden.")
        raise Invalid(message, {"on": message})
    if on > adoption.valid_until:
        message = _("Dit profiel geldt maar tot en met %(day)s. Kies een dag tot dan.") % {
            "day": date_format(adoption.valid_until, "j F Y")
        }
        raise Invalid(message, {"on": message})


def _tell(case: AdoptionCase, facts: WithdrawalFacts, actor: Actor, reason: str, on: date) -> None:
    """School, council and consortium hear of it; somebody who is two of these gets one letter."""
    for permission in (Permission.SUBMIT, Permission.GIVE_ADVICE, Permission.RECEIVE):
        tell(case, facts.reach, permission, actor, template="withdrawn", reason=reason, on=on.isoformat())
