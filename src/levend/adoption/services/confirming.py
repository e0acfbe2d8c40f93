"""Somebody looks at a place that looks like personal data."""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.models import AdoptionCase, PlaceConfirmation
from levend.adoption.queries.places import place_now
from levend.adoption.rules.confirming import can_confirm_place
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.organisations.queries.reach import reach_of
from levend.profiles.locks import lock_shared


@transaction.atomic
def confirm_place(*, actor: Actor, case_id: int, place: str) -> PlaceConfirmation:
    """Record that one place is no personal data. `place` is its hash, which stands for the text around it too.

    One at a time, on purpose: who confirms a list looks at none of it. Neither row nor log holds the words. Confirming
    again changes nothing. Raises `NotFound` for who may not read the draft, `NotAllowed`, `NotNow` while the text is
    locked or when it says something else there by now.
    """
    case = AdoptionCase.objects.select_for_update(of=("self",)).filter(pk=case_id).first()
    if case is None:
        raise NotFound(str(case_id))
    reach = reach_of(case.location_id, clock.today())
    if not actor.has(Permission.READ_DRAFT, on=reach):
        raise NotFound(str(case_id))
    can_confirm_place(actor, case, reach).require()
    lock_shared(case.profile_id)
    known = PlaceConfirmation.objects.filter(case=case, place_sha256=place).first()
    if known is not None:
        return known
    found = place_now(case, place)
    if found is None:
        raise NotNow(_("De tekst is hier intussen veranderd. Kijk de plekken opnieuw na."))
    confirmation = PlaceConfirmation.objects.create(
        case=case,
        question_key=found.question,
        kind=found.kind,
        place_sha256=found.digest,
        at=clock.now(),
        actor_ref=actor.ref,
        actor_name=actor.name,
    )
    record(
        actor=actor,
        event="place_confirmed",
        subject=f"profile:{case.profile_id}",
        data={
            "case": case.pk,
            "question": found.question,
            "kind": found.kind.value,
            "confirmation": confirmation.pk,
        },
    )
    return confirmation
